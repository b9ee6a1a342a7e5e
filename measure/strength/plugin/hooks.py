"""The pytest plugin of ``make strength``: tells the runner the tests, or runs the pairs of its plan."""

import json
from pathlib import Path
from typing import Any

import pytest

from measure.strength.plugin.meeting import Meeting, keep
from measure.strength.plugin.outcome import judge, told
from measure.strength.plugin.plan import Pair, Plan, Settled, read_plan
from measure.strength.plugin.planting import Planter
from measure.strength.plugin.records import Outcome, Phase, Record, Tail, append

_PAIR = pytest.StashKey[Pair]()
_END = pytest.StashKey[tuple[Outcome, str, float]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    group = parser.getgroup("strength")
    group.addoption(
        "--strength-tests", type=Path, metavar="FILE", help="write which tests there are, and what they claim"
    )
    group.addoption(
        "--strength-plan", type=Path, metavar="FILE", help="run each test with each fault as this plan says"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Do the one or the other."""
    if tests := config.getoption("--strength-tests"):
        config.pluginmanager.register(_Teller(tests))
    if plan := config.getoption("--strength-plan"):
        config.pluginmanager.register(_Runner(read_plan(plan)))


class _Teller:
    """Writes down the tests."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        rows = [
            {
                "id": item.nodeid,
                "claims": [name for marker in item.iter_markers("behaviour") for name in marker.args],
                "beyond_faults": _reason(item),
                "in_browser": "browser" in getattr(item, "fixturenames", ()),
            }
            for item in session.items
        ]
        self._file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def _reason(item: pytest.Item) -> str:
    marker = item.get_closest_marker("beyond_faults")
    return str(marker.args[0]) if marker else ""


class _Runner:
    """Runs the pairs of a plan, each as a test of its own, and records every end as it comes."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._settled: Settled = plan.settled
        self._news = Tail(plan.results, plan.offset)
        self._planter = Planter(plan.patience)
        self._meeting = Meeting()
        self._patch = pytest.MonkeyPatch()

    def pytest_sessionstart(self) -> None:
        self._planter.listen(self._patch)
        self._meeting.watch(self._patch)

    def pytest_unconfigure(self) -> None:
        self._patch.undo()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the plan's pairs in the place of the tests."""
        known = {item.nodeid: item for item in items}
        items[:] = [_twin(known[pair.test], pair) for pair in self._plan.pairs if pair.test in known]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Skip a pair that has become needless; else let every world have its fault."""
        pair = item.stash[_PAIR]
        self._settled = self._settled.with_these(list(self._news.read()))
        if not self._settled.needs(pair, whole=self._plan.whole):
            del item.stash[_PAIR]
            pytest.skip("enough is known")
        self._planter.expect_worlds_of(pair.phase, pair.fault)
        self._meeting.taken()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:  # noqa: ANN401
        """Judge each end; after the clean-up, record it."""
        report = yield
        if pair := item.stash.get(_PAIR, None):
            item.stash[_END] = _end(item.stash.get(_END, None), call)
            if call.when == "teardown":
                self._record(pair, *item.stash[_END])
        return report

    def _record(self, pair: Pair, outcome: Outcome, said: str, seconds: float) -> None:
        plan = self._plan
        record = Record(pair.phase, pair.fault, pair.test, pair.digest, plan.house, outcome, said, round(seconds, 2))
        append(plan.results, record)
        if pair.phase is Phase.NOTHING and outcome is Outcome.SURVIVED:
            keep(plan.met, pair.test, self._meeting.taken())


def _end(before: tuple[Outcome, str, float] | None, call: pytest.CallInfo[None]) -> tuple[Outcome, str, float]:
    """The end of a test after one more of its parts: set-up, the test itself, clean-up."""
    outcome, said, seconds = before or (Outcome.SURVIVED, "", 0.0)
    seconds += call.duration
    if call.excinfo is None or outcome is not Outcome.SURVIVED:
        return outcome, said, seconds
    error = call.excinfo.value
    frames = [(str(entry.path), entry.lineno + 1) for entry in call.excinfo.traceback]
    judged, words = judge(error, frames), told(error, frames)
    if call.when == "call" or judged is Outcome.SKIPPED:
        return judged, words, seconds
    return Outcome.BROKEN, f"in {'set-up' if call.when == 'setup' else 'clean-up'}: {words}", seconds


def _twin(item: pytest.Item, pair: Pair) -> pytest.Item:
    """The test once more, for this pair; its id stays, so that it draws the same people."""
    assert isinstance(item, pytest.Function)  # noqa: S101 - narrows the type
    further: dict[str, Any] = {"callspec": item.callspec} if hasattr(item, "callspec") else {}
    twin = pytest.Function.from_parent(
        item.parent,
        name=f"{item.name}@{pair.fault}",
        originalname=item.originalname,
        fixtureinfo=item._fixtureinfo,
        **further,
    )
    twin.stash[_PAIR] = pair
    return twin
