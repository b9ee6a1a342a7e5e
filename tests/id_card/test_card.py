from datetime import UTC, datetime, timedelta

import pytest

from mock_server.kernel.people import IdCard
from mock_server.shared.id_card import card as cards

NOW, MINUTES_10 = datetime(2026, 3, 1, 12, 0, tzinfo=UTC), timedelta(minutes=10)


def try_pin(card: IdCard, pin: str) -> str | None:
    return cards.pin_problem(card, pin, str(card.wrong_pins))


def test_three_wrong_pins_lock_and_then_the_right_one_is_refused(card: IdCard) -> None:
    assert [try_pin(card, "9999") for _ in range(3)] == [f"Nieprawidłowy PIN1. Pozostało prób: {n}." for n in (2, 1, 0)]
    assert cards.is_locked(card)
    assert try_pin(card, card.pin1) is not None
    assert card.wrong_pins == 3


def test_the_right_pin_on_the_third_try_opens_and_clears_the_count(card: IdCard) -> None:
    try_pin(card, "9999")
    try_pin(card, "9999")
    assert try_pin(card, card.pin1) is None
    assert card.wrong_pins == 0


@pytest.mark.parametrize("pin", ["", "012", "01233", "abcd"])
def test_what_is_no_pin_costs_no_try(card: IdCard, pin: str) -> None:
    assert try_pin(card, pin) == cards.MALFORMED_PIN
    assert card.wrong_pins == 0


def test_a_double_click_costs_one_try(card: IdCard) -> None:
    first, second = (cards.pin_problem(card, "9999", "0") for _ in range(2))
    assert (first, second) == ("Nieprawidłowy PIN1. Pozostało prób: 2.",) * 2
    assert card.wrong_pins == 1


def test_a_stale_form_does_not_open_even_with_the_right_pin(card: IdCard) -> None:
    card.wrong_pins = 1
    assert cards.pin_problem(card, card.pin1, "0") == "Nieprawidłowy PIN1. Pozostało prób: 2."
    assert card.wrong_pins == 1


def test_a_form_from_before_the_unlocking_costs_nothing(card: IdCard) -> None:
    assert cards.pin_problem(card, card.pin1, "1") == "Wpisz PIN1 jeszcze raz. Pozostało prób: 3."
    assert card.wrong_pins == 0


def test_the_puk_unlocks(card: IdCard) -> None:
    card.wrong_pins = 3
    assert cards.puk_problem(card, "99999999") == "Nieprawidłowy PUK. Pozostało prób: 2."
    assert cards.is_locked(card)
    assert cards.puk_problem(card, card.puk) is None
    assert (card.wrong_pins, card.wrong_puks) == (0, 0)


def test_three_wrong_puks_leave_it_locked_for_good(card: IdCard) -> None:
    card.wrong_pins = 3
    for _ in range(3):
        cards.puk_problem(card, "99999999")
    assert cards.puk_problem(card, card.puk) == "PUK jest zablokowany. Zgłoś się do dowolnego urzędu gminy."
    assert cards.is_locked(card)


@pytest.mark.parametrize(
    ("now", "valid"),
    [
        (datetime(2031, 5, 10, 21, 59, 59, tzinfo=UTC), True),
        (datetime(2031, 5, 10, 22, 0, 0, tzinfo=UTC), False),
    ],
)
def test_the_last_day_ends_at_midnight_in_warsaw(card: IdCard, now: datetime, *, valid: bool) -> None:
    assert (cards.problem_of(card, now) is None) is valid


def test_a_card_out_of_date_tells_the_last_day(card: IdCard) -> None:
    assert cards.problem_of(card, datetime(2031, 5, 11, tzinfo=UTC)) == (
        "Ten dowód stracił ważność: był ważny do 10.05.2031. Nie można się nim zalogować."
    )


def test_a_revoked_card_has_a_message_of_its_own(card: IdCard) -> None:
    card.revoked = True
    assert cards.problem_of(card, datetime(2026, 1, 1, tzinfo=UTC)) == cards.REVOKED


def wrong_cans(card: IdCard, often: int) -> list[str | None]:
    return [cards.can_problem(card, "999999", NOW) for _ in range(often)]


def test_five_wrong_cans_in_a_row_shut_the_card_for_ten_minutes(card: IdCard) -> None:
    assert wrong_cans(card, 6) == [cards.WRONG_CAN] * 4 + [cards.TOO_MANY_CANS] * 2
    assert cards.can_problem(card, card.can, NOW + MINUTES_10 - timedelta.resolution) == cards.TOO_MANY_CANS
    assert cards.can_problem(card, card.can, NOW + MINUTES_10) is None
    assert card.wrong_pins == 0


def test_a_right_can_clears_the_count(card: IdCard) -> None:
    wrong_cans(card, 4)
    assert cards.can_problem(card, card.can, NOW) is None
    assert wrong_cans(card, 4) == [cards.WRONG_CAN] * 4
