from datetime import UTC, datetime, timedelta

import pytest

from mock_server.shared.mobywatel_messages import CodeResult
from mock_server.sites.login_mobywatel import rules
from mock_server.sites.login_mobywatel.routes import status_of
from mock_server.sites.login_mobywatel.state import CODE_LIFE, CodeState, LoginCode
from mock_server.sites.mobywatel import rules as app_rules

END = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "counts"), [(-1, True), (-0.001, True), (0, False), (1, False)])
def test_code_and_answer_count_until_the_end(seconds: float, *, counts: bool) -> None:
    code = LoginCode(END - CODE_LIFE)
    assert rules.code_is_live(code, END + timedelta(seconds=seconds)) is counts


@pytest.mark.parametrize("state", [CodeState.SHOWN, CodeState.READ])
def test_a_code_that_nobody_answered_in_time_has_expired(state: CodeState) -> None:
    code = LoginCode(END - CODE_LIFE, state)
    assert status_of(code, END - timedelta(seconds=1)) is state
    assert status_of(code, END) is CodeState.EXPIRED


@pytest.mark.parametrize("state", [CodeState.APPROVED, CodeState.DECLINED, CodeState.REPLACED])
def test_a_code_that_something_became_of_does_not_expire(state: CodeState) -> None:
    assert status_of(LoginCode(END - CODE_LIFE, state), END) is state


@pytest.mark.parametrize("state", CodeState)
def test_only_an_approved_code_is_not_replaced(state: CodeState) -> None:
    assert rules.code_can_be_replaced(state) is (state is not CodeState.APPROVED)


def test_codes_differ() -> None:
    assert len({LoginCode(END).id for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("decision", "approval"), [("approve", True), ("decline", False), ("", False), ("Approve", False)]
)
def test_anything_but_a_plain_yes_is_a_no(decision: str, *, approval: bool) -> None:
    assert app_rules.is_approval(decision) is approval


@pytest.mark.parametrize("result", CodeResult)
def test_what_counts_as_a_guess_and_what_forgives(result: CodeResult) -> None:
    assert app_rules.is_guess(result) is (result is CodeResult.UNKNOWN)
    assert app_rules.guesses_are_forgiven(result) is (result is CodeResult.APPROVED)
