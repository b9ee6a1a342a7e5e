"""Faults of second tries: another choice, what is old, the same edge by another road, and guards besides the cookie."""

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from ..kernel.faults import Replaced, TemplateFault
from ..kernel.inbox import PushState
from ..kernel.people import Person
from ..kernel.rules import true
from ..shared.mobywatel_messages import CodeResult, PushResult
from ..sites.czytnik.reading import hand_over
from ..sites.czytnik.state import Reading
from ..sites.e_dowod.state import CardLogin, kill_code
from ..sites.edo_app.state import Confirmation
from ..sites.login_mobywatel.back_channel import Found, find_code
from ..sites.login_mobywatel.state import CodeState, QrLogins
from ..sites.mojeid.choice import go_to_bank
from ..sites.mojeid.state import MojeIdFlow
from ..sites.pz import rules as pz
from ..sites.pz.answering import take_answer
from ..sites.pz.hub_login import AUTHORITY, HubLogin
from ..sites.pz.operation import Operations
from ..sites.pz.steps import PushStep
from ..web.delegation import Outcome, give_answer, identity_of, withdraw_asks
from ..web.flow import Flow, Flows
from ..web.session import Session, Sessions
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced

Admits = Callable[[Visit], bool]


async def _keep_to_the_first_bank(visit: Visit, flow: MojeIdFlow, bank: str, name: str) -> Response:
    flow.__dict__.setdefault("first", (bank, name))
    return await true(go_to_bank)(visit, flow, *flow.__dict__["first"])


async def _keep_the_notice(visit: Visit, flow: MojeIdFlow, bank: str, name: str) -> Response:
    notice = flow.notice
    answer = await true(go_to_bank)(visit, flow, bank, name)
    flow.notice = notice
    return answer


async def _let_earlier_banks_answer(visit: Visit, flow: str) -> None:
    if visit.site.name not in {"pz", "mojeid"}:
        await true(withdraw_asks)(visit, flow)


def _unless_no_card_follows(self: Reading, problem: str | None) -> None:
    if problem is not None:
        true(Reading.take_card_off)(self, problem)


def _keep_the_card(self: Confirmation) -> None:
    """Keep the card that was held first."""


def _keep_the_notice_in_app(self: Confirmation) -> None:
    self.card = None


def _keep_the_code(flow: CardLogin) -> None:
    """Let the code that the login showed live on."""


def _stop_by_any_push(visit: Visit, id: str, pesel: str, *, approved: bool) -> PushResult:  # noqa: A002
    if not approved:
        for operation in visit.world.state(Operations).unfinished():
            if isinstance(operation.step, PushStep) and operation.step.pesel == pesel:
                operation.stop(visit, "")
    return true(take_answer)(visit, id, pesel, approved=approved)


def _approve_by_any_push(visit: Visit, id: str, pesel: str, *, approved: bool) -> PushResult:  # noqa: A002
    """An earlier push of the same person counts for the operation that waits now."""
    push = visit.world.inbox.push(id)
    if push and push.state is PushState.WAITING and push.pesel == pesel:
        for operation in visit.world.state(Operations).unfinished():
            if isinstance(operation.step, PushStep) and operation.step.pesel == pesel and operation.step.push:
                return true(take_answer)(visit, operation.step.push.id, pesel, approved=approved)
    return true(take_answer)(visit, id, pesel, approved=approved)


def _identified_by_bank_at_any_time(self: HubLogin, visit: Visit, person: Person, *bank: str) -> Response:
    if not bank or person.trusted_profile is None:
        return true(HubLogin.identified)(self, visit, person, *bank)
    self.done = True
    return give_answer(visit, self.ask, Outcome.IDENTIFIED, identity_of(person, AUTHORITY, *bank))


def _handed_over_unchecked(visit: Visit, flow: Reading) -> Response:
    person = visit.world.people.by_card(flow.card or "")
    if person is None:
        return true(hand_over)(visit, flow)
    flow.done = True
    return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_of(person, visit.site.name))


def _read_at_any_time(visit: Visit, code: str) -> Found | CodeResult:
    known = visit.world.state(QrLogins).by_code.get(code)
    return Found(*known) if known and known[1].state is CodeState.SHOWN else true(find_code)(visit, code)


def _unchecked_at(site: str, admits: Admits = lambda _: True) -> Replaced:
    """Let a site take some of its forms without the session's token."""

    def posted(self: Sessions[Session], visit: Visit) -> Session:
        if visit.site.name == site and admits(visit):
            return self.required(visit)
        return true(Sessions.posted)(self, visit)

    return replaced(Sessions.posted, posted)


def _in_any_browser(admits: Admits) -> Replaced:
    """Let some requests of a login go on in whichever browser they come from."""

    def named(self: Flows[Any], visit: Visit, id: str) -> Flow:  # noqa: A002
        known = self._by_id.get(id)
        if known is None or not admits(visit):
            return true(Flows.named)(self, visit, id)  # type: ignore[no-any-return]
        mark, known.browser = known.browser, visit.known_browser
        try:
            return true(Flows.named)(self, visit, id)  # type: ignore[no-any-return]
        finally:
            known.browser = mark

    return replaced(Flows.named, named)


def _is_change(visit: Visit) -> bool:
    return str(visit.request.scope["path"]) == "/account/profile/method"


def _is_form(visit: Visit) -> bool:
    return visit.request.method == "POST"


def _is_poll(visit: Visit) -> bool:
    return str(visit.request.scope["path"]).endswith(("/stan", "/status"))


FAULTS = (
    *breaking(
        "choice.second",
        "What must hold: a second choice is as good as a first",
        Row(
            "choice.first_bank_stays",
            "mojeID asks the bank that was chosen first, whichever is chosen after it",
            "Who pressed the wrong tile never comes to their own bank",
            replaced(go_to_bank, _keep_to_the_first_bank),
        ),
        Row(
            "choice.notice_of_another_bank_stays",
            "The list of banks tells what became of a bank after another was chosen",
            "The person believes that their bank is out",
            replaced(go_to_bank, _keep_the_notice),
        ),
        Row(
            "choice.first_person_stays",
            "Who types their password after somebody else is asked for the other one's code",
            "The second at a computer waits for a message that went to the first",
            always(pz.asks_already, True),
        ),
        Row(
            "choice.earlier_bank_answers",
            "A bank that was left for another in a second tab still answers",
            "Who is done with one tab is logged in by the other",
            replaced(withdraw_asks, _let_earlier_banks_answer),
        ),
        Row(
            "choice.reader_keeps_the_card",
            "A card stays on the reader though another number is typed that is no card's",
            "Whoever sits down next logs in with the card of the one before",
            replaced(Reading.take_card_off, _unless_no_card_follows),
        ),
        Row(
            "choice.app_keeps_the_card",
            "The eDO App goes on with the card that was held first",
            "Who changes the card confirms with the other one",
            replaced(Confirmation.take_card_off, _keep_the_card),
        ),
        Row(
            "choice.left_code_says_nothing",
            "A code of e-dowód that was left for the reader stands on an empty page",
            "The person does not know why nothing can be scanned any more",
            TemplateFault("e_dowod/code.html", '{% elif state == "replaced" %}', '{% elif state == "left" %}'),
        ),
        Row(
            "choice.unlocked_told_of_another_card",
            "The eDO App tells of the second card that its PIN1 was unlocked, which was the first one's",
            "The person believes that somebody has used up the tries of their card",
            replaced(Confirmation.take_card_off, _keep_the_notice_in_app),
        ),
    ),
    *breaking(
        "choice.old",
        "What must hold: a refresh ends what it replaces",
        Row(
            "choice.old_edo_code_lives",
            "A code of e-dowód works on after a newer one, or another way, was chosen",
            "A code on a photograph logs in",
            replaced(kill_code, _keep_the_code),
        ),
        Row(
            "choice.old_push_stops_the_new",
            "Declining a push that was sent again stops the login that waits for the new one",
            "Who clears old notifications cannot log in",
            replaced(take_answer, _stop_by_any_push),
        ),
        Row(
            "choice.old_push_approves_the_new",
            "Approving a push that was sent again counts for the new one",
            "The numbers that the person compared do not belong together",
            replaced(take_answer, _approve_by_any_push),
        ),
    ),
    *breaking(
        "choice.roads",
        "What must hold: one edge, whatever the road",
        Row(
            "choice.ended_profile_by_bank",
            "An expired profile still identifies through a bank",
            "Who lost the profile logs in with it",
            replaced(HubLogin.identified, _identified_by_bank_at_any_time),
        ),
        Row(
            "choice.card_ends_while_it_is_read",
            "A card whose last day ends while it is read still identifies",
            "An invalid card identifies",
            replaced(hand_over, _handed_over_unchecked),
        ),
        Row(
            "choice.code_read_after_its_end",
            "A code of mObywatel can still be read after its end",
            "The app asks for a consent that cannot count",
            replaced(find_code, _read_at_any_time),
        ),
    ),
    *breaking(
        "choice.guarded",
        "OWASP ASVS 5.0, V10 and 3.5",
        Row(
            "choice.app_takes_any_form",
            "mObywatel takes answers from forms without the session's token",
            "Another page shares the person's data in their name",
            _unchecked_at("mobywatel"),
        ),
        Row(
            "choice.change_takes_any_form",
            "The change of the method takes forms without the session's token",
            "Another page changes how the person's logins are confirmed",
            _unchecked_at("pz", _is_change),
        ),
        Row(
            "choice.forms_in_any_browser",
            "Pages of a login are bound to its browser, their forms are not",
            "Who was sent the address goes on with somebody else's login",
            _in_any_browser(_is_form),
        ),
        Row(
            "choice.polls_in_any_browser",
            "How a login stands is told to any browser",
            "Who knows the address learns when the person has approved",
            _in_any_browser(_is_poll),
        ),
    ),
)
