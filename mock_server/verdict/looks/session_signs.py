"""What the cookie, the pages and the addresses of a session look like."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..judging.people import Cast
from ..visitor.cookies import Cookie, Jar
from ..visitor.fetching import Answered
from ..visitor.page import Page
from ..visitor.visitor import Visitor
from .chance import bits
from .look import Look, Sign, has_each, look

_ENOUGH = 120
"""Bits; a UUID of version 4 has 122."""


@dataclass(frozen=True)
class Entered:
    """Somebody who logged in.

    Attributes:
        before: the browser's cookies when the login was answered.
        page: of the probe.
        sessions: the cookies without which nobody is in.
        request: the ID of the request of this login.
    """

    cast: Cast
    visitor: Visitor
    before: Jar
    page: Page
    sessions: tuple[Cookie, ...]
    request: str


def ids(first: Entered, second: Entered) -> list[Look]:
    """What the ids of two sessions look like."""
    if not first.sessions:
        return [Look("session.cookie", Sign.UNSEEN, "no single cookie makes the session")]
    names = {cookie.name for cookie in first.sessions}
    old = {cookie.value for cookie in first.before if cookie.name in names}
    kept = [cookie.name for cookie in first.sessions if cookie.value in old]
    values = [cookie.value for cookie in (*first.sessions, *second.sessions)]
    chance = bits(values)
    private = [cookie.name for cookie in first.visitor.jar.came if first.cast.ann.pesel in cookie.value]
    return [
        look(
            "session.new_id",
            not kept,
            f"{', '.join(kept)} is the same before and after the login" if kept else "the login gives a new id",
            "who plants an id in a browser before the login shares the session afterwards",
            "ASVS 5.0 7.2.4",
        ),
        look(
            "session.id",
            chance >= _ENOUGH,
            f"an id has at most {chance:.0f} bits of chance",
            "a guessed id is a session",
            "ASVS 5.0 7.2.3",
        ),
        look(
            "session.private_cookie",
            not private,
            f"a PESEL is in the cookie {private[0]}" if private else "no cookie holds a PESEL",
            "cookies end in logs and backups",
            "ASVS 5.0 14.3.3",
        ),
    ]


def flags(cookie: Cookie, start: str) -> list[Look]:
    """What a session's cookie says of itself."""
    over_http = start.startswith("http:")
    said = {
        "secure": (
            cookie.secure,
            "Secure" + (" (over http, which only a test may do)" if over_http else ""),
            Sign.ADVICE if over_http else Sign.BAD,
        ),
        "http_only": (cookie.http_only, "HttpOnly", Sign.BAD),
        "same_site": (cookie.same_site in {"lax", "strict", "none"}, "a SameSite that it says itself", Sign.ADVICE),
        "host_prefix": (cookie.name.startswith("__Host-"), "the prefix __Host-", Sign.ADVICE),
    }
    return [
        look(
            f"session.{name}",
            good,
            f"{cookie.name} {'has' if good else 'lacks'} {told}",
            "without it others than the service's own pages read or send the session's id",
            "ASVS 5.0 3.3",
            else_=otherwise,
        )
        for name, (good, told, otherwise) in said.items()
    ]


def pages(entered: Entered) -> list[Look]:
    """What the private page comes with."""
    answered = entered.page.answered
    policy = answered.header("content-security-policy").lower()
    framed = "frame-ancestors" in policy or bool(answered.header("x-frame-options"))
    headers = {
        "no_store": ("no-store" in answered.header("cache-control").lower(), "Cache-Control: no-store", Sign.BAD),
        "csp": (bool(policy), "a Content-Security-Policy", Sign.ADVICE),
        "frame_ancestors": (framed, "a word on who may frame it", Sign.ADVICE),
        "nosniff": (
            answered.header("x-content-type-options").lower() == "nosniff",
            "X-Content-Type-Options: nosniff",
            Sign.ADVICE,
        ),
    }
    why = {"no_store": "the next person at this browser goes back and reads it"}
    else_why, source = "it takes the sting out of other mistakes", "ASVS 5.0 3.4 and 14.3.2"
    return has_each("session", "the private page", headers, why, else_why, source)


def addresses(came: Sequence[Answered], entered: Entered) -> list[Look]:
    """What is in the addresses of a login."""
    secrets = [entered.cast.ann.pesel, *(cookie.value for cookie in entered.sessions)]
    addresses = [text for one in came for text in (one.address, one.header("location"))]
    private = [one for one in addresses if "SAMLart=" in one or any(secret and secret in one for secret in secrets)]
    return [
        look(
            "session.addresses",
            not private,
            f"something private is in {private[0].partition('?')[0][:80]}?…"
            if private
            else "nothing private is in addresses",
            "addresses end in logs, histories and the Referer of the next page",
            "ASVS 5.0 14.2.1",
        )
    ]
