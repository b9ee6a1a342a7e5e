"""What leaves all tests green is named, and nothing else; tests that cannot be graded are told why."""

import json
from collections.abc import Callable

import pytest

from mock_server.check.grading import PLANTS, GradingOrder, Happened, Tally, What
from mock_server.grade import wanted
from mock_server.grade.grade import Grade, Sight
from mock_server.grade.grading import Grading
from mock_server.grade.mocks import Mocks
from mock_server.grade.suite import Ran
from mock_server.grade.telling import as_json, lines

MOCK, LOGIN, ALTERED = Happened(What.MOCK), Happened(What.LOGIN), Happened(What.ALTERED)
ASKED, SENT = Happened(What.ASKED, "sig.none", "test_a"), Happened(What.SENT, "sig.none", "test_a")
GOES_WELL = (MOCK, LOGIN, ASKED, SENT)


class Scripted(Mocks):
    """A suite and its mocks in one: each order leads to an exit code and to what was seen."""

    def __init__(self, lead_to: Callable[[GradingOrder], tuple[int, tuple[Happened, ...]]]) -> None:
        self._lead_to = lead_to
        self.orders: list[GradingOrder] = []
        self.ended = False

    def give(self, order: GradingOrder) -> None:
        self.orders.append(order)

    def run(self, seconds: float | None = None) -> Ran:
        assert seconds is None or seconds > 60
        return Ran(self._lead_to(self.orders[-1])[0], 0.1, "what it printed\n")

    def seen(self) -> Tally:
        tally = Tally()
        tally.seen.update(self._lead_to(self.orders[-1])[1])
        return tally

    def end(self) -> None:
        self.ended = True


def graded(scripted: Scripted, *only: str, skips: dict[str, str] | None = None) -> Grade:
    grade = Grading(scripted, scripted, only, skips or {}).grade()
    assert scripted.ended
    return grade


def sights(grade: Grade) -> dict[str, Sight]:
    return {trial.id: trial.sight for trial in grade.trials}


def sees(*noticed: str) -> Callable[[GradingOrder], tuple[int, tuple[Happened, ...]]]:
    def lead_to(order: GradingOrder) -> tuple[int, tuple[Happened, ...]]:
        altered = order.replace or order.plant
        if altered is None:
            return 0, GOES_WELL
        return int(altered in noticed), (*GOES_WELL, ALTERED)

    return lead_to


def test_what_turns_no_test_red_is_a_blind_spot() -> None:
    grade = graded(Scripted(sees("sig.none", *(plant for plant in PLANTS if plant != "slow"))))
    assert sights(grade) == {"sig.none": Sight.NOTICED} | dict.fromkeys(PLANTS, Sight.NOTICED) | {"slow": Sight.BLIND}
    assert grade.exit_code == 1
    assert grade.summary.startswith("blind to 0 of 1 answers asked for · blind to 1 of 8 plants · ")


def test_a_suite_that_sees_all_is_told_so() -> None:
    scripted = Scripted(sees("sig.none", *PLANTS))
    assert graded(scripted).exit_code == 0
    assert scripted.orders[:2] == [GradingOrder(), GradingOrder()]


def test_an_answer_that_was_chosen_and_never_sent_is_a_finding_without_a_run() -> None:
    scripted = Scripted(lambda _: (0, (MOCK, LOGIN, ASKED)))
    assert sights(graded(scripted, "sig.*")) == {"sig.none": Sight.NEVER_SENT}
    assert len(scripted.orders) == 2


def test_what_altered_nothing_is_no_blind_spot() -> None:
    grade = graded(Scripted(lambda _: (0, GOES_WELL)), "failed_is_in")
    assert sights(grade) == {"failed_is_in": Sight.UNTOUCHED}
    assert grade.trials[0].told.startswith("none of your tests lets a login fail")
    assert grade.exit_code == 0


def test_red_without_a_cause_is_unsteady_and_no_grade() -> None:
    grade = graded(Scripted(lambda order: (int(order.plant is not None), GOES_WELL)), "slow")
    assert sights(grade) == {"slow": Sight.UNSTEADY}
    assert grade.exit_code == 2


@pytest.mark.parametrize(
    ("code", "seen", "why"),
    [(1, GOES_WELL, "first run"), (0, (), "no mock"), (0, (MOCK,), "no login")],
    ids=["red", "no-mock", "no-login"],
)
def test_what_cannot_be_graded_is_told_why(code: int, seen: tuple[Happened, ...], why: str) -> None:
    scripted = Scripted(lambda _: (code, seen))
    grade = graded(scripted)
    assert grade.exit_code == 2
    assert why in (grade.why_not or "")
    assert "what it printed" in "\n".join(lines(grade))
    assert len(scripted.orders) == 1


def test_the_second_run_must_be_green_too() -> None:
    scripted = Scripted(lambda _: (int(len(scripted.orders) == 2), GOES_WELL))
    assert "the second run" in (graded(scripted).why_not or "")


def test_a_skipped_one_is_listed_with_its_reason_and_not_run() -> None:
    scripted = Scripted(sees())
    grade = graded(scripted, "slow", skips={"slow": "a time limit stands in the load tests"})
    assert sights(grade) == {"slow": Sight.SKIPPED}
    assert any("load tests" in line for line in lines(grade))
    assert len(scripted.orders) == 2


def test_what_was_chosen_and_need_not_be_noticed_is_listed() -> None:
    odd, good = Happened(What.ASKED, "ok.pretty:messages"), Happened(What.ASKED, "good")
    grade = graded(Scripted(lambda _: (0, (*GOES_WELL, odd, good))), "slow")
    assert grade.ungraded == ["ok.pretty:messages"]


def test_a_finding_says_which_test_chose_and_what_to_assert() -> None:
    grade = graded(Scripted(sees(*PLANTS)))
    told = "\n".join(lines(grade))
    assert "BLIND SPOT   sig.none" in told
    assert "test_a" in told
    assert "docs/check/sig.none.md" in told
    data = json.loads(as_json(grade))
    assert [one["id"] for one in data["trials"] if one["assert"]] == ["sig.none"]
    assert "sig.none" not in data["untested"]
    assert "sig.foreign_cert" in data["untested"]


def test_every_plant_is_told_in_words() -> None:
    assert list(wanted.PLANTS) == list(PLANTS)
