"""Faults of methods that are out, and of profiles that are not valid."""

from datetime import timedelta

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..kernel.people import Confirmation
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "trouble.expired_profile_confirms",
        "An expired profile still logs in",
        "A profile that its owner gave up is worth a login",
        "trouble.profile",
        "facts: an expired one still signs in but cannot confirm",
        RuleFault("pz.profile_is_valid", "always", True),
    ),
    CataloguedFault(
        "trouble.profile_a_moment_longer",
        "A profile still confirms at the end of its time",
        "The stated time is not the real one",
        "trouble.profile",
        "facts: A profile lives 3 years",
        RuleReplaced("pz.profile_is_valid", lambda _: lambda until, now: now <= until),
    ),
    CataloguedFault(
        "trouble.profile_a_second_early",
        "A profile is expired in its last second",
        "A valid profile is refused",
        "trouble.profile",
        "facts: A profile lives 3 years",
        RuleReplaced("pz.profile_is_valid", lambda _: lambda until, now: now < until - timedelta(seconds=1)),
    ),
    CataloguedFault(
        "trouble.no_alert",
        "The page of a missing profile does not say why",
        "The person is at a loss",
        "trouble.profile",
        "facts: “Nie masz ważnego profilu zaufanego”",
        TemplateFault(
            "pz/no_profile.html",
            "Twój profil zaufany wygasł albo jeszcze go nie masz, ",
            "",
        ),
    ),
    CataloguedFault(
        "trouble.renewal_keeps_the_link",
        "A renewed profile keeps its bank",
        "The profile tells a link that is lost",
        "trouble.bank_link",
        "facts: Renewing drops the bank link",
        RuleReplaced("pz.link_after_renewal", lambda _: lambda bank: bank),
    ),
    CataloguedFault(
        "trouble.renewal_forgets_push",
        "A renewed profile falls back to SMS, whatever was set",
        "The safer method is lost unasked",
        "trouble.bank_link",
        "facts: falls back to SMS or push",
        RuleReplaced("pz.confirmation_after_renewal", lambda _: lambda _current: Confirmation.SMS),
    ),
    CataloguedFault(
        "trouble.renewal_unconfirmed",
        "A renewal asks for no confirmation",
        "Who finds a browser open renews the profile",
        "trouble.bank_link",
        "facts: falls back to SMS or push",
        RuleReplaced(
            "pz.confirmation_is_needed",
            lambda _: lambda operation: not operation.startswith("Przedłużenie"),
        ),
    ),
    CataloguedFault(
        "trouble.outage_is_a_dead_end",
        "The browser is sent to a method that is out",
        "The person ends on an error page",
        "trouble.outage",
        "facts: outage of one method while the others work",
        RuleFault("web.readiness_is_asked", "always", False),
    ),
    CataloguedFault(
        "trouble.outage_hides_the_methods",
        "After an outage the tiles are hidden",
        "The other methods are out as well",
        "trouble.outage",
        "facts: outage of one method while the others work",
        TemplateFault("login/methods.html", '<ul class="tiles">', '<ul {{ "hidden" if notice else "class=tiles" }}>'),
    ),
    CataloguedFault(
        "trouble.outage_untold",
        "After an outage the page says nothing",
        "The person tries again and again",
        "trouble.outage",
        "facts: outage of one method while the others work",
        TemplateFault("web/layout.html", '<p class="notice" role="status">{{ notice }}</p>', ""),
    ),
    CataloguedFault(
        "trouble.pin_needs_login_gov_pl",
        "mojeIKP's PIN leads to login.gov.pl",
        "While login.gov.pl is out nobody opens the app",
        "trouble.outage",
        "behaviour: Phones",
        TemplateFault("mojeikp/pin.html", 'method="post" action="/pin"', 'method="get" action="/zaloguj"'),
    ),
)
