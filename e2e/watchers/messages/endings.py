"""Sessions are ended: every LogoutRequest names a login that was told, every answer its own request."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from e2e.watchers.messages import names, tables
from e2e.watchers.messages.back_channel import Passed
from e2e.watchers.messages.exchanges import ToldLogin
from e2e.watchers.messages.logout import logout_request_complaints, logout_response_complaints
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.requests import Sender
from e2e.watchers.messages.responses import PARTIAL, SUCCESS
from e2e.watchers.messages.tables import Node
from e2e.watchers.messages.trail import HUB, browser_of, issuer_of
from e2e.watchers.messages.wanted import Window
from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched


@dataclass
class _Asked:
    """A LogoutRequest that a site has received and not answered yet."""

    passed: Passed
    passed_on: int = 0
    confirmed: int = 0
    logins: list[ToldLogin] = field(default_factory=list)


class Endings:
    """The logouts of one world, as they pass; `told` grows meanwhile."""

    def __init__(self, watched: Watched, node: Node, told: list[ToldLogin]) -> None:
        self._watched, self._node, self._told = watched, node, told
        self._asked: dict[tuple[str, str], _Asked] = {}

    def complaints(self, passed: Passed) -> Iterator[str]:
        """What is wrong with one message."""
        at_hub = passed.site == HUB
        match passed.name, passed.sent:
            case "LogoutRequest", False:
                asked = _Asked(passed, logins=self._named(passed) if at_hub else [])
                self._asked[passed.site, passed.message.get("ID", "")] = asked
            case "LogoutRequest", True:
                yield from self._passed_on(passed) if at_hub else self._asked_by_own(passed)
            case "LogoutResponse", False if at_hub:
                for asked in self._open_at_hub():
                    asked.confirmed += _codes_of(passed.message) == SUCCESS
            case "LogoutResponse", True:
                yield from self._response(passed)

    def _named(self, passed: Passed) -> list[ToldLogin]:
        """The logins that a request to the hub names."""
        name_id, index = _names_of(passed.message)
        return [
            told
            for told in self._told
            if (told.outcome.asked.issuer, told.name_id) == (issuer_of(passed.message), name_id)
            and index in {"", told.session_index}
        ]

    def _asked_by_own(self, passed: Passed) -> Iterator[str]:
        """One of our own providers ends a login: that of the browser in which somebody logs out."""
        issuer = tables.OWN_PROVIDERS[passed.site].issuer
        leaving = [answer for answer in self._watched.answers if _covers(answer, passed)]
        named = [told for answer in leaving if (told := self._opened_with(answer, passed.site))]
        match = [told for told in named if (told.name_id, told.session_index) == _names_of(passed.message)]
        if not named:
            yield f"LogoutRequest: {passed.site} ends a login, and no browser there logs out of one"
            return
        window = Window(min(answer.asked_at for answer in leaving), passed.at)
        destination = self._watched.world.url(HUB, tables.LOGOUT)
        sender = Sender(issuer, self._watched.keys.certificate_of(issuer), destination, window)
        yield from _request_complaints(passed, sender, (match or named)[0])

    def _opened_with(self, leaving: Answer, site: str) -> ToldLogin | None:
        """The login with which a browser last came to a site before it left."""
        artifacts = [
            answer.form.get("SAMLart", "").strip()
            for answer in self._watched.answers[: self._watched.answers.index(leaving)]
            if (answer.site, answer.path) == (site, tables.ACS) and browser_of(answer) == browser_of(leaving)
        ]
        told = {told.outcome.ended.artifact: told for told in self._told}
        return next((told[artifact] for artifact in reversed(artifacts) if artifact in told), None)

    def _passed_on(self, passed: Passed) -> Iterator[str]:
        """The hub ends a login at another provider: one of the same person in the same browser."""
        destination = passed.message.get("Destination", "")
        begun = self._open_at_hub()
        for asked in begun:
            asked.passed_on += 1
        left = [told for asked in begun for told in asked.logins]
        others = [told for told in self._told if any(_together(told, one) for one in left)]
        match = [told for told in others if (told.name_id, told.session_index) == _names_of(passed.message)]
        if not others:
            yield f"LogoutRequest: the hub tells {destination}, which had no login of what is ended"
            return
        told = (match or others)[0]
        window = Window(min(asked.passed.at for asked in begun), passed.at)
        certificate = self._watched.keys.certificate_of(self._node.host)
        sender = Sender(self._node.host, certificate, told.outcome.provider.logout or "", window)
        yield from _request_complaints(passed, sender, told)

    def _open_at_hub(self) -> list[_Asked]:
        return [asked for (site, _), asked in self._asked.items() if site == HUB]

    def _response(self, passed: Passed) -> Iterator[str]:
        request_id = passed.message.get("InResponseTo", "")
        asked = self._asked.pop((passed.site, request_id), None)
        if asked is None:
            yield f"LogoutResponse: {passed.site} answers {request_id!r}, which nobody asked"
            return
        at_hub = passed.site == HUB
        issuer = self._node.host if at_hub else tables.OWN_PROVIDERS[passed.site].issuer
        window = Window(asked.passed.at, passed.at)
        codes = SUCCESS if asked.confirmed == asked.passed_on else PARTIAL
        certificate = self._watched.keys.certificate_of(issuer)
        yield from logout_response_complaints(passed.envelope, issuer, certificate, request_id, window, codes)


def _together(told: ToldLogin, left: ToldLogin) -> bool:
    """Whether two logins were the same person's in the same browser, at two providers."""
    one, other = told.outcome, left.outcome
    return (
        one.ended.browser == other.ended.browser
        and one.asked.issuer != other.asked.issuer
        and one.login is not None
        and other.login is not None
        and {person.pesel for person in one.login.people} == {person.pesel for person in other.login.people}
    )


def _request_complaints(passed: Passed, sender: Sender, told: ToldLogin) -> Iterator[str]:
    yield from logout_request_complaints(
        passed.envelope, sender, name_id=told.name_id, session_index=told.session_index
    )


def _covers(answer: Answer, passed: Passed) -> bool:
    """Whether a message was sent while a form was answered."""
    return answer.site == passed.site and answer.method == "POST" and answer.asked_at <= passed.at <= answer.at


def _names_of(request: etree._Element) -> tuple[str, str]:
    name_id = request.findtext("saml2:NameID", "", NAMESPACES)
    return name_id.strip(), request.findtext("saml2p:SessionIndex", "", NAMESPACES).strip()


def _codes_of(response: etree._Element) -> tuple[str, ...]:
    return tuple(
        code.get("Value", "").removeprefix(names.STATUS)
        for code in response.iterfind(".//saml2p:StatusCode", NAMESPACES)
    )
