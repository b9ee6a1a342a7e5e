"""The consent: nothing leaves mojeID before it, and it is asked for each time."""

from dataclasses import replace

from starlette.responses import Response

from ...kernel.institutions import INSTITUTIONS, institution
from ...kernel.translation import Text
from ...web.consented import consented
from ...web.delegation import Answer, Identity, Outcome, accept_answers, give_answer
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .choice import back_to_banks
from .state import MojeIdFlow, MojeIdFlows, Offer

_OFFERING = frozenset(bank.id for bank in INSTITUTIONS if bank.mojeid)
_CHANGED = Text("Dane na tej stronie zmieniły się. Sprawdź je i zdecyduj jeszcze raz.")


def add_consent(site: Site) -> None:
    """What a bank's answer leads to."""

    async def answered(visit: Visit, flow_id: str, answer: Answer) -> Response:
        flow = visit.world.state(MojeIdFlows).named(visit, flow_id)
        if answer.identity is None:
            return back_to_banks(visit, flow, answer.outcome)
        if not rules.bank_may_vouch(answer.identity.authorities, _OFFERING):
            return back_to_banks(visit, flow, Outcome.FAILED)
        flow.offer = Offer(answer.identity, _bank_name(flow, answer.identity))
        return visit.redirect(f"/{flow.id}/zgoda")

    accept_answers(site, answered)

    @site.get("/{flow}/zgoda")
    async def show(visit: Visit) -> Response:
        flow = visit.world.state(MojeIdFlows).of(visit)
        return _page(visit, flow)

    @site.post("/{flow}/zgoda")
    async def agree(visit: Visit) -> Response:
        flow = visit.world.state(MojeIdFlows).of(visit)
        if flow.offer is None or not rules.consent_is_for_what_was_shown(flow.offer.id, visit.field("offer")):
            return _page(visit, flow, status=409, notice=_CHANGED)
        identity = flow.offer.identity
        flow.done, flow.offer = True, None
        told = replace(identity, authorities=("mojeid.pl", *identity.authorities))
        return give_answer(visit, flow.ask, Outcome.IDENTIFIED, told)


def _page(visit: Visit, flow: MojeIdFlow, *, status: int = 200, notice: str = "") -> Response:
    if flow.offer is None:
        return visit.redirect(f"/{flow.id}/wybierz-bank")
    return visit.render(
        "consent.html", status=status, flow=flow, offer=flow.offer, data=consented(flow.offer.identity), notice=notice
    )


def _bank_name(flow: MojeIdFlow, identity: Identity) -> str:
    bank = institution(identity.authorities[0])
    name = bank.name if bank else flow.bank
    return f"{flow.cooperative} ({name})" if rules.is_group(identity.authorities[0]) else name
