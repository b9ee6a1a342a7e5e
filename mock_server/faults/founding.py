"""Faults of the founding of a trusted profile: its way, its code, how long it lives, and where it leads."""

from collections.abc import Callable
from datetime import timedelta

from starlette.responses import Response

from ..kernel.faults import Replaced, TemplateFault
from ..kernel.people import Person, TrustedProfile
from ..kernel.rules import true
from ..sites.pz.founding import Founding
from ..sites.pz.hub_login import HubLogin
from ..sites.pz.operation import Operations
from ..sites.pz.password import PasswordOperation
from ..web.delegation import Outcome
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import replaced
from .trusted_profile import alive_after_cancel, unconfirmed

_PURPOSE = '"Zakładasz profil zaufany w serwisie" if flow.ask.purpose == "founding" else "Logujesz się do"'


def _founded(spoil: Callable[[TrustedProfile], None]) -> Replaced:
    """Let every profile that is founded come out like this."""

    def confirm(self: Founding, visit: Visit, person: Person) -> None:
        true(Founding.confirm)(self, visit, person)
        if self.founded:
            spoil(self.founded)

    return replaced(Founding.confirm, confirm)


def _unlinked(profile: TrustedProfile) -> None:
    profile.bank = None


def _linked_to_mbank(profile: TrustedProfile) -> None:
    profile.bank = "mbank"


def _for_two_years(profile: TrustedProfile) -> None:
    profile.valid_until -= timedelta(days=365)


def _for_a_second_more(profile: TrustedProfile) -> None:
    profile.valid_until += timedelta(seconds=1)


def _with_password_in_small_letters(profile: TrustedProfile) -> None:
    profile.password = profile.password.lower()


def _come_to_nothing(self: Founding, visit: Visit, person: Person) -> None:
    """Take the right code, and found nothing."""
    self.stop(visit, "")


def _back_silently(self: Founding, visit: Visit, outcome: Outcome) -> Response:
    back = true(Founding.back_from_bank)(self, visit, outcome)
    self.notice = ""
    return back


def _back_as_from_an_outage(self: Founding, visit: Visit, outcome: Outcome) -> Response:
    return true(Founding.back_from_bank)(self, visit, Outcome.UNAVAILABLE)


def _ending_with(ending: Outcome) -> Replaced:
    """Let the founding end where an institution came back so."""

    def back(self: Founding, visit: Visit, outcome: Outcome) -> Response:
        self.done = outcome is ending
        return true(Founding.back_from_bank)(self, visit, outcome)

    return replaced(Founding.back_from_bank, back)


def _no_login(self: Founding, visit: Visit) -> PasswordOperation | None:
    return None


def _any_login(self: Founding, visit: Visit) -> PasswordOperation | None:
    """The login from which the person came here, whether or not it still goes on."""
    logins = (one for one in visit.world.state(Operations) if isinstance(one, HubLogin))
    return next((login for login in logins if login.id == self.login), None)


FAULTS = (
    *breaking(
        "founding.found",
        "article: Dowiedz się, jak założyć profil zaufany",
        Row(
            "founding.article_leads_to_the_front_page",
            "The article's button leads to the front page of pz.gov.pl",
            "The person looks for what the article promised",
            TemplateFault(
                "pacjent/articles/jak-zalozyc-profil-zaufany.html",
                "way_to('pz', '/ui/au/register')",
                "way_to('pz', '/')",
            ),
        ),
        Row(
            "founding.front_page_wants_a_profile",
            "The front page's “Załóż profil zaufany” asks for user name and password",
            "Who has no profile yet is asked for one",
            TemplateFault("pz/front.html", 'href="/ui/au/register"', 'href="/ui/au/login"'),
        ),
        Row(
            "founding.alert_leads_nowhere",
            "The alert of a missing profile tells of founding one, without a link",
            "The person does not know how to go on",
            TemplateFault("pz/no_profile.html", '<a href="{{ founding }}">', "<a>"),
        ),
    ),
    *breaking(
        "founding.institutions",
        "article: the list of institutions",
        Row(
            "founding.without_the_last",
            "One institution can found no profile",
            "Its customers have no way to a profile",
            TemplateFault(
                "pz/founding.html",
                '{% include "bank_tiles.html" %}',
                '{% with banks = banks[:-1] %}{% include "bank_tiles.html" %}{% endwith %}',
            ),
        ),
        Row(
            "founding.unlinked",
            "The profile does not know through which institution it was founded",
            "The details tell of no link",
            _founded(_unlinked),
        ),
        Row(
            "founding.linked_to_mbank",
            "Every profile is linked to mBank",
            "The details tell of a bank at which the person has no account",
            _founded(_linked_to_mbank),
        ),
    ),
    *breaking(
        "founding.data",
        "facts: data taken over and confirmed",
        Row(
            "founding.birth_date_unshown",
            "The data are shown without the birth date",
            "A mistake in it goes unnoticed",
            TemplateFault("pz/founding_data.html", "for name, value in data %}", "for name, value in data[:3] %}"),
        ),
        Row(
            "founding.names_swapped",
            "Given and family name stand under each other's name",
            "The person believes that the bank has them wrong",
            TemplateFault(
                "pz/founding_data.html",
                "<dd>{{ value }}</dd>",
                "<dd>{{ data[1 - loop.index0][1] if loop.index0 < 2 else value }}</dd>",
            ),
        ),
        Row(
            "founding.looks_like_a_login",
            "The institution says that the person logs in",
            "Who wanted to log in founds a profile, and does not know it",
            TemplateFault("banks/confirmation.html", _PURPOSE, '"Logujesz się do"'),
        ),
    ),
    *breaking(
        "founding.code",
        "facts: code by SMS",
        Row(
            "founding.without_a_code",
            "The profile is there before the code",
            "Whoever knows a password of the bank needs no phone",
            unconfirmed(Founding),
        ),
        Row(
            "founding.code_founds_nothing",
            "After the right code there is no profile",
            "The person begins again and again",
            replaced(Founding.confirm, _come_to_nothing),
        ),
        Row(
            "founding.goes_on_after_cancel",
            "A founding that was given up can still be confirmed",
            "A profile is founded that nobody wants",
            alive_after_cancel(Founding),
        ),
    ),
    *breaking(
        "founding.valid",
        "facts: valid 3 years",
        Row(
            "founding.for_two_years",
            "The profile lives two years",
            "It ends when the person relies on it",
            _founded(_for_two_years),
        ),
        Row(
            "founding.for_a_second_more",
            "The profile lives a second longer than three years",
            "It says yes when the law says no",
            _founded(_for_a_second_more),
        ),
        Row(
            "founding.password_in_small_letters",
            "The password is kept in small letters",
            "The password that was chosen does not log in",
            _founded(_with_password_in_small_letters),
        ),
    ),
    *breaking(
        "founding.refused",
        "behaviour: Banks",
        Row(
            "founding.refusal_untold",
            "Whoever refused at the institution is told nothing",
            "The person does not know whether there is a profile",
            replaced(Founding.back_from_bank, _back_silently),
        ),
        Row(
            "founding.refusal_told_as_an_outage",
            "Whoever refused is told that the institution is out",
            "The person waits for what works",
            replaced(Founding.back_from_bank, _back_as_from_an_outage),
        ),
        Row(
            "founding.refusal_ends_it",
            "After a refusal no other institution can be chosen",
            "The person is at a dead end",
            _ending_with(Outcome.CANCELLED),
        ),
        Row(
            "founding.outage_ends_it",
            "After an outage no other institution can be chosen",
            "The person is at a dead end",
            _ending_with(Outcome.UNAVAILABLE),
        ),
    ),
    *breaking(
        "founding.back",
        "OWASP ASVS 5.0, V10 (redirects)",
        Row(
            "founding.login_forgotten",
            "Whoever came from a login is led to the own account",
            "What the person wanted to do is lost",
            replaced(Founding.login_to_go_back_to, _no_login),
        ),
        Row(
            "founding.dead_login_remembered",
            "Whoever gave the login up meanwhile is led back to it",
            "The person ends at a page that says that it was used",
            replaced(Founding.login_to_go_back_to, _any_login),
        ),
    ),
)
"""The faults of the way."""
