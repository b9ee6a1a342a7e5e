"""The login that another site asked for: by password and confirmation, or through one of sixteen institutions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.delegation import Ask, AskedFlow, Identity, Outcome, accept_asks, give_answer, identity_of
from ...web.refusal import not_found
from ...web.visit import Visit
from . import rules
from .confirming import ask_to_confirm, person_of
from .operation import Operations
from .password import PasswordOperation, password_operation
from .site import site
from .through_bank import BankOperation, offered, send_to_bank

AUTHORITY = "pz.gov.pl"
BACK_FROM_BANK = {
    Outcome.CANCELLED: Text("Anulowano logowanie przez bank lub innego dostawcę. Możesz wybrać inny sposób."),
    Outcome.FAILED: Text("Bank lub inny dostawca nie potwierdził Twojej tożsamości. Możesz wybrać inny sposób."),
    Outcome.UNAVAILABLE: Text("Wybrany bank lub dostawca jest teraz niedostępny. Możesz wybrać inny sposób."),
}


@dataclass
class HubLogin(PasswordOperation, BankOperation, AskedFlow):
    """A login that another site asked for."""

    title = Text("Logowanie do profilu zaufanego")

    @property
    def service(self) -> str:
        """The service that wants to know who the person is."""
        return self.ask.service

    @property
    def home(self) -> str:
        """The address at which that service begins; empty where it is not known."""
        return self.ask.home

    def page(self, visit: Visit, **shown: Any) -> Response:  # noqa: ANN401
        """Render the login page."""
        return visit.render("hub_login.html", operation=self, service=self.service, banks=offered(), **shown)

    def password_given(self, visit: Visit, person: Person) -> Response:
        """Begin the confirmation, unless there is no valid profile."""
        profile = person.trusted_profile
        if profile is None or not rules.profile_is_valid(profile.valid_until, visit.now):
            self.stop(visit, "")
            return visit.redirect(f"{self.address}/no-profile")
        return ask_to_confirm(visit, self, person, profile.confirmation)

    def finish(self, visit: Visit, person: Person) -> Response:
        """Tell the asker who the person is."""
        return self.identified(visit, person)

    def identified_by_bank(self, visit: Visit, identity: Identity) -> Response:
        """Tell the asker who the person is, by the institution and by us."""
        return self.identified(visit, person_of(visit, identity.pesel), *identity.authorities)

    @seam
    def identified(self, visit: Visit, person: Person, *bank: str) -> Response:
        """Tell the asker who the person is, and who said so, if the profile is still valid."""
        profile = person.trusted_profile
        if profile is None or not rules.profile_is_valid(profile.valid_until, visit.now):
            return visit.redirect(f"{self.address}/no-profile")
        self.done = True
        return give_answer(visit, self.ask, Outcome.IDENTIFIED, identity_of(person, AUTHORITY, *bank))

    @seam
    def back_from_bank(self, visit: Visit, outcome: Outcome) -> Response:
        """Send the browser to the password form, told why the bank identified nobody; every way is open."""
        self.notice = BACK_FROM_BANK[outcome]
        return self.begin_again(visit)

    def cancel(self, visit: Visit) -> Response:
        """Send the browser back to the asker."""
        return give_answer(visit, self.ask, Outcome.CANCELLED)

    def give_up(self, visit: Visit) -> None:
        """Let nothing confirm it any more."""
        self.end(visit)


async def on_ask(visit: Visit, ask: Ask) -> Response:
    """Begin a login for another site."""
    login = HubLogin(visit.mark_browser(), visit.now, ask=ask)
    visit.world.state(Operations).begin(login)
    return visit.redirect(login.address)


def _hub_logins(visit: Visit) -> Iterator[HubLogin]:
    return (login for login in visit.world.state(Operations) if isinstance(login, HubLogin))


accept_asks(site, on_ask, _hub_logins)


@site.post("/ui/au/login/{flow}/bank")
async def choose_bank(visit: Visit) -> Response:
    """Ask the institution that the person chose."""
    return await send_to_bank(visit, hub_login(visit))


@site.get("/ui/au/login/{flow}/no-profile")
async def no_profile(visit: Visit) -> Response:
    """Tell the person that there is no valid profile."""
    return visit.render("no_profile.html", operation=hub_login(visit))


@site.post("/ui/au/login/{flow}/leave")
async def leave(visit: Visit) -> Response:
    """Send the browser back to the asker, where other methods work."""
    login = hub_login(visit)
    login.end(visit)
    return give_answer(visit, login.ask, Outcome.FAILED)


def hub_login(visit: Visit) -> HubLogin:
    """The login that the address names.

    Raises:
        Refused: as for every flow, and 404 for an operation of another kind.
    """
    login = password_operation(visit)
    if not isinstance(login, HubLogin):
        raise not_found()
    return login
