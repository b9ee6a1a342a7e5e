"""How every operation is confirmed: the pages for a code by SMS and for a push."""

from collections import defaultdict
from datetime import datetime

from starlette.responses import Response

from ...kernel.open_things import NothingOpen
from ...kernel.people import Confirmation, Person
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.delegation import withdraw_asks
from ...web.refusal import Refused, not_found
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .operation import Operation, Operations
from .site import site
from .steps import STEPS, PushStep, SmsStep, Standing, Step

NO_MOBYWATEL = Text("Nie masz aplikacji mObywatel na telefonie, więc nie możemy wysłać Ci powiadomienia push.")
TOO_MANY_MESSAGES = Text("Wysłaliśmy Ci zbyt wiele wiadomości. Spróbuj ponownie za kilka minut.")
TOO_MANY_CODES = Text("Trzy razy podano nieprawidłowy kod SMS. Zacznij jeszcze raz.")
TOO_SOON = Text("Wiadomość wysłaliśmy przed chwilą. Następną możesz wysłać po 30 sekundach.")
OTHER_METHOD = Text("Metoda autoryzacji zmieniła się. Zacznij jeszcze raz.")
SENT_ANEW = Text("Wysłaliśmy nową wiadomość. Poprzednia już nie działa.")
NO_RESENDS = Text("Nie możemy wysłać kolejnej wiadomości do tej operacji. Anuluj ją i zacznij od początku.")


class SentMessages(NothingOpen):
    """When each person was sent a message, by PESEL."""

    def __init__(self) -> None:
        self._times: defaultdict[str, list[datetime]] = defaultdict(list)

    def lately(self, pesel: str, now: datetime) -> int:
        """How many messages went to this person within the last minutes."""
        self._times[pesel] = [time for time in self._times[pesel] if now < time + rules.MESSAGES_SPAN]
        return len(self._times[pesel])

    def add(self, pesel: str, now: datetime) -> None:
        """Count a message."""
        self._times[pesel].append(now)


@seam
def ask_to_confirm(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Response:
    """Ask the owner of the profile to confirm an operation, over this channel and no other."""
    if _is_under_way(operation.step, person, channel, visit.now):
        return visit.redirect(_address(operation))
    _give_way(operation, visit.now)
    operation.notice = ""
    if not rules.channel_reaches(channel, person.mobywatel is not None):
        operation.notice = NO_MOBYWATEL
    elif not _may_message(visit, person.pesel):
        operation.notice = TOO_MANY_MESSAGES
    else:
        operation.step = begin_step(visit, operation, person, channel)
    return visit.redirect(_address(operation)) if operation.step else operation.begin_again(visit)


@site.get("/ui/au/confirm/{flow}")
async def show(visit: Visit) -> Response:
    """Show the step under way, or send the browser on when there is none."""
    operation = visit.world.state(Operations).admitted(visit)
    step = _step(visit, operation)
    if step is None:
        return operation.begin_again(visit)
    if step.standing(visit.now) is Standing.APPROVED:
        return operation.finish(visit, person_of(visit, step.pesel))
    return _page(visit, operation, step)


@site.get("/ui/au/confirm/{flow}/status")
async def status(visit: Visit) -> Response:
    """Tell a waiting page how far the step has come."""
    operations = visit.world.state(Operations)

    def standing() -> str:
        step = operations.of(visit).step
        return step.standing(visit.now) if step else "over"

    def page() -> Response | None:
        operation = operations.of(visit)
        step = operation.step
        if step is None or step.standing(visit.now) is Standing.APPROVED:
            return None
        return _page(visit, operation, step)

    return tell_status(visit, standing, page=page)


@site.post("/ui/au/confirm/{flow}/code")
async def take_code(visit: Visit) -> Response:
    """Take the code that the person typed."""
    operation = visit.world.state(Operations).admitted(visit)
    step = _step(visit, operation)
    if step is None:
        return operation.begin_again(visit)
    if not isinstance(step, SmsStep):
        raise not_found()
    person = person_of(visit, step.pesel)
    if step.standing(visit.now) is Standing.EXPIRED:
        return _page(visit, operation, step, error=Text("Kod SMS stracił ważność. Wyślij kod ponownie."))
    if code_is_right(visit, step):
        operation.confirm(visit, person)
        return operation.finish(visit, person)
    step.wrong += 1
    if rules.try_is_left(step.wrong):
        return _page(visit, operation, step, error=Text("Podany kod SMS jest nieprawidłowy."))
    operation.wrong_codes.pop(step.pesel, None)
    operation.stop(visit, TOO_MANY_CODES, blamed=person)
    return operation.begin_again(visit)


@site.post("/ui/au/confirm/{flow}/resend")
async def resend(visit: Visit) -> Response:
    """Send the code or the push once more."""
    operation = visit.world.state(Operations).admitted(visit)
    step = _step(visit, operation)
    if step is None:
        return operation.begin_again(visit)
    if step.standing(visit.now) is Standing.APPROVED:
        return visit.redirect(_address(operation))
    if not rules.resend_is_left(step.resent):
        operation.notice = NO_RESENDS
    elif not rules.pause_is_over(step.sent_at, visit.now):
        operation.notice = TOO_SOON
    elif not _may_message(visit, step.pesel):
        operation.notice = TOO_MANY_MESSAGES
    else:
        step.prepare_resend()
        operation.notice = SENT_ANEW
        _send(visit, step)
    return visit.redirect(_address(operation))


@site.post("/ui/au/cancel/{flow}")
@seam
async def cancel(visit: Visit) -> Response:
    """Give the operation up, at whatever step."""
    operation = visit.world.state(Operations).admitted(visit)
    operation.end(visit)
    await withdraw_asks(visit, operation.id)
    return operation.cancel(visit)


def person_of(visit: Visit, pesel: str) -> Person:
    """Find the person of this PESEL, who may have left this world meanwhile.

    Raises:
        Refused: 410, that is so.
    """
    person = visit.world.people.by_pesel(pesel)
    if person is None:
        raise Refused(410, Text("Nie ma już takiego konta"), Text("Zacznij logowanie od początku."))
    return person


def still_counts(operation: Operation, step: Step, person: Person) -> bool:
    """Whether the operation is still to be confirmed over the channel of this step."""
    in_force = operation.channel(person)
    return in_force is None or rules.channel_counts(step.channel, in_force)


@seam
def stop_over_other_methods(visit: Visit, person: Person) -> None:
    """Stop what still waits for this person over a method that is no longer in force."""
    for operation in visit.world.state(Operations).unfinished():
        step = operation.step
        if step and step.pesel == person.pesel and not (step.approved_by or still_counts(operation, step, person)):
            operation.stop(visit, OTHER_METHOD)


@seam
def code_is_right(visit: Visit, step: SmsStep) -> bool:
    """Whether the person typed the code of this step."""
    return rules.code_matches(step.code, visit.field("code"))


def _step(visit: Visit, operation: Operation) -> Step | None:
    """Find the step under way, and stop it when the person has changed to another method meanwhile."""
    step = operation.step
    if step is None or step.standing(visit.now) is Standing.APPROVED:
        return step
    if not still_counts(operation, step, person_of(visit, step.pesel)):
        operation.stop(visit, OTHER_METHOD)
    return operation.step


@seam
def begin_step(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Step:
    """Begin the step over the chosen channel by sending its message."""
    step = STEPS[channel](operation.title, person.pesel, person.phone, visit.now)
    if isinstance(step, SmsStep):
        step.wrong = operation.wrong_codes.get(person.pesel, 0)
    _send(visit, step)
    return step


def _give_way(operation: Operation, now: datetime) -> None:
    """Let the step under way, if there is one, make room for another; wrong codes stay counted."""
    step, operation.step = operation.step, None
    if isinstance(step, SmsStep):
        operation.wrong_codes[step.pesel] = step.wrong
    if step:
        step.withdraw(now)


def _is_under_way(step: Step | None, person: Person, channel: Confirmation, now: datetime) -> bool:
    return (
        step is not None
        and step.standing(now) is not Standing.EXPIRED
        and rules.asks_already(step.pesel, person.pesel, step.channel, channel)
    )


def _may_message(visit: Visit, pesel: str) -> bool:
    return rules.person_may_be_messaged(visit.world.state(SentMessages).lately(pesel, visit.now))


def _send(visit: Visit, step: Step) -> None:
    step.send(visit.world)
    visit.world.state(SentMessages).add(step.pesel, visit.now)
    visit.world.changed.notify()


def _address(operation: Operation) -> str:
    return f"/ui/au/confirm/{operation.id}"


def _page(visit: Visit, operation: Operation, step: Step, error: str = "") -> Response:
    standing = step.standing(visit.now)
    if isinstance(step, PushStep):
        is_stale = operation.notice == SENT_ANEW and standing is Standing.EXPIRED
        notice = "" if is_stale else operation.notice
        return visit.render(
            "push.html", here=_address(operation), operation=operation, step=step, standing=standing, notice=notice
        )
    return visit.render(
        "sms.html",
        status=422 if error else 200,
        operation=operation,
        step=step,
        phone=rules.masked(step.phone),
        notice=operation.notice,
        error=error,
    )
