"""Choosing the bank, and going there."""

from starlette.responses import Response

from ...kernel.institutions import INSTITUTIONS, institution
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.delegation import Outcome, ProviderUnavailable, delegate
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .cooperatives import VOIVODESHIPS
from .state import MojeIdFlow, MojeIdFlows


def add_choice(site: Site) -> None:
    """The list of banks, and the page of the cooperative ones."""

    @site.get("/{flow}/wybierz-bank")
    async def banks(visit: Visit) -> Response:
        flow = visit.world.state(MojeIdFlows).of(visit)
        offering = [bank for bank in INSTITUTIONS if rules.offers_mojeid(bank)]
        return visit.render("banks.html", flow=flow, banks=offering, notice=flow.notice)

    @site.post("/{flow}/wybierz-bank")
    async def choose(visit: Visit) -> Response:
        flow = visit.world.state(MojeIdFlows).of(visit)
        bank = institution(visit.field("bank"))
        if bank is None or not rules.offers_mojeid(bank):
            raise not_found()
        if rules.is_group(bank.id):
            return visit.redirect(f"/{flow.id}/banki-spoldzielcze")
        return await go_to_bank(visit, flow, bank.id, bank.name)

    @site.get("/{flow}/banki-spoldzielcze")
    async def cooperatives(visit: Visit) -> Response:
        flow = visit.world.state(MojeIdFlows).of(visit)
        voivodeship = visit.query("wojewodztwo")
        chose = "wojewodztwo" in visit.request.query_params
        return _cooperatives(visit, flow, voivodeship, wrong=chose and voivodeship not in VOIVODESHIPS)

    @site.post("/{flow}/banki-spoldzielcze")
    async def choose_cooperative(visit: Visit) -> Response:
        flow = visit.world.state(MojeIdFlows).of(visit)
        voivodeship = visit.field("wojewodztwo")
        name = rules.cooperative_named(visit.field("bank"), VOIVODESHIPS.get(voivodeship, ()))
        if name is None:
            return _cooperatives(visit, flow, voivodeship, wrong=True)
        flow.cooperative = name
        return await go_to_bank(visit, flow, "bps", name)


@seam
def back_to_banks(visit: Visit, flow: MojeIdFlow, outcome: Outcome) -> Response:
    """The list again, every bank to choose, with a notice of what became of the one that was chosen."""
    flow.notice = _notice(flow.bank, outcome)
    return visit.redirect(f"/{flow.id}/wybierz-bank")


@seam
async def go_to_bank(visit: Visit, flow: MojeIdFlow, bank: str, name: str) -> Response:
    """Send the person to a bank's site, known to them by this name; one that is out leads back to the list."""
    flow.bank, flow.notice = name, ""
    try:
        ask, page = flow.ask, f"/{flow.id}/wybierz-bank"
        return await delegate(visit, bank, service=ask.service, home=ask.home, flow=flow.id, page=page)
    except ProviderUnavailable:
        return back_to_banks(visit, flow, Outcome.UNAVAILABLE)


def _notice(bank: str, outcome: Outcome) -> Text:
    match outcome:
        case Outcome.CANCELLED:
            return Text(
                "{bank}: logowanie w banku zostało anulowane. Możesz spróbować jeszcze raz albo wybrać inny bank.",
                bank=bank,
            )
        case Outcome.UNAVAILABLE:
            return Text("{bank}: bank jest teraz niedostępny. Wybierz inny bank albo spróbuj później.", bank=bank)
        case _:
            return Text(
                "{bank}: bank nie potwierdził Twojej tożsamości. Możesz spróbować jeszcze raz albo wybrać inny bank.",
                bank=bank,
            )


def _cooperatives(visit: Visit, flow: MojeIdFlow, voivodeship: str, *, wrong: bool = False) -> Response:
    return visit.render(
        "cooperatives.html",
        status=422 if wrong else 200,
        flow=flow,
        voivodeships=VOIVODESHIPS,
        chosen=voivodeship if voivodeship in VOIVODESHIPS else None,
        typed=visit.field("bank"),
        wrong=wrong,
    )
