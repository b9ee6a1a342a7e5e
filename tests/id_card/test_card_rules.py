from datetime import UTC, date, datetime

import pytest

from mock_server.shared.id_card import rules

LAST_DAY = date(2031, 5, 10)


@pytest.mark.parametrize(
    ("given", "right"), [("012345", True), ("12345", False), ("0123450", False), ("", False), ("ą", False)]
)
def test_only_the_whole_can_is_right(given: str, *, right: bool) -> None:
    assert rules.can_is_right("012345", given) is right


@pytest.mark.parametrize(
    ("given", "well_formed"), [("012345", True), ("12345", False), ("0123456", False), ("01234a", False)]
)
def test_a_can_has_six_digits(given: str, *, well_formed: bool) -> None:
    assert rules.can_is_well_formed(given) is well_formed


@pytest.mark.parametrize(
    ("given", "well_formed"),
    [("0000", True), ("000", False), ("00000", False), ("", False), ("000a", False), ("٠٠٠٠", False)],
)
def test_a_pin_has_four_digits(given: str, *, well_formed: bool) -> None:
    assert rules.pin_is_well_formed(given) is well_formed


@pytest.mark.parametrize(("given", "right"), [("0123", True), ("123", False), ("0124", False), ("", False)])
def test_only_the_whole_pin_is_right(given: str, *, right: bool) -> None:
    assert rules.pin_is_right("0123", given) is right


@pytest.mark.parametrize(("wrong", "locked"), [(0, False), (2, False), (3, True), (4, True)])
def test_the_third_wrong_pin_locks(wrong: int, *, locked: bool) -> None:
    assert rules.pin_is_locked(wrong) is locked


@pytest.mark.parametrize(("given", "right"), [("01234567", True), ("1234567", False), ("01234568", False), ("", False)])
def test_only_the_whole_puk_is_right(given: str, *, right: bool) -> None:
    assert rules.puk_is_right("01234567", given) is right


@pytest.mark.parametrize(
    ("given", "well_formed"), [("01234567", True), ("0123456", False), ("012345678", False), ("0123456a", False)]
)
def test_a_puk_has_eight_digits(given: str, *, well_formed: bool) -> None:
    assert rules.puk_is_well_formed(given) is well_formed


@pytest.mark.parametrize(("wrong", "blocked"), [(0, False), (2, False), (3, True)])
def test_the_third_wrong_puk_blocks(wrong: int, *, blocked: bool) -> None:
    assert rules.puk_is_blocked(wrong) is blocked


@pytest.mark.parametrize(("shown", "fresh"), [("1", True), ("0", False), ("2", False), ("", False)])
def test_a_pin_form_counts_only_while_its_count_stands(shown: str, *, fresh: bool) -> None:
    assert rules.pin_form_is_fresh(1, shown) is fresh


@pytest.mark.parametrize(
    ("now", "valid"),
    [
        (datetime(2031, 5, 10, 21, 59, 59, tzinfo=UTC), True),
        (datetime(2031, 5, 10, 22, tzinfo=UTC), False),
        (datetime(2031, 5, 9, 22, tzinfo=UTC), True),
        (datetime(2031, 5, 11, 12, tzinfo=UTC), False),
    ],
)
def test_a_card_is_valid_until_its_last_day_ends_in_poland(now: datetime, *, valid: bool) -> None:
    assert rules.card_is_in_date(LAST_DAY, now) is valid


@pytest.mark.parametrize(("hour", "valid"), [(22, True), (23, False)])
def test_in_winter_a_cards_last_day_ends_an_hour_later(hour: int, *, valid: bool) -> None:
    assert rules.card_is_in_date(date(2031, 1, 10), datetime(2031, 1, 10, hour, tzinfo=UTC)) is valid
