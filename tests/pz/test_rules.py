from datetime import UTC, datetime, timedelta

import pytest

from mock_server.kernel.inbox import PushState
from mock_server.kernel.people import Confirmation
from mock_server.sites.pz import rules

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize("given", ["haslo", "Hasło ", " Hasło", "Hasł", "Hasłoo", "", "HASŁO"])
def test_any_other_password_is_refused(given: str) -> None:
    assert not rules.password_matches("Hasło", given)


def test_the_password_itself_is_taken() -> None:
    assert rules.password_matches("Hasło", "Hasło")


@pytest.mark.parametrize("given", ["", "Hasło"])
def test_nobodys_password_never_matches(given: str) -> None:
    assert not rules.password_matches(None, given)


def test_a_profile_is_valid_until_its_last_instant() -> None:
    assert rules.profile_is_valid(NOW, NOW - INSTANT)
    assert not rules.profile_is_valid(NOW, NOW)


def test_a_code_lives_its_time_and_no_longer() -> None:
    assert rules.code_is_live(NOW, NOW + rules.CODE_LIFE - INSTANT)
    assert not rules.code_is_live(NOW, NOW + rules.CODE_LIFE)


@pytest.mark.parametrize("given", ["1234567", "001234567", "12345678", "0123456", "", "01234567 "])
def test_only_the_whole_code_counts(given: str) -> None:
    assert not rules.code_matches("01234567", given)


def test_a_code_with_a_leading_zero_counts() -> None:
    assert rules.code_matches("01234567", "01234567")


def test_the_last_wrong_code_leaves_no_try() -> None:
    assert rules.try_is_left(rules.TRIES - 1)
    assert not rules.try_is_left(rules.TRIES)


def test_a_resend_waits_until_its_pause_is_over() -> None:
    assert not rules.pause_is_over(NOW, NOW + rules.PAUSE - INSTANT)
    assert rules.pause_is_over(NOW, NOW + rules.PAUSE)


def test_after_the_last_resend_none_is_left() -> None:
    assert rules.resend_is_left(rules.RESENDS - 1)
    assert not rules.resend_is_left(rules.RESENDS)


@pytest.mark.parametrize(
    ("pesel", "wanted", "asked"),
    [
        ("02211312345", Confirmation.SMS, True),
        ("02211312346", Confirmation.SMS, False),
        ("02211312345", Confirmation.PUSH, False),
    ],
)
def test_a_form_sent_twice_asks_the_same_person_over_the_same_channel_once(
    pesel: str, wanted: Confirmation, asked: bool
) -> None:
    assert rules.asks_already("02211312345", pesel, Confirmation.SMS, wanted) is asked


def test_a_code_keeps_its_leading_zeros() -> None:
    assert rules.code_of(12345) == "00012345"


def test_a_person_gets_so_many_messages_and_no_more() -> None:
    assert rules.person_may_be_messaged(rules.MESSAGES - 1)
    assert not rules.person_may_be_messaged(rules.MESSAGES)


def test_a_push_is_live_before_its_end_only() -> None:
    assert rules.push_is_live(NOW, NOW - INSTANT)
    assert not rules.push_is_live(NOW, NOW)


def test_a_push_belongs_to_its_addressee() -> None:
    assert rules.push_is_for("02211312345", "02211312345")
    assert not rules.push_is_for("02211312345", "2211312345")


def test_a_push_is_answered_once() -> None:
    assert rules.push_is_unanswered(PushState.WAITING)
    assert not rules.push_is_unanswered(PushState.APPROVED)
    assert not rules.push_is_unanswered(PushState.DECLINED)


def test_only_a_push_needs_a_phone_with_mobywatel() -> None:
    assert rules.channel_reaches(Confirmation.PUSH, has_mobywatel=True)
    assert not rules.channel_reaches(Confirmation.PUSH, has_mobywatel=False)
    assert rules.channel_reaches(Confirmation.SMS, has_mobywatel=False)


def test_only_another_method_is_a_change() -> None:
    assert rules.method_is_new(Confirmation.SMS, Confirmation.PUSH)
    assert not rules.method_is_new(Confirmation.SMS, Confirmation.SMS)


def test_a_change_belongs_to_one_session() -> None:
    assert rules.change_belongs_to_session("one", "one")
    assert not rules.change_belongs_to_session("one", "other")


def test_a_masked_number_shows_three_digits() -> None:
    assert rules.masked("+48500123456") == "*** *** 456"
