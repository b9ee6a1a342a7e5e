"""Cookies as browsers keep them (RFC 6265bis): also whether one goes along with a POST from another site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from .reach import is_trustworthy, site_of

_MOST = 180
"""Cookies of one jar; browsers keep about as many for a site."""
_LONGEST = 4096


@dataclass(frozen=True)
class Cookie:
    """One cookie.

    Attributes:
        same_site: in small letters; empty when it was not said.
        domain: with a leading dot for a domain and all below it.
    """

    name: str
    value: str = field(repr=False)
    domain: str
    path: str
    secure: bool
    http_only: bool
    same_site: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What a later cookie replaces it by."""
        return self.name, self.domain, self.path

    def goes_to(self, host: str, path: str) -> bool:
        """Whether an address is one of its own."""
        here = host == self.domain or (self.domain.startswith(".") and f".{host}".endswith(self.domain))
        below = path == self.path or path.startswith(self.path if self.path.endswith("/") else f"{self.path}/")
        return here and below


@dataclass
class Jar:
    """The cookies of one browser.

    Attributes:
        refused: why cookies that came were not kept.
        came: every cookie that was kept, in order, the replaced ones too.
    """

    _kept: dict[tuple[str, str, str], Cookie] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    came: list[Cookie] = field(default_factory=list)

    def __iter__(self) -> Iterator[Cookie]:
        return iter(self._kept.values())

    def copy(self) -> "Jar":
        """A second browser with the same cookies."""
        return Jar(dict(self._kept), list(self.refused), list(self.came))

    def add(self, other: "Jar") -> None:
        """Keep another's cookies too, where it has none of the same name."""
        self._kept = other._kept | self._kept

    def clear(self) -> None:
        """Forget them all."""
        self._kept.clear()

    def take(self, address: str, header: str) -> None:
        """Keep what a Set-Cookie header says, or note why not."""
        cookie, ends = _parsed(address, header)
        why = _why_not(cookie, address) if cookie else "it has no name"
        if cookie is None or why:
            self.refused.append(f"{header[:80].partition('=')[0]}: {why}")
            return
        self._kept.pop(cookie.key, None)
        if not ends:
            self._kept[cookie.key] = cookie
            self.came.append(cookie)
        while len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]

    def hold(self, kept: Iterable[Cookie]) -> None:
        """Hold exactly these, which a real browser kept; how a header told one of them says more of it."""
        told, self._kept = self._kept, {}
        for cookie in kept:
            known = told.get(cookie.key)
            same = known if known is not None and known.value == cookie.value else None
            self._kept[cookie.key] = same or cookie
            if same is None:
                self.came.append(cookie)

    def header(self, address: str, method: str, initiator: str) -> str:
        """What goes along with a request.

        Args:
            address: where it goes.
            method: GET or POST.
            initiator: the page that leads there, also through redirects; empty when a person typed the address.
        """
        parts = urlsplit(address)
        foreign = bool(initiator) and site_of(initiator) != site_of(address)
        return "; ".join(
            f"{cookie.name}={cookie.value}"
            for cookie in self._kept.values()
            if cookie.goes_to(parts.hostname or "", parts.path or "/")
            and (not cookie.secure or is_trustworthy(address))
            and not (foreign and cookie.same_site == "strict")
            and not (foreign and cookie.same_site == "lax" and method != "GET")
        )


def _parsed(address: str, header: str) -> tuple[Cookie | None, bool]:
    """The cookie and whether it ends at once."""
    pair, *attributes = header[: 2 * _LONGEST].split(";")
    name, has_value, value = pair.partition("=")
    if not has_value or not name.strip():
        return None, False
    said = {key.strip().lower(): text.strip() for key, _, text in (one.partition("=") for one in attributes)}
    parts = urlsplit(address)
    host = parts.hostname or ""
    domain = said.get("domain", "").lower().lstrip(".")
    default_path = parts.path.rpartition("/")[0] or "/"
    path = said.get("path", "")
    cookie = Cookie(
        name=name.strip(),
        value=value.strip(),
        domain=f".{domain}" if domain else host,
        path=path if path.startswith("/") else default_path,
        secure="secure" in said,
        http_only="httponly" in said,
        same_site=said.get("samesite", "").lower(),
    )
    return cookie, _is_over(said)


def _is_over(said: dict[str, str]) -> bool:
    if "max-age" in said:
        seconds = said["max-age"]
        return seconds.startswith("-") or seconds.strip("0") == ""
    try:
        ends = parsedate_to_datetime(said["expires"])
    except (KeyError, ValueError, TypeError, OverflowError):
        return False
    return ends.replace(tzinfo=ends.tzinfo or UTC) <= datetime.now(UTC)


def _why_not(cookie: Cookie, address: str) -> str:
    """Why a browser would not keep it; empty when it would."""
    host = urlsplit(address).hostname or ""
    whole = cookie.secure and cookie.path == "/" and not cookie.domain.startswith(".")
    reasons = (
        (len(cookie.name) + len(cookie.value) > _LONGEST, f"it is longer than {_LONGEST} bytes"),
        (
            cookie.domain.startswith(".") and not f".{host}".endswith(cookie.domain),
            f"{host} may set none for {cookie.domain}",
        ),
        (cookie.secure and not is_trustworthy(address), "it is Secure and came over http"),
        (cookie.same_site == "none" and not cookie.secure, "SameSite=None wants Secure"),
        (cookie.name.startswith("__Secure-") and not cookie.secure, "its prefix wants Secure"),
        (cookie.name.startswith("__Host-") and not whole, "its prefix wants Secure, Path=/ and no Domain"),
    )
    return next((why for holds, why in reasons if holds), "")
