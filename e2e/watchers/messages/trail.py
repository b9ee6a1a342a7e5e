"""What browsers were seen to do at the hub: each request for a login, how it went on, and the artifact at its end."""

from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from lxml import etree

from e2e.watchers.messages import tables
from e2e.watchers.messages.fields import named, parsed
from e2e.watchers.messages.forms import SelfPosting, self_posting
from e2e.watchers.messages.names import NAMESPACES
from fixtures.watching.answers import Answer

HUB = "login"
_MARK = "__Host-browser"


@dataclass(frozen=True)
class Begun:
    """A request for a login that a browser brought to the hub, and that was taken.

    Attributes:
        place: of the answer among all.
        request: the AuthnRequest.
        relay_state: what came with it; None if nothing did.
        query: of the address it was brought to.
    """

    place: int
    request: etree._Element
    relay_state: str | None
    query: str


@dataclass(frozen=True)
class Chosen:
    """A method that was chosen for a login."""

    begun: Begun
    method: str


@dataclass(frozen=True)
class Ended:
    """A login that the hub ended with an artifact.

    Attributes:
        place: of the answer among all.
        answer: with the form that carries the artifact.
        form: that form.
        begun: the login.
        how: ``silent`` at once, ``walked`` by a method, ``known`` by the hub's session, or ``cancelled``.
        method: by which it was walked.
        bank: that identified the person first.
    """

    place: int
    answer: Answer
    form: SelfPosting
    begun: Begun
    how: str
    method: str | None = None
    bank: str | None = None

    @property
    def browser(self) -> str:
        """The mark of the browser in which it ended."""
        return browser_of(self.answer)

    @property
    def artifact(self) -> str:
        """What the browser carries to the provider."""
        return self.form.get("SAMLart") or ""


def browser_of(answer: Answer) -> str:
    """The mark by which a site knows a browser: brought by it, or given with this answer."""
    cookies: SimpleCookie = SimpleCookie(answer.asked.get("cookie", ""))
    for given in answer.headers.getlist("set-cookie"):
        cookies.load(given)
    return cookies[_MARK].value if _MARK in cookies else ""


def logins_ended(answers: Sequence[Answer]) -> Iterator[Ended]:
    """Every login that ended with an artifact, in order."""
    trail = _Trail()
    for place, answer in enumerate(answers):
        form = self_posting(answer)
        if answer.site == HUB:
            yield from trail.at_hub(place, answer, form)
        else:
            trail.elsewhere(answer, form)


class _Trail:
    """Joins what one answer says with what earlier ones said, by the references that browsers carry."""

    def __init__(self) -> None:
        self._begun: dict[str, Begun] = {}
        self._chosen: dict[str, Chosen] = {}
        self._banks: dict[str, str] = {}
        self._vouched: dict[tuple[str, str], str] = {}
        self._banks_of_asks: dict[str, str | None] = {}

    def at_hub(self, place: int, answer: Answer, form: SelfPosting | None) -> Iterator[Ended]:
        match answer.method, answer.path.split("/")[1:]:
            case "POST", _ if answer.path == tables.SSO:
                if begun := _begun(place, answer):
                    self._begun[_last_part(answer.headers.get("location", ""))] = begun
                    yield from self._ended(place, answer, form, begun, "silent")
            case "POST", ["login", flow, "metoda"] if flow in self._begun and form:
                self._chosen[form.get("ask") or ""] = Chosen(self._begun[flow], answer.form.get("method", ""))
            case "POST", ["login", flow, "anuluj"] if flow in self._begun:
                yield from self._ended(place, answer, form, self._begun[flow], "cancelled")
            case "GET", ["login", flow] if flow in self._begun:
                yield from self._ended(place, answer, form, self._begun[flow], "known")
            case "POST", ["answered"] if chosen := self._chosen.get(answer.form.get("ask", "")):
                bank = self._banks_of_asks.get(answer.form["ask"])
                yield from self._ended(place, answer, form, chosen.begun, "walked", chosen.method, bank)

    def elsewhere(self, answer: Answer, form: SelfPosting | None) -> None:
        """Remember which bank was chosen for which question, and which one answered."""
        own_ask, flow = answer.form.get("ask", ""), answer.path.split("/")[1]
        if form and form.path == "/delegated":
            chosen = answer.form.get("bank", "")
            self._banks[form.get("ask") or ""] = "bps" if answer.path.endswith("/banki-spoldzielcze") else chosen
        elif answer.path == "/answered" and own_ask in self._banks:
            led_to = urlsplit(answer.headers.get("location", "/")).path
            if led_to.endswith("/zgoda"):  # mojeID asks once more what the bank may tell; nothing else waits so
                self._vouched[answer.site, led_to.split("/")[1]] = self._banks[own_ask]
        if form and form.site == HUB and form.path == "/answered":
            by_bank = self._banks.get(own_ask) if answer.path == "/answered" else None
            self._banks_of_asks[form.get("ask") or ""] = by_bank or self._vouched.get((answer.site, flow))

    @staticmethod
    def _ended(
        place: int,
        answer: Answer,
        form: SelfPosting | None,
        begun: Begun,
        how: str,
        method: str | None = None,
        bank: str | None = None,
    ) -> Iterator[Ended]:
        if form and form.get("SAMLart") is not None:
            yield Ended(place, answer, form, begun, how, method, bank)


def _begun(place: int, answer: Answer) -> Begun | None:
    """What was asked, if it can be read and was not refused."""
    if answer.status >= 400:
        return None
    try:
        request = parsed(b64decode("".join(answer.form.get("SAMLRequest", "").split())))
    except (ValueError, etree.XMLSyntaxError):
        return None
    known = named(request.tag) == "saml2p:AuthnRequest"
    return Begun(place, request, answer.form.get("RelayState"), answer.query) if known else None


def _last_part(address: str) -> str:
    return address.rpartition("/")[2]


def issuer_of(message: etree._Element) -> str:
    """Who a message says it is from."""
    return (message.findtext("saml2:Issuer", "", NAMESPACES) or "").strip()
