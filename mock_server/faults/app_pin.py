"""Faults of the PIN of mojeIKP."""

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from .entry import CataloguedFault

_PIN = "facts: later logins use the app's own PIN"

FAULTS = (
    CataloguedFault(
        "phone.any_pin",
        "Any PIN opens mojeIKP",
        "Whoever finds the phone reads the account",
        "phone.pin",
        _PIN,
        RuleFault("mojeikp.pin_is_right", "always", value=True),
    ),
    CataloguedFault(
        "phone.beginning_of_pin",
        "The beginning of the PIN opens mojeIKP",
        "A PIN of four digits is worth three",
        "phone.pin",
        _PIN,
        RuleReplaced(
            "mojeikp.pin_is_right", lambda _: lambda expected, given: bool(given) and expected.startswith(given)
        ),
    ),
    CataloguedFault(
        "phone.fourth_pin",
        "A fourth PIN may be tried",
        "A thief has one guess more than stated",
        "phone.pin",
        "our choice: three tries",
        RuleReplaced("mojeikp.device_is_forgotten", lambda _: lambda wrong: wrong > 3),
    ),
    CataloguedFault(
        "phone.second_pin_last",
        "The second wrong PIN is the last",
        "Who mistypes twice must confirm the identity anew",
        "phone.pin",
        "our choice: three tries",
        RuleReplaced("mojeikp.device_is_forgotten", lambda _: lambda wrong: wrong >= 2),
    ),
    CataloguedFault(
        "phone.endless_pins",
        "PINs may be tried without end",
        "A thief tries all ten thousand",
        "phone.pin",
        "our choice: three tries",
        RuleFault("mojeikp.device_is_forgotten", "always", value=False),
    ),
    CataloguedFault(
        "phone.trivial_pin",
        "1111 is taken for a PIN",
        "A thief guesses it at once",
        "phone.pin",
        "our choice",
        RuleFault("mojeikp.pin_is_trivial", "always", value=False),
    ),
    CataloguedFault(
        "phone.short_pin",
        "A PIN of three digits is taken",
        "A thief needs a thousand tries instead of ten thousand",
        "phone.pin",
        "our choice",
        RuleReplaced("mojeikp.pin_is_well_formed", lambda _: lambda pin: pin.isdigit()),
    ),
    CataloguedFault(
        "phone.pin_mistyped",
        "The two PINs need not agree",
        "Who mistypes a new PIN is locked out",
        "phone.pin",
        "our choice",
        RuleFault("mojeikp.pins_agree", "always", value=True),
    ),
    CataloguedFault(
        "phone.pin_not_offered",
        "The app's first page offers no PIN",
        "Every login goes through login.gov.pl, which may be down",
        "phone.pin",
        _PIN,
        TemplateFault("mojeikp/start.html", 'href="/pin"', 'href="/zaloguj"'),
    ),
)
