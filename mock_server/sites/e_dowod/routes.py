"""e-dowod: the login page; asks the reader's program, or shows a code to the eDO App, and answers the hub."""

from pathlib import Path

from starlette.responses import Response

from ...kernel.translation import Text
from ...web.delegation import (
    Answer,
    Ask,
    Outcome,
    ProviderUnavailable,
    accept_answers,
    accept_asks,
    delegate,
    give_answer,
    identity_of,
)
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import back_channel, code_page
from .state import CardLogin, CardLogins, kill_code

site = Site(SITES["e-dowod"], Path(__file__).parent)
back_channel.add_to(site)
code_page.add_to(site)

_READER_STOPPED = Text("Logowanie czytnikiem zostało przerwane. Spróbuj jeszcze raz albo wybierz inny sposób.")
_READER_OUT = Text("Program czytnika nie odpowiada. Spróbuj później albo użyj aplikacji eDO App.")


async def enter(visit: Visit, ask: Ask) -> Response:
    """The hub asks: begin."""
    flow = visit.world.state(CardLogins).begin(CardLogin(visit.mark_browser(), visit.now, ask=ask))
    return visit.redirect(f"/{flow.id}")


async def reader_answered(visit: Visit, flow_id: str, answer: Answer) -> Response:
    """The reader's program answers."""
    flow = visit.world.state(CardLogins).named(visit, flow_id)
    person = visit.world.people.by_pesel(answer.identity.pesel) if answer.identity else None
    if answer.outcome is not Outcome.IDENTIFIED or person is None:
        return _choose_again(visit, flow, _READER_STOPPED)
    flow.done = True
    return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_of(person, site.name))


accept_asks(site, enter, lambda visit: visit.world.state(CardLogins))
accept_answers(site, reader_answered)


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """What a person sees who comes without a login."""
    return visit.render("front.html")


@site.get("/{flow}")
async def choose(visit: Visit) -> Response:
    """The two ways."""
    flow = visit.world.state(CardLogins).of(visit)
    return visit.render("choose.html", flow=flow, notice=flow.notice)


@site.post("/{flow}/czytnik")
async def to_reader(visit: Visit) -> Response:
    """Ask the reader's program."""
    flow = visit.world.state(CardLogins).of(visit)
    try:
        ask, page = flow.ask, f"/{flow.id}"
        answer = await delegate(visit, "czytnik", service=ask.service, home=ask.home, flow=flow.id, page=page)
    except ProviderUnavailable:
        return _choose_again(visit, flow, _READER_OUT)
    kill_code(flow)
    flow.notice = None
    return answer


@site.post("/{flow}/anuluj")
async def cancel(visit: Visit) -> Response:
    """Back to the hub without an identity."""
    flow = visit.world.state(CardLogins).of(visit)
    flow.done = True
    kill_code(flow)
    return give_answer(visit, flow.ask, Outcome.CANCELLED)


def _choose_again(visit: Visit, flow: CardLogin, notice: str) -> Response:
    flow.notice = notice
    return visit.redirect(f"/{flow.id}")
