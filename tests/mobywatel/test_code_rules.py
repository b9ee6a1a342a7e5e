from datetime import UTC, datetime, timedelta

import pytest

from mock_server.shared.mobywatel_messages import CodeResult
from mock_server.sites.login_mobywatel import rules
from mock_server.sites.login_mobywatel.state import CodeState
from mock_server.sites.mobywatel import rules as app_rules

END = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "counts"), [(-1, True), (-0.001, True), (0, False), (1, False)])
def test_code_and_answer_count_until_the_end(seconds: float, *, counts: bool) -> None:
    now = END + timedelta(seconds=seconds)
    assert rules.code_is_live(END, now) is counts
    assert rules.answer_is_in_time(END, now) is counts


@pytest.mark.parametrize("state", CodeState)
def test_only_an_approval_identifies(state: CodeState) -> None:
    assert rules.code_identifies(state) is (state is CodeState.APPROVED)


def test_codes_differ() -> None:
    assert len({rules.new_code() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("decision", "approval"), [("approve", True), ("decline", False), ("", False), ("Approve", False)]
)
def test_anything_but_a_plain_yes_is_a_no(decision: str, *, approval: bool) -> None:
    assert app_rules.is_approval(decision) is approval


@pytest.mark.parametrize("result", CodeResult)
def test_what_counts_as_a_guess_and_what_forgives(result: CodeResult) -> None:
    assert app_rules.is_guess(result) is (result is CodeResult.UNKNOWN)
    assert app_rules.guesses_are_forgiven(result) is (result is CodeResult.APPROVED)
