"""Single logout: what the hub asks of us, and what it answers us (saml-core 3.7, saml-profiles 4.4)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .answer import require_success
from .config import Hub, Provider
from .documents import NAMES, failing_closed, one, require, text_of
from .received import message_in, received
from .times import SKEW, require_not_over

_LIFE = timedelta(minutes=5)
"""How old a message may be; until then the ID of a request is remembered."""


@dataclass(frozen=True)
class LogoutAsked:
    """What the hub wants to end: the sessions of a person with these indexes, or all if there are none."""

    request_id: str
    name_id: str
    session_indexes: frozenset[str]
    usable_until: datetime


@failing_closed()
def read_logout_request(soap: bytes, provider: Provider, hub: Hub, now: datetime) -> LogoutAsked:
    """A request of the hub's to end sessions; whether it was used before remains to be asked.

    Raises:
        Refused: end nothing.
    """
    message = message_in(soap, "saml2p:LogoutRequest")
    request = received(message, hub, provider.logout_url, earliest=now - _LIFE, now=now)
    if request.get("NotOnOrAfter") is not None:
        require_not_over(request, "NotOnOrAfter", now)
    request_id = request.get("ID") or ""
    require(request_id != "", "it has no ID")
    return LogoutAsked(
        request_id=request_id,
        name_id=text_of(one(request, "saml2:NameID")),
        session_indexes=frozenset(text_of(index) for index in request.iterfind("saml2p:SessionIndex", NAMES)),
        usable_until=now + _LIFE + 2 * SKEW,
    )


@failing_closed()
def read_logout_response(soap: bytes, request_id: str, provider: Provider, hub: Hub, now: datetime) -> None:
    """Return if the hub confirms the end of its session.

    Raises:
        Refused: it does not, or somebody else does.
    """
    message = message_in(soap, "saml2p:LogoutResponse")
    require_success(received(message, hub, provider.logout_url, earliest=now - _LIFE, now=now), request_id)
