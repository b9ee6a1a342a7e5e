import re
from datetime import UTC, datetime, timedelta

import pytest

from mock_server.kernel.people import IdCard
from mock_server.shared.id_card import card as cards
from mock_server.web.lockout import ALLOWED, LOCK

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def try_pin(card: IdCard, pin: str) -> str | None:
    return cards.pin_problem(card, pin, str(card.wrong_pins))


def tries_told(problem: str | None) -> int:
    """How many tries are left, as the person is told."""
    assert problem
    (left,) = re.findall(r" (\d)\.$", problem)
    return int(left)


def test_three_wrong_pins_lock_and_then_the_right_one_is_refused(card: IdCard) -> None:
    assert [tries_told(try_pin(card, "9999")) for _ in range(3)] == [2, 1, 0]
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
    assert (tries_told(first), tries_told(second)) == (2, 2)
    assert card.wrong_pins == 1


def test_a_stale_form_does_not_open_even_with_the_right_pin(card: IdCard) -> None:
    card.wrong_pins = 1
    assert tries_told(cards.pin_problem(card, card.pin1, "0")) == 2
    assert card.wrong_pins == 1


def test_a_form_from_before_the_unlocking_costs_nothing(card: IdCard) -> None:
    assert tries_told(cards.pin_problem(card, card.pin1, "1")) == 3
    assert card.wrong_pins == 0


def test_the_puk_unlocks(card: IdCard) -> None:
    card.wrong_pins = 3
    assert tries_told(cards.puk_problem(card, "99999999")) == 2
    assert cards.is_locked(card)
    assert cards.puk_problem(card, card.puk) is None
    assert (card.wrong_pins, card.wrong_puks) == (0, 0)


@pytest.mark.parametrize("puk", ["", "1234567", "123456789", "abcdefgh"])
def test_what_is_no_puk_costs_no_try(card: IdCard, puk: str) -> None:
    card.wrong_pins = 3
    assert cards.puk_problem(card, puk) == cards.MALFORMED_PUK
    assert (card.wrong_puks, cards.is_locked(card)) == (0, True)


def test_three_wrong_puks_leave_it_locked_for_good(card: IdCard) -> None:
    card.wrong_pins = 3
    for _ in range(3):
        cards.puk_problem(card, "99999999")
    assert cards.puk_problem(card, card.puk) is not None
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
    assert "10.05.2031" in str(cards.problem_of(card, datetime(2031, 5, 11, tzinfo=UTC)))


def test_a_revoked_card_has_a_message_of_its_own(card: IdCard) -> None:
    card.revoked = True
    assert cards.problem_of(card, datetime(2026, 1, 1, tzinfo=UTC)) == cards.REVOKED


def wrong_cans(card: IdCard, often: int) -> list[str | None]:
    return [cards.can_problem(card, "999999", NOW) for _ in range(often)]


def test_wrong_cans_in_a_row_shut_the_card_until_the_lock_is_over(card: IdCard) -> None:
    told = wrong_cans(card, ALLOWED + 1)
    assert told[:-2] == [cards.WRONG_CAN] * (ALLOWED - 1)
    told.append(cards.can_problem(card, card.can, NOW + LOCK - timedelta.resolution))
    assert all("13:10:00" in str(one) for one in told[-3:])
    assert cards.can_problem(card, card.can, NOW + LOCK) is None
    assert card.wrong_pins == 0


def test_a_right_can_clears_the_count(card: IdCard) -> None:
    wrong_cans(card, ALLOWED - 1)
    assert cards.can_problem(card, card.can, NOW) is None
    assert wrong_cans(card, ALLOWED - 1) == [cards.WRONG_CAN] * (ALLOWED - 1)


@pytest.mark.parametrize("can", ["", "12345", "1234567", "abcdef"])
def test_what_is_no_can_costs_no_try(card: IdCard, can: str) -> None:
    wrong_cans(card, ALLOWED - 1)
    assert cards.can_problem(card, can, NOW) == cards.MALFORMED_CAN
    assert cards.can_problem(card, card.can, NOW) is None
