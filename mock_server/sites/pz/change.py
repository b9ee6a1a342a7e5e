"""The change of the method of confirmation: password first, then confirmed over the new method, then in force.

A push proves that the person's mObywatel can answer pushes, an SMS code that the profile's phone can be reached,
so nobody is locked out by a change. The change takes effect where it is confirmed, on the phone or by the code.
"""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from ...kernel.inbox import Sms
from ...kernel.language import spoken
from ...kernel.people import Confirmation, Person
from ...kernel.rules import seam
from ...kernel.translation import Text, say
from ...web.visit import Visit
from . import rules
from .account import account_page, holder
from .account_operation import AccountOperation, withdraw_operations
from .confirming import ask_to_confirm, stop_over_other_methods
from .credentials import Locked, NotAdmitted, check_password_again
from .operation import Operations
from .site import site
from .state import OwnSessions
from .steps import SENDER

FORM = "/account/profile/method"
METHOD_NAMES = {Confirmation.PUSH: Text("powiadomienia push"), Confirmation.SMS: Text("SMS")}
_CANCELLED = Text("Anulowano zmianę metody autoryzacji.")


@dataclass
class MethodChange(AccountOperation):
    """A change to another method, in one session."""

    to: Confirmation
    in_force: bool = False
    what = "method"
    backdrop = "method_form.html"

    @property
    def title(self) -> str:
        """The change and its new method, so that nobody approves another one."""
        return Text("Zmiana metody autoryzacji na {method}", method=METHOD_NAMES[self.to])

    def channel(self, _person: Person) -> Confirmation:
        """The new method."""
        return self.to

    @seam
    def confirm(self, visit: Visit, person: Person) -> None:
        """Put the new method in force, and tell the person."""
        super().confirm(visit, person)
        assert person.trusted_profile  # noqa: S101 - narrows the type: one that is gone was refused
        person.trusted_profile.confirmation = self.to
        self.in_force = True
        stop_over_other_methods(visit, person)
        tell_of_change(visit, person, self.to)
        visit.world.changed.notify()

    def begin_again(self, visit: Visit) -> Response:
        """Send the browser to the form, with nothing changed."""
        self.done = True
        self.session.notice = self.notice
        return visit.redirect(FORM)

    def finish(self, visit: Visit, _person: Person) -> Response:
        """Send the browser to the details, which show the new method."""
        self.done = True
        self.session.notice = Text("Zmieniono metodę autoryzacji na {method}.", method=METHOD_NAMES[self.to])
        return visit.redirect("/account/profile/details")

    def cancel(self, visit: Visit) -> Response:
        """Send the browser to the details; a change that the phone approved a moment before is in force already."""
        self.session.notice = _already(self.to) if self.in_force else _CANCELLED
        return visit.redirect("/account/profile/details")


@seam
def tell_of_change(visit: Visit, person: Person, method: Confirmation) -> None:
    """Tell the person by SMS which method is in force now, whatever it is."""
    text = Text(
        "Metoda autoryzacji Twojego profilu zaufanego to teraz: {method}. Nie Ty? Zgłoś to nam.",
        method=METHOD_NAMES[method],
    )
    visit.world.inbox.sms.append(Sms(person.phone, SENDER, say(text), visit.now, spoken()))


@site.get(FORM)
async def form(visit: Visit) -> Response:
    """Ask for the method, and for the password once more."""
    session = visit.world.state(OwnSessions).required(visit)
    return account_page(visit, session, "method.html", notice=session.take_notice())


@site.post(FORM)
async def take_choice(visit: Visit) -> Response:
    """Begin a change, if the password is right."""
    session = visit.world.state(OwnSessions).posted(visit)
    person, profile = holder(visit, session)

    def refused(**shown: Any) -> Response:  # noqa: ANN401
        return account_page(visit, session, "method.html", status=422, chosen=visit.field("method"), **shown)

    if visit.field("method") not in METHOD_NAMES:
        return refused(problem=Text("Wybierz metodę autoryzacji."))
    to = Confirmation(visit.field("method"))
    try:
        check_password_again(visit, profile)
    except Locked as locked:
        return refused(problem=locked.message)
    except NotAdmitted:
        return refused(error=Text("Podane hasło jest nieprawidłowe."))
    withdraw_operations(visit, session)
    if not rules.method_is_new(profile.confirmation, to):
        session.notice = _already(to)
        return visit.redirect("/account/profile/details")
    change = MethodChange(visit.mark_browser(), visit.now, session, to)
    visit.world.state(Operations).begin(change)
    return ask_to_confirm(visit, change, person, to)


def _already(method: Confirmation) -> str:
    return Text("Metoda autoryzacji to już {method}.", method=METHOD_NAMES[method])
