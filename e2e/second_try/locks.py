"""The table of locks and counters: how many wrong tries there are, how long a lock holds, what a right one clears."""

from dataclasses import dataclass
from functools import partial

from e2e.second_try import app_doors, card_doors, doors
from e2e.second_try.doors import HUB, OWN, Door

TEN_MINUTES = 10 * 60


@dataclass(frozen=True)
class Lock:
    """One lock.

    Attributes:
        name: what is tried.
        tries: after so many wrong ones in a row it falls.
        forgives: whether a right one gives back all tries.
        roads: each form that asks for it, by a name; the count is one for all.
        lasts: seconds until it opens by itself; None: it never does.
    """

    name: str
    tries: int
    forgives: bool
    roads: dict[str, Door]
    lasts: int | None = TEN_MINUTES


def without_last(number: str) -> str:
    """What is no such number at all."""
    return number[:-1]


LOCKS = (
    Lock(
        "profile_password_alone",
        5,
        forgives=False,
        roads={"hub": doors.password_at(HUB), "own": doors.password_at(OWN), "change": doors.password_at_change},
    ),
    Lock(
        "profile_password_confirmed",
        5,
        forgives=True,
        roads={"hub": doors.password_and_code_at(HUB), "own": doors.password_and_code_at(OWN)},
    ),
    Lock("three_sms_codes", 5, forgives=True, roads={"own": doors.three_codes}),
    Lock("push", 5, forgives=True, roads={"own": doors.push}),
    Lock("sms_code", 3, forgives=True, roads={"own": doors.code_of_one_operation}, lasts=None),
    Lock(
        "bank_password",
        5,
        forgives=True,
        roads={"profile": doors.bank_of("trusted_profile"), "mojeid": doors.bank_of("mojeid")},
    ),
    Lock("app_password", 5, forgives=True, roads={"app": app_doors.app_password}),
    Lock("unknown_code_approved", 5, forgives=True, roads={"app": app_doors.code_in_app(approved=True)}),
    Lock("unknown_code_read", 5, forgives=False, roads={"app": app_doors.code_in_app(approved=False)}),
    Lock("unknown_number_approved", 5, forgives=True, roads={"app": app_doors.number_in_app(approved=True)}),
    Lock("unknown_number_read", 5, forgives=False, roads={"app": app_doors.number_in_app(approved=False)}),
    Lock("can", 5, forgives=True, roads={"reader": card_doors.can_at_reader, "phone": card_doors.can_at_phone}),
    Lock(
        "pin1",
        3,
        forgives=True,
        roads={"reader": card_doors.pin_at_reader, "phone": card_doors.pin_at_phone},
        lasts=None,
    ),
    Lock(
        "puk",
        3,
        forgives=True,
        roads={"reader": card_doors.puk_at_reader, "phone": card_doors.puk_at_phone},
        lasts=None,
    ),
    Lock("mojeikp_pin", 3, forgives=True, roads={"app": app_doors.pin_of_mojeikp}, lasts=None),
)
NO_SUCH_NUMBER = {
    "can-reader": partial(card_doors.can_at_reader, wrong=without_last),
    "can-phone": partial(card_doors.can_at_phone, wrong=without_last),
    "pin1-reader": partial(card_doors.pin_at_reader, wrong=without_last),
    "pin1-phone": partial(card_doors.pin_at_phone, wrong=without_last),
    "puk-reader": partial(card_doors.puk_at_reader, wrong=without_last),
    "puk-phone": partial(card_doors.puk_at_phone, wrong=without_last),
    "mojeikp_pin-app": partial(app_doors.pin_of_mojeikp, wrong=without_last),
}
"""The same forms, to which wrong is a digit too few: it costs no try."""
