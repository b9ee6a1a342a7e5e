"""Logout messages: LogoutRequests of the hub, and what it answers to a provider's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree

from ...saml.identity_hub import IdentityHub
from ...saml.names import AUTHN_FAILED, new_id
from ...saml.signing import sign
from ...saml.times import write_instant
from ...saml.xml import Element
from ..choices import Sent
from ..login import stranger
from ..making import found
from ..sealing import unsign
from .tools import fragment

_REQUEST, _RESPONSE = "soap:Body/saml2p:LogoutRequest", "soap:Body/saml2p:LogoutResponse"


@dataclass(frozen=True)
class Ending:
    """A login that is to be ended.

    Attributes:
        hub: who asks.
        sent: the login.
        url: where the provider is asked.
        now: the world's time.
        other_session: the session index of somebody else.
    """

    hub: IdentityHub
    sent: Sent
    url: str
    now: datetime
    other_session: str

    def good(self, *, session_index: str | None = None, every: bool = False, request_id: str | None = None) -> bytes:
        """A LogoutRequest as it should be, of this login, of another, or of every one of the person's."""
        index = None if every else session_index or self.sent.session_index
        return self.hub.build_logout_request(
            self.url,
            self.sent.told.name_id,
            index,
            to=self.sent.request.issuer,
            request_id=request_id or new_id(),
            now=self.now,
        )


def _resigned(ending: Ending, edit: Callable[[Element], object]) -> bytes:
    envelope = etree.fromstring(ending.good())
    message = found(envelope, _REQUEST)
    unsign(message)
    edit(message)
    sign(message, ending.hub.keys)
    return etree.tostring(envelope)


def _unsigned(ending: Ending) -> bytes:
    envelope = etree.fromstring(ending.good())
    unsign(found(envelope, _REQUEST))
    return etree.tostring(envelope)


def _foreign(ending: Ending) -> bytes:
    envelope = etree.fromstring(ending.good())
    message = found(envelope, _REQUEST)
    unsign(message)
    sign(message, stranger())
    return etree.tostring(envelope)


def _holding(signed: Callable[[Ending], Element]) -> Callable[[Ending], bytes]:
    """Unsigned itself, with something in Extensions that the hub has signed."""

    def build(ending: Ending) -> bytes:
        envelope = etree.fromstring(ending.good())
        message = found(envelope, _REQUEST)
        unsign(message)
        extensions = fragment("<saml2p:Extensions/>")
        extensions.append(signed(ending))
        message.insert(1, extensions)
        return etree.tostring(envelope)

    return build


def _metadata(ending: Ending) -> Element:
    return etree.fromstring(ending.hub.metadata())


def _answer(ending: Ending) -> Element:
    return found(etree.fromstring(ending.sent.made.good), "soap:Body/saml2p:ArtifactResponse/saml2p:Response")


def _expired(ending: Ending) -> bytes:
    over = write_instant(ending.now + ending.hub.clock_ahead(ending.sent.request.issuer) - timedelta(hours=1))
    return _resigned(ending, lambda message: message.set("NotOnOrAfter", over))


def _to_another(message: Element) -> None:
    message.set("Destination", "https://other.example/logout")


def _by_another(message: Element) -> None:
    found(message, "saml2:Issuer").text = "login.evil.pl"


def _with_dtd(declared: str, text: str | None = None) -> Callable[[Ending], bytes]:
    def build(ending: Ending) -> bytes:
        soap = ending.good()
        name = ending.sent.told.name_id.encode()
        changed = soap if text is None else soap.replace(b">" + name + b"<", b">" + text.encode() + b"<")
        listened = declared.replace("{listener}", ending.sent.choice.listener)
        return f"<!DOCTYPE x [{listened}]>".encode() + changed

    return build


_BOMB = '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True)
)


def _replayed(ending: Ending) -> bytes:
    """The same ID each time: of a request whose login is over, and of one that goes on."""
    return ending.good(request_id=f"ID-logout-of{ending.sent.request.issuer[-8:]}")


GOOD_LOGOUT = "ok.logout_index"
LOGOUTS: dict[str, Callable[[Ending], bytes]] = {
    "out.unsigned": _unsigned,
    "out.foreign": _foreign,
    "out.wrapped:metadata": _holding(_metadata),
    "out.wrapped:assertion": _holding(_answer),
    "out.party:issuer": lambda ending: _resigned(ending, _by_another),
    "out.party:destination": lambda ending: _resigned(ending, _to_another),
    "out.expired": _expired,
    "out.replayed": _replayed,
    "out.not_theirs:unknown": lambda ending: ending.good(session_index=f"_{new_id()}"),
    "out.not_theirs:other": lambda ending: ending.good(session_index=ending.other_session),
    "out.xml:dtd": _with_dtd(""),
    "out.xml:entity": _with_dtd('<!ENTITY e SYSTEM "{listener}">', "&e;"),
    "out.xml:bomb": _with_dtd(_BOMB, "&i;"),
    GOOD_LOGOUT: lambda ending: ending.good(),
    "ok.logout_all": lambda ending: ending.good(every=True),
}
"""How the hub asks a provider to end a login."""


def _answer_edited(edit: Callable[[Element], object], *, signed: bool = True) -> Callable[[IdentityHub, bytes], bytes]:
    def change(hub: IdentityHub, soap: bytes) -> bytes:
        envelope = etree.fromstring(soap)
        message = found(envelope, _RESPONSE)
        unsign(message)
        edit(message)
        if signed:
            sign(message, hub.keys)
        return etree.tostring(envelope)

    return change


def _as_it_is(_message: Element) -> None:
    """Nothing else is changed."""


def _failed(message: Element) -> None:
    found(message, "saml2p:Status/saml2p:StatusCode").set("Value", AUTHN_FAILED)


ANSWERS_TO_LOGOUT: dict[str, Callable[[IdentityHub, bytes], bytes]] = {
    "out.answer_bad:unsigned": _answer_edited(_as_it_is, signed=False),
    "out.answer_bad:other": _answer_edited(lambda message: message.set("InResponseTo", new_id())),
    "out.answer_bad:failure": _answer_edited(_failed),
    "out.answer_bad:nothing": lambda _hub, _soap: b"",
}
"""What becomes of the hub's answer to a provider's own LogoutRequest."""
