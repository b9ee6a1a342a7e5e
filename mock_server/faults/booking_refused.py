"""Faults of what booking refuses: a term that is over, a full place, a referral that counts no more, a wrong day."""

from datetime import timedelta

from ..kernel.rules import true
from ..shared.patient.booking import rules
from ..shared.patient.prevention import rules as prevention
from .entry import Row, breaking
from .replacing import always, replaced

_EDGE = "users expect it: what is refused says what to do"
_DAY, _QUARTER = timedelta(days=1), timedelta(minutes=15)

FAULTS = (
    *breaking(
        "booking.past",
        _EDGE,
        Row(
            "booking.past_terms",
            "A term that is over can be booked",
            "A patient has a visit that nobody can go to",
            always(rules.term_is_to_come, True),
        ),
        Row(
            "booking.at_its_very_start",
            "A term can be booked at the very moment at which it begins",
            "A patient is late for a visit from the start",
            replaced(rules.term_is_to_come, lambda starts_at, now: now <= starts_at),
        ),
        Row(
            "booking.closed_early",
            "A term is closed a quarter of an hour before it begins",
            "A patient who is near cannot have the free term",
            replaced(rules.term_is_to_come, lambda starts_at, now: now < starts_at - _QUARTER),
        ),
    ),
    *breaking(
        "booking.full",
        _EDGE,
        Row(
            "booking.full_place_opens",
            "A place without a free term shows an empty list",
            "A patient waits for terms that never come",
            always(rules.place_has_room, True),
        ),
        Row(
            "booking.last_term_is_none",
            "A place with one free term counts as full",
            "A patient is turned away from the last term",
            replaced(rules.place_has_room, lambda free_terms: len(free_terms) > 1),
        ),
    ),
    *breaking(
        "booking.right",
        _EDGE,
        Row(
            "booking.used_referral",
            "A referral that was used books again",
            "A patient is sent home from the laboratory",
            replaced(
                prevention.standing_of,
                lambda valid_until, today, *, used: true(prevention.standing_of)(
                    valid_until, today, used=used and today > valid_until
                ),
            ),
        ),
        Row(
            "booking.expired_referral",
            "A referral never expires",
            "A patient is sent home from the laboratory",
            replaced(
                prevention.standing_of,
                lambda valid_until, today, *, used: true(prevention.standing_of)(
                    max(valid_until, today), today, used=used
                ),
            ),
        ),
        Row(
            "booking.referral_a_day_longer",
            "A referral expires a day late",
            "A patient is sent home from the laboratory",
            replaced(
                prevention.standing_of,
                lambda valid_until, today, *, used: true(prevention.standing_of)(valid_until + _DAY, today, used=used),
            ),
        ),
        Row(
            "booking.referral_a_day_less",
            "A referral expires as its last day begins",
            "A patient loses the last day",
            replaced(
                prevention.standing_of,
                lambda valid_until, today, *, used: true(prevention.standing_of)(valid_until - _DAY, today, used=used),
            ),
        ),
    ),
    *breaking(
        "booking.days",
        _EDGE,
        Row(
            "booking.after_the_last_day",
            "A visit may come after the last day of its referral",
            "A patient is sent home from the laboratory",
            replaced(rules.day_is_within, lambda day, first_day, last_day: first_day <= min(day, last_day)),
        ),
        Row(
            "booking.not_on_the_last_day",
            "The last day of a referral does not count",
            "A patient is turned away from a good term",
            replaced(rules.day_is_within, lambda day, first_day, last_day: first_day <= day < last_day),
        ),
        Row(
            "booking.not_on_the_first_day",
            "The day on which a referral was issued does not count",
            "“Od razu” means tomorrow",
            replaced(rules.day_is_within, lambda day, first_day, last_day: first_day < day <= last_day),
        ),
    ),
)
