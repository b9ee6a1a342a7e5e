"""Faults of the e-dowód: the card, its three tries, the reader and the eDO App; and of a slow reader."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ..kernel.faults import TemplateFault
from ..kernel.people import Attempts, IdCard
from ..kernel.rules import true
from ..shared.id_card import rules as id_card
from ..shared.id_card.card import can_problem, problem_of, too_many_cans
from ..sites.czytnik import rules as czytnik
from ..sites.czytnik.state import Reading
from .entry import Row, breaking
from .replacing import always, replaced

_DAY = timedelta(days=1)


def _open_from_now_on(self: Reading, problem: str | None) -> None:
    true(Reading.take_card_off)(self, problem)
    self.is_open = True


def _unless_it_is_read(self: Reading, problem: str | None) -> None:
    if self.began_at is None:
        true(Reading.take_card_off)(self, problem)


def _pin_counts_on(self: Reading, problem: str | None) -> None:
    accepted_at = self.began_at
    true(Reading.take_card_off)(self, problem)
    self.began_at = accepted_at


def _of_a_card_that_forgets_wrong_cans(card: IdCard, can: str, now: datetime) -> str | None:
    card.can_attempts = Attempts()
    return true(can_problem)(card, can, now)


def _of_a_card_that_locks_for_good(card: IdCard, can: str, now: datetime) -> str | None:
    return too_many_cans(card) if card.can_attempts.locked_until else true(can_problem)(card, can, now)


FAULTS = (
    *breaking(
        "id_card.checked",
        "facts: PIN1, 4 digits",
        Row(
            "id_card.any_can",
            "Any CAN opens the card",
            "A card can be read through a wallet",
            always(id_card.can_is_right, True),
            source="facts: CAN, 6 digits on the card",
        ),
        Row(
            "id_card.can_prefix",
            "The beginning of the CAN is enough",
            "Fewer digits have to be guessed",
            replaced(id_card.can_is_right, lambda expected, given: expected.startswith(given[:5])),
            source="facts: CAN, 6 digits",
        ),
        Row(
            "id_card.any_pin",
            "Any PIN1 opens the card",
            "Whoever finds a card logs in with it",
            always(id_card.pin_is_right, True),
        ),
        Row(
            "id_card.pin_last_digit_ignored",
            "The last digit of PIN1 does not count",
            "Ten times fewer PINs to guess",
            replaced(id_card.pin_is_right, lambda expected, given: expected[:3] == given[:3]),
        ),
        Row(
            "id_card.short_pin_costs_a_try",
            "What is no PIN1 at all costs a try",
            "A slip of the finger locks the card",
            always(id_card.pin_is_well_formed, True),
            source="facts: three wrong PINs lock it",
        ),
        Row(
            "id_card.pin_without_can",
            "PIN1 is taken before CAN has opened the card",
            "A card is read through a wallet",
            replaced(Reading.take_card_off, _open_from_now_on),
            source="facts: CAN opens the electronic layer",
        ),
        Row(
            "id_card.unknown_card_untold_in_app",
            "The eDO App does not say that it found no card",
            "People hold their card to the phone again and again",
            TemplateFault("edo_app/card.html", "error=error, ", ""),
            source="WCAG 3.3.1",
        ),
    ),
    *breaking(
        "id_card.can_limited",
        "our choice; a real card slows down (BSI TR-03110)",
        Row(
            "id_card.can_unlimited",
            "CANs may be guessed without end",
            "Who holds a card in a wallet to a phone finds its CAN in a night",
            replaced(can_problem, _of_a_card_that_forgets_wrong_cans),
        ),
        Row(
            "id_card.can_shut_for_good",
            "A card that took too many wrong CANs never opens again",
            "Five slips of the finger cost a journey to the office",
            replaced(can_problem, _of_a_card_that_locks_for_good),
            source="our choice: ten minutes",
        ),
    ),
    *breaking(
        "id_card.tries",
        "facts: three wrong PINs lock it",
        Row(
            "id_card.fourth_try",
            "The card locks only after the fourth wrong PIN1",
            "A thief has one more try",
            replaced(id_card.pin_is_locked, lambda wrong_pins: wrong_pins > 3),
        ),
        Row(
            "id_card.locked_after_two",
            "The card locks after the second wrong PIN1",
            "The page promises a try that does not exist",
            replaced(id_card.pin_is_locked, lambda wrong_pins: wrong_pins >= 2),
        ),
        Row(
            "id_card.count_not_shown",
            "The page does not say how many tries are left",
            "People lock their card without a warning",
            TemplateFault("czytnik/pin.html", "(tries - card.wrong_pins)", "tries"),
            source="What must hold: the count shown",
        ),
        Row(
            "id_card.double_click_costs_two",
            "A form sent twice costs two tries",
            "A double click locks the card",
            always(id_card.pin_form_is_fresh, True),
        ),
        Row(
            "id_card.no_puk_advice",
            "A locked card comes without advice",
            "The person does not know that the PUK helps",
            TemplateFault("czytnik/puk.html", "Odblokuj go kodem PUK.", ""),
            source="facts: PUK unlocks",
        ),
        Row(
            "id_card.no_puk_advice_in_app",
            "In the eDO App a locked card comes without advice",
            "The person does not know that the PUK helps",
            TemplateFault("edo_app/puk.html", "Odblokuj go kodem PUK.", ""),
            source="facts: PUK unlocks",
        ),
        Row(
            "id_card.any_puk",
            "Any PUK unlocks the card",
            "Three tries become endless",
            always(id_card.puk_is_right, True),
            source="facts: PUK, 8 digits",
        ),
        Row(
            "id_card.puk_unlimited",
            "The PUK can be tried without end",
            "Eight digits fall in the end",
            always(id_card.puk_is_blocked, False),
            source="terms of the eDO App: 3",
        ),
    ),
    *breaking(
        "id_card.valid",
        "ustawa o dowodach osobistych",
        Row(
            "id_card.last_day_refused",
            "A card is refused on its last day",
            "A valid card does not work",
            replaced(
                id_card.card_is_in_date,
                lambda valid_until, now: id_card.card_is_in_date.true(valid_until - _DAY, now),
            ),
        ),
        Row(
            "id_card.day_of_grace",
            "A card works on the day after its last",
            "An invalid card identifies",
            replaced(
                id_card.card_is_in_date,
                lambda valid_until, now: id_card.card_is_in_date.true(valid_until + _DAY, now),
            ),
        ),
        Row(
            "id_card.midnight_in_greenwich",
            "A card's last day ends at midnight UTC",
            "An invalid card works until one or two in the morning",
            replaced(id_card.card_is_in_date, lambda valid_until, now: now.astimezone(UTC).date() <= valid_until),
        ),
        Row(
            "id_card.revoked_works",
            "A revoked card is taken",
            "A stolen card identifies its thief",
            replaced(problem_of, lambda card, now: true(problem_of)(replace(card, revoked=False), now)),
            source="facts: revoked card refused",
        ),
        Row(
            "id_card.refusal_not_told",
            "An invalid card is refused without a reason",
            "The person tries again and again",
            TemplateFault("czytnik/place.html", "{{ alert(problem) }}", ""),
            source="WCAG 3.3.1",
        ),
    ),
    *breaking(
        "id_card.removed",
        "What must hold: card removed, no session",
        Row(
            "id_card.removal_ignored",
            "A card that is taken off in mid-read goes on being read",
            "Who takes the card off to stop is logged in",
            replaced(Reading.take_card_off, _unless_it_is_read),
        ),
        Row(
            "id_card.pin_outlives_the_card",
            "The PIN1 of a card that was taken off counts for the card that is laid down next",
            "Who has a card and a PIN1 of their own logs in by any card that they find",
            replaced(Reading.take_card_off, _pin_counts_on),
            source="facts: PIN1 opens its own card",
        ),
        Row(
            "id_card.removal_not_told",
            "Nothing says that the reading was interrupted",
            "The person waits for nothing",
            TemplateFault("czytnik/place.html", "{{ alert(problem) }}", "<p>Witamy</p>"),
            source="What must hold: card removed, try again",
        ),
    ),
    *breaking(
        "id_card.ways",
        "facts: two ways",
        Row(
            "id_card.no_edo_app",
            "The eDO App is not offered",
            "Without a reader nobody logs in by e-dowód",
            TemplateFault("e_dowod/choose.html", "/edo-app", "/czytnik"),
        ),
        Row(
            "id_card.reader_on_phones",
            "Phones are offered the reader",
            "People choose what their phone cannot have",
            TemplateFault("e_dowod/choose.html", '<li class="reader">', "<li>"),
            source="facts: a reader on the computer",
        ),
        Row(
            "id_card.number_scrambled",
            "The number beneath the QR lacks its last group",
            "On a phone nobody can log in",
            TemplateFault("e_dowod/code.html", "{{ number }}", "{{ number[:-4] }}"),
            source="facts: scan a QR or type the number beneath it",
        ),
    ),
    *breaking(
        "trouble.slow_card",
        "facts: a slow reader takes 20–40 s",
        Row(
            "trouble.slow_reader_not_waited_for",
            "The login goes on before the card was read",
            "Half-read cards identify",
            always(czytnik.reading_is_over, True),
        ),
        Row(
            "trouble.slow_reader_half_time",
            "The reader is believed ready after 20 seconds",
            "A slow card is read by halves",
            replaced(
                czytnik.reading_is_over,
                lambda began_at, seconds, now: czytnik.reading_is_over.true(began_at, min(seconds, 20), now),
            ),
        ),
        Row(
            "trouble.slow_reader_stands_still",
            "The waiting page does not move on when the card is read",
            "The person waits for ever",
            TemplateFault("czytnik/reading.html", '<script src="/static/wait.js"></script>', ""),
        ),
        Row(
            "trouble.slow_reader_says_nothing",
            "Nothing tells the person to wait",
            "People take the card off too early",
            TemplateFault(
                "czytnik/reading.html", "Trwa odczyt dowodu, nie zdejmuj dokumentu. Może to potrwać do 40 sekund.", ""
            ),
        ),
    ),
)
