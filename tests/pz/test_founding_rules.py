from datetime import UTC, date, datetime, timedelta

import pytest

from mock_server.kernel.clock import WARSAW
from mock_server.sites.pz import rules

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("told", "agree"),
    [
        (("Żaneta", "Łęcka"), True),
        (("ŻANETA", "ŁĘCKA"), True),
        (("Z\u0307aneta", "Łe\u0328cka"), True),
        (("Żaneta", "Łęcka-Nowak"), False),
        (("Żaneta", "Lecka"), False),
        (("Zaneta", "Łęcka"), False),
        (("Łęcka", "Żaneta"), False),
    ],
)
def test_names_are_the_registers_but_for_capitals_and_composition(told: tuple[str, str], agree: bool) -> None:
    assert rules.names_agree(told, ("Żaneta", "Łęcka")) is agree


@pytest.mark.parametrize(
    ("born", "midnight"),
    [
        (date(2013, 6, 1), datetime(2026, 6, 1, tzinfo=WARSAW)),
        (date(2013, 12, 24), datetime(2026, 12, 24, tzinfo=WARSAW)),
        (date(2012, 2, 29), datetime(2025, 2, 28, tzinfo=WARSAW)),
    ],
    ids=["summer", "winter", "leap-day"],
)
def test_a_child_is_old_enough_from_the_midnight_in_warsaw_that_begins_the_thirteenth_birthday(
    born: date, midnight: datetime
) -> None:
    assert not rules.is_old_enough(born, midnight.astimezone(UTC) - INSTANT)
    assert rules.is_old_enough(born, midnight.astimezone(UTC))


def test_a_profile_gives_way_from_the_moment_it_has_expired() -> None:
    assert rules.may_found(None, NOW)
    assert rules.may_found(NOW, NOW)
    assert not rules.may_found(NOW + INSTANT, NOW)


@pytest.mark.parametrize(
    ("username", "fit"),
    [
        ("abc", True),
        ("ab", False),
        ("a" * 64, True),
        ("a" * 65, False),
        ("Anna_Nowak-1.2", True),
        ("anna nowak", False),
        ("łoś", False),
        ("<b>", False),
        ("anna\n", False),
    ],
)
def test_a_user_name_has_3_to_64_plain_characters(username: str, fit: bool) -> None:
    assert rules.username_is_fit(username) is fit


def test_a_user_name_is_free_unless_it_is_somebody_elses() -> None:
    assert rules.username_is_free(None, "02211312345")
    assert rules.username_is_free("02211312345", "02211312345")
    assert not rules.username_is_free("02211312346", "02211312345")


@pytest.mark.parametrize(
    ("password", "strong"),
    [
        ("Abcdef1!", True),
        ("Abcde1!", False),
        ("A1!" + "a" * 61, True),
        ("A1!" + "a" * 62, False),
        ("abcdef1!", False),
        ("Abcdefg!", False),
        ("Abcdefg1", False),
        ("Żółw i 2 łosie", True),
        (" Abcdef1!", False),
        ("Abcdef1! ", False),
        ("Abc\tdef1!", False),
    ],
)
def test_a_password_has_8_to_64_characters_a_capital_a_digit_and_a_special_one(password: str, strong: bool) -> None:
    assert rules.password_is_strong(password) is strong


def test_a_password_is_typed_twice_alike() -> None:
    assert rules.passwords_agree("Łąka-2026", "Łąka-2026")
    assert not rules.passwords_agree("Łąka-2026", "łąka-2026")
