"""Faults of the PIN of mojeIKP."""

from ..kernel.faults import TemplateFault
from ..sites.mojeikp import rules as mojeikp
from .entry import Row, breaking
from .replacing import always, replaced

_PIN = "facts: later logins use the app's own PIN"

FAULTS = (
    *breaking(
        "phone.pin",
        _PIN,
        Row(
            "phone.any_pin",
            "Any PIN opens mojeIKP",
            "Whoever finds the phone reads the account",
            always(mojeikp.pin_is_right, True),
        ),
        Row(
            "phone.beginning_of_pin",
            "The first three digits of the PIN open mojeIKP",
            "A PIN of four digits is worth three",
            replaced(mojeikp.pin_is_right, lambda expected, given: expected[:3] == given[:3]),
        ),
        Row(
            "phone.fourth_pin",
            "A fourth PIN may be tried",
            "A thief has one guess more than stated",
            replaced(mojeikp.device_is_forgotten, lambda wrong: wrong > 3),
            source="our choice: three tries",
        ),
        Row(
            "phone.second_pin_last",
            "The second wrong PIN is the last",
            "Who mistypes twice must confirm the identity anew",
            replaced(mojeikp.device_is_forgotten, lambda wrong: wrong >= 2),
            source="our choice: three tries",
        ),
        Row(
            "phone.endless_pins",
            "PINs may be tried without end",
            "A thief tries all ten thousand",
            always(mojeikp.device_is_forgotten, False),
            source="our choice: three tries",
        ),
        Row(
            "phone.trivial_pin",
            "1111 is taken for a PIN",
            "A thief guesses it at once",
            always(mojeikp.pin_is_trivial, False),
            source="our choice",
        ),
        Row(
            "phone.short_pin",
            "A PIN of three digits is taken",
            "A thief needs a thousand tries instead of ten thousand",
            replaced(mojeikp.pin_is_well_formed, lambda pin: pin.isdigit()),
            source="our choice",
        ),
        Row(
            "phone.pin_mistyped",
            "The two PINs need not agree",
            "Who mistypes a new PIN is locked out",
            always(mojeikp.pins_agree, True),
            source="our choice",
        ),
        Row(
            "phone.pin_not_offered",
            "The app's first page offers no PIN",
            "Every login goes through login.gov.pl, which may be down",
            TemplateFault("mojeikp/start.html", 'href="/pin"', 'href="/zaloguj"'),
        ),
    ),
)
