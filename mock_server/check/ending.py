"""Logout messages with a defect: the hub's own requests, and its answers to a provider's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..kernel.rules import name_of, true
from ..kernel.world import World
from ..saml.identity_hub import IdentityHub
from ..saml.model import LogoutRequest, Status
from ..saml.names import new_id
from ..shared.federation import Federation, clock_ahead_in
from .choices import Choices, Sent
from .deeds.logout import ANSWERS_TO_LOGOUT, LOGOUTS, Ending

if TYPE_CHECKING:
    from ..web.services import Services


@dataclass(frozen=True)
class LogoutTold:
    """A logout request of the hub's as it was sent, and what the provider said; None where it did not answer."""

    request: bytes
    answer: bytes | None


def hub_in(world: World, services: "Services") -> IdentityHub:
    """The hub of a world, to speak of itself: it has no addresses at which anybody could ask it."""
    federation = world.state(Federation)
    keys = federation.hub_keys(services.keyring)
    nowhere = ("",)
    return IdentityHub(federation.node.host, keys.signing, nowhere, nowhere, nowhere, clock_ahead=clock_ahead_in(world))


async def ask_to_log_out(world: World, services: "Services", sent: Sent, send: str) -> LogoutTold:
    """Send a LogoutRequest for a login, with a defect.

    Raises:
        LookupError: the provider has no address for it.
    """
    from ..web.back_channel import BackChannelFailed  # noqa: PLC0415 - as its users do

    url = sent.request.provider.logout_url
    if url is None:
        raise LookupError("the provider has no logout address")
    ending = Ending(hub_in(world, services), sent, url, world.clock.now(), other_session(world, sent))
    soap = LOGOUTS[send](ending)
    try:
        answer = await services.back_channel.send_soap(services.addresses, world.name, url, soap)
    except BackChannelFailed:
        return LogoutTold(soap, None)
    return LogoutTold(soap, answer)


def other_session(world: World, sent: Sent) -> str:
    """The session index of somebody else at the same provider, Bob's if he is in; of nobody where nobody else is."""
    others = [
        one
        for one in world.state(Choices).sent.values()
        if one.request.issuer == sent.request.issuer and one.told.subject.pesel != sent.told.subject.pesel
    ]
    bob = sent.choice.other
    bobs = [one for one in others if bob is not None and one.told.subject.pesel == bob.pesel]
    return next((one.session_index for one in (*reversed(bobs), *others)), f"_{new_id()}")


Build = Callable[..., bytes]


def answering_logouts(choices: Choices) -> tuple[str, Build]:
    """What stands in for the hub's own answer to a LogoutRequest of a login that was answered by choice."""

    def build(hub: IdentityHub, request: LogoutRequest, *, now: datetime, status: Status | None = None) -> bytes:
        good = true(IdentityHub.build_logout_response)(hub, request, now=now, status=status)
        sent = choices.of_session(request.session_index)
        change = ANSWERS_TO_LOGOUT.get(sent.choice.send) if sent else None
        return change(hub, good) if change else good

    return name_of(IdentityHub.build_logout_response), build
