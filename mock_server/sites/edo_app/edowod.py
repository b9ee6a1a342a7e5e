"""How the app talks to e-dowod: over the back channel only, in this phone's name."""

from ...shared.id_card.messages import (
    APPROVE,
    DECLINE,
    READ_CODE,
    READ_NUMBER,
    CardCodeReply,
    CardCodeResult,
    CodeScanned,
    LoginApproved,
    LoginDeclined,
    NumberTyped,
)
from ...web.addresses import Place
from ...web.back_channel import BackChannelFailed
from ...web.exchange import Exchange, Question
from ...web.visit import Visit

_SITE = "e-dowod"


async def read_code(visit: Visit, code: str) -> CardCodeReply:
    """Ask what a code is for."""
    return await _ask(visit, READ_CODE, CodeScanned(visit.mark_browser(), code))


async def read_number(visit: Visit, number: str) -> CardCodeReply:
    """Ask what the code above this number is for."""
    return await _ask(visit, READ_NUMBER, NumberTyped(visit.mark_browser(), number))


async def decline(visit: Visit, code: str) -> CardCodeResult:
    """Say that the person refuses."""
    return (await _ask(visit, DECLINE, LoginDeclined(visit.mark_browser(), code))).result


async def approve(visit: Visit, code: str, card: str) -> CardCodeResult:
    """Say that the card of this number confirmed."""
    return (await _ask(visit, APPROVE, LoginApproved(visit.mark_browser(), code, card))).result


def trusted_host(visit: Visit) -> str:
    """The host whose codes the app takes up."""
    return visit.addresses.host(Place(_SITE, visit.world.name))


async def _ask(visit: Visit, exchange: Exchange[Question, CardCodeReply], question: Question) -> CardCodeReply:
    try:
        return await visit.back_channel.ask(visit.world.name, _SITE, exchange, question)
    except BackChannelFailed:
        return CardCodeReply(CardCodeResult.UNAVAILABLE)
