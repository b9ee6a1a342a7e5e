"""The table of answers: what every row says, and how one is found."""

import pytest

from mock_server.check.answer import Answer, Duty, Reach
from mock_server.check.answers import ANSWERS, SENDS, AnswerUnknown, answer_of

EACH = pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)


@EACH
def test_a_row_says_all_that_a_finding_tells(answer: Answer) -> None:
    assert all((answer.change, answer.gain, answer.source, answer.mend, answer.sends))
    assert bool(answer.must) == (answer.duty is Duty.REFUSE)
    assert not (answer.advice and answer.duty is not Duty.EITHER)


@EACH
def test_a_way_to_send_it_leads_back_to_its_row(answer: Answer) -> None:
    assert [answer_of(send) for send in answer.sends] == [answer] * len(answer.sends)
    assert {name for name, _ in answer.legs} <= {variant.name for variant in answer.variants}
    assert all(answer.reach_of(send) in Reach for send in answer.sends)


def test_every_send_is_named_once() -> None:
    assert len(SENDS) == sum(len(answer.sends) for answer in ANSWERS.values())


def test_a_name_that_is_none_is_told_with_what_is_near() -> None:
    with pytest.raises(AnswerUnknown, match=r"'sig\.nine'; near: .*sig\.none"):
        answer_of("sig.nine")
