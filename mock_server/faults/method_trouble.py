"""Faults of methods that are out, and of profiles that are not valid."""

from datetime import timedelta

from ..kernel.faults import TemplateFault
from ..kernel.people import Confirmation, Person
from ..kernel.rules import true
from ..sites.pz import rules as pz
from ..sites.pz.renewal import Renewal
from ..web.delegation import require_ready
from ..web.visit import Visit
from .bank import ask_nobody
from .entry import Row, breaking
from .replacing import always, replaced
from .trusted_profile import unconfirmed


def _keep_the_link(self: Renewal, visit: Visit, person: Person) -> None:
    assert person.trusted_profile  # noqa: S101 - narrows the type: who renews a profile has one
    bank = person.trusted_profile.bank
    true(Renewal.confirm)(self, visit, person)
    person.trusted_profile.bank = bank


def _forget_push(self: Renewal, visit: Visit, person: Person) -> None:
    assert person.trusted_profile  # noqa: S101 - narrows the type: who renews a profile has one
    true(Renewal.confirm)(self, visit, person)
    person.trusted_profile.confirmation = Confirmation.SMS


FAULTS = (
    *breaking(
        "trouble.profile",
        "facts: A profile lives 3 years",
        Row(
            "trouble.expired_profile_confirms",
            "An expired profile still logs in",
            "A profile that its owner gave up is worth a login",
            always(pz.profile_is_valid, True),
            source="facts: an expired one still signs in but cannot confirm",
        ),
        Row(
            "trouble.profile_a_moment_longer",
            "A profile still confirms at the end of its time",
            "The stated time is not the real one",
            replaced(pz.profile_is_valid, lambda valid_until, now: now <= valid_until),
        ),
        Row(
            "trouble.profile_a_second_early",
            "A profile is expired in its last second",
            "A valid profile is refused",
            replaced(pz.profile_is_valid, lambda valid_until, now: now < valid_until - timedelta(seconds=1)),
        ),
        Row(
            "trouble.no_alert",
            "The page of a missing profile does not say why",
            "The person is at a loss",
            TemplateFault(
                "pz/no_profile.html",
                "Twój profil zaufany wygasł albo jeszcze go nie masz, ",
                "",
            ),
            source="facts: “Nie masz ważnego profilu zaufanego”",
        ),
    ),
    *breaking(
        "trouble.bank_link",
        "facts: falls back to SMS or push",
        Row(
            "trouble.renewal_keeps_the_link",
            "A renewed profile keeps its bank",
            "The profile tells a link that is lost",
            replaced(Renewal.confirm, _keep_the_link),
            source="facts: Renewing drops the bank link",
        ),
        Row(
            "trouble.renewal_forgets_push",
            "A renewed profile falls back to SMS, whatever was set",
            "The safer method is lost unasked",
            replaced(Renewal.confirm, _forget_push),
        ),
        Row(
            "trouble.renewal_unconfirmed",
            "A renewal asks for no confirmation",
            "Who finds a browser open renews the profile",
            unconfirmed(Renewal),
        ),
    ),
    *breaking(
        "trouble.outage",
        "facts: outage of one method while the others work",
        Row(
            "trouble.outage_is_a_dead_end",
            "The browser is sent to a method that is out",
            "The person ends on an error page",
            replaced(require_ready, ask_nobody),
        ),
        Row(
            "trouble.outage_hides_the_methods",
            "After an outage the tiles are hidden",
            "The other methods are out as well",
            TemplateFault(
                "login/methods.html", '<ul class="tiles">', '<ul {{ "hidden" if notice else "class=tiles" }}>'
            ),
        ),
        Row(
            "trouble.outage_untold",
            "After an outage the page says nothing",
            "The person tries again and again",
            TemplateFault("web/layout.html", "{{ notice }}</p>", "</p>"),
        ),
        Row(
            "trouble.pin_needs_login_gov_pl",
            "mojeIKP's PIN leads to login.gov.pl",
            "While login.gov.pl is out nobody opens the app",
            TemplateFault("mojeikp/pin.html", 'method="post" action="/pin"', 'method="get" action="/zaloguj"'),
            source="behaviour: Phones",
        ),
    ),
)
