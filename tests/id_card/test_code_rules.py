from datetime import UTC, datetime, timedelta

import pytest

from mock_server.kernel.language import Language
from mock_server.sites.e_dowod import rules
from mock_server.sites.e_dowod.state import CODE_LIFE, CardLogin, CardLogins, CodeState
from mock_server.web.delegation import Ask

ISSUED = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_code_works_until_its_last_instant() -> None:
    assert rules.code_is_live(ISSUED, ISSUED)
    assert rules.code_is_live(ISSUED, ISSUED + CODE_LIFE - timedelta.resolution)
    assert not rules.code_is_live(ISSUED, ISSUED + CODE_LIFE)


@pytest.mark.parametrize("state", CodeState)
def test_only_a_replaced_code_is_not_current(state: CodeState) -> None:
    assert rules.code_is_current(state) is (state is not CodeState.REPLACED)


@pytest.mark.parametrize(
    ("state", "reader", "readable"),
    [
        (CodeState.SHOWN, None, True),
        (CodeState.READ, "me", True),
        (CodeState.READ, "you", False),
        (CodeState.APPROVED, "me", False),
        (CodeState.DECLINED, "me", False),
    ],
)
def test_a_code_is_taken_up_by_one_app(state: CodeState, reader: str | None, *, readable: bool) -> None:
    assert rules.code_can_be_read(state, reader, "me") is readable


@pytest.mark.parametrize("state", CodeState)
def test_only_a_code_that_was_read_is_answered(state: CodeState) -> None:
    assert rules.code_can_be_answered(state) is (state is CodeState.READ)


@pytest.mark.parametrize("state", CodeState)
def test_only_an_approved_code_is_not_replaced(state: CodeState) -> None:
    assert rules.code_can_be_replaced(state) is (state is not CodeState.APPROVED)


@pytest.mark.parametrize(("reader", "may"), [("me", True), ("you", False), (None, False)])
def test_only_the_app_that_read_the_code_answers(reader: str | None, *, may: bool) -> None:
    assert rules.reader_answers(reader, "me") is may


def test_a_new_code_kills_the_old_one_and_shares_nothing_with_it() -> None:
    logins = CardLogins()
    flow = CardLogin("browser", ISSUED, ask=Ask("login", "IKP", language=Language.POLISH))
    logins.show_new_code(flow, ISSUED)
    old = flow.code
    logins.show_new_code(flow, ISSUED)
    new = flow.code
    assert old
    assert new
    assert (old.state, new.state) == (CodeState.REPLACED, CodeState.SHOWN)
    assert old.id != new.id
    assert old.number != new.number


def test_the_number_is_shown_in_groups_of_three() -> None:
    flow = CardLogin("browser", ISSUED, ask=Ask("login", "IKP", language=Language.POLISH))
    CardLogins().show_new_code(flow, ISSUED)
    assert flow.code
    assert [len(group) for group in flow.code.grouped_number.split(" ")] == [3, 3, 3]
    assert flow.code.grouped_number.replace(" ", "") == flow.code.number
