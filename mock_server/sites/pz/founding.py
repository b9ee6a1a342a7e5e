"""The founding of a trusted profile: an institution says who the person is, and an SMS proves that the phone is theirs.

The profile counts from the right code on, for three years; then the person logs in with it: by the institution, or by
the password that they chose. An expired profile gives way to the new one, since it can confirm nobody (facts).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar

from starlette.responses import Response

from ...kernel.making import end_of_profile
from ...kernel.open_things import Kind, OpenThing
from ...kernel.people import Confirmation, Person, TrustedProfile
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.delegation import Identity, Outcome, Purpose
from ...web.moments import moment_shown
from ...web.refusal import Refused
from ...web.visit import Visit
from . import rules
from .hub_login import HubLogin
from .obstacle import obstacle_to
from .operation import Operations
from .own_sign_in import CANCELLED, NOTICES, begin_sign_in
from .password import PasswordOperation
from .state import OwnSessions
from .through_bank import BankOperation

USERNAME_TAKEN = Text("Ta nazwa użytkownika jest już zajęta. Wybierz inną.")
FOUNDED_ANEW = Text("Twój profil zaufany został założony na nowo. Zacznij jeszcze raz.")
BACK_FROM_BANK = {
    Outcome.CANCELLED: Text(
        "Bez zgody na przekazanie danych nie założymy profilu. Możesz wybrać instytucję jeszcze raz."
    ),
    Outcome.FAILED: Text("Wybrana instytucja nie potwierdziła Twojej tożsamości. Możesz wybrać inną."),
    Outcome.UNAVAILABLE: Text("Wybrana instytucja jest teraz niedostępna. Spróbuj później albo wybierz inną."),
}


@dataclass(frozen=True)
class Chosen:
    """What the person will type to log in."""

    username: str
    password: str


@dataclass
class Founding(BankOperation):
    """The founding of one profile.

    Attributes:
        start: the address at which foundings begin.
        login: the login at which the person found that they have no profile, and to which they go back.
        told: what the institution said, once it did.
        chosen: user name and password, once they were chosen.
        founded: the profile, once it is there.
    """

    start: str = field(kw_only=True)
    login: str | None = field(default=None, kw_only=True)
    told: Identity | None = field(default=None, kw_only=True)
    chosen: Chosen | None = field(default=None, kw_only=True)
    founded: TrustedProfile | None = field(default=None, kw_only=True)
    title = Text("Założenie profilu zaufanego")
    backdrop = "founding_form.html"
    purpose: ClassVar[Purpose] = Purpose.FOUNDING
    service = "pz.gov.pl"

    @property
    def address(self) -> str:
        """The address of the page on which the institution is chosen."""
        return f"/ui/au/register/{self.id}"

    @property
    def home(self) -> str:
        """The address at which foundings begin."""
        return self.start

    def channel(self, _person: Person) -> Confirmation:
        """An SMS, whatever an expired profile said."""
        return Confirmation.SMS

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The founding, of whoever the institution named, and the code that it waits for."""
        pesel = self.told.pesel if self.told else None
        for thing in super().open_things(site):
            ours = thing.kind is Kind.LOGIN
            yield replace(thing, kind=Kind.CHANGE, what="founding", pesel=pesel) if ours else thing

    def identified_by_bank(self, visit: Visit, identity: Identity) -> Response:
        """Show what the institution says."""
        self.told = identity
        return self.begin_again(visit)

    @seam
    def back_from_bank(self, visit: Visit, outcome: Outcome) -> Response:
        """Send the browser to the institutions, told why none said anything; every one can be chosen."""
        self.notice = BACK_FROM_BANK[outcome]
        return self.begin_again(visit)

    def forget(self, visit: Visit) -> None:
        """Let what an institution said count no more, since another is chosen: the last choice counts."""
        self.stop(visit, "")
        self.told = self.chosen = None

    def stop(self, visit: Visit, notice: str, blamed: Person | None = None) -> None:
        """Stop the confirmation; after too many wrong codes the institution must say again who the person is."""
        super().stop(visit, notice, blamed)
        if blamed:
            self.told = None

    @seam
    def confirm(self, visit: Visit, person: Person) -> None:
        """Found the profile, if nothing has come in the way since the person was asked."""
        assert self.told and self.chosen  # noqa: S101, PT018 - narrows the types: nothing is confirmed before
        if obstacle_to(visit, self.told, person):
            self.stop(visit, "")
        elif not username_is_free(visit, self.chosen.username, person.pesel):
            self.stop(visit, USERNAME_TAKEN)
        else:
            self._found(visit, person, self.told, self.chosen)

    def _found(self, visit: Visit, person: Person, told: Identity, chosen: Chosen) -> None:
        end_old_profile(visit, person, self)
        self.founded = person.trusted_profile = TrustedProfile(
            username=chosen.username,
            password=chosen.password,
            valid_until=end_of_profile(visit.now),
            bank=told.authorities[0],
        )
        visit.world.changed.notify()

    def begin_again(self, visit: Visit) -> Response:
        """Send the browser to the data, or to the institutions as long as none has said anything."""
        return visit.redirect(f"{self.address}/data" if self.told else self.address)

    def finish(self, visit: Visit, _person: Person) -> Response:
        """Send the browser to where the person can log in with the profile."""
        if self.founded is None:
            return self.begin_again(visit)
        until = self.founded.valid_until
        self.done = True
        login = self.login_to_go_back_to(visit) or begin_sign_in(visit)
        login.notice = Text(
            "Założyliśmy Twój profil zaufany. Jest ważny do {until}. Zaloguj się nim teraz.",
            until=lambda: moment_shown(until),
        )
        return visit.redirect(login.address)

    def cancel(self, visit: Visit) -> Response:
        """Send the browser back to where the person came from."""
        login = self.login_to_go_back_to(visit)
        if login is None:
            return visit.redirect(f"/?{CANCELLED}=founding")
        login.notice = NOTICES["founding"]
        return visit.redirect(login.address)

    @seam
    def login_to_go_back_to(self, visit: Visit) -> PasswordOperation | None:
        """The login from which the person came here, if it still goes on."""
        try:
            login = visit.world.state(Operations).named(visit, self.login or "")
        except Refused:
            return None
        return login if isinstance(login, HubLogin) else None


def username_is_free(visit: Visit, username: str, pesel: str) -> bool:
    """Whether a person can be called so at pz.gov.pl."""
    holder = visit.world.people.by_username(username)
    return rules.username_is_free(holder.pesel if holder else None, pesel)


@seam
def end_old_profile(visit: Visit, person: Person, founding: Founding) -> None:
    """End what was begun with the profile that gives way, and every other founding of this person."""
    for other in visit.world.state(Operations).unfinished():
        if other is not founding and other.step and other.step.pesel == person.pesel:
            other.stop(visit, FOUNDED_ANEW)
    visit.world.state(OwnSessions).end_where(lambda session: session.pesel == person.pesel)
