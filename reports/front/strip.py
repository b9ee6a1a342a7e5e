"""The runs before this one as a strip, and what is different from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reports.changes import Changes
from reports.ended import Ended
from reports.history import Run, history_id

_HIGHEST, _NAMED = 56, 12
"""Pixels of a bar; how many tests of a kind are named."""


@dataclass(frozen=True)
class Bar:
    """A run: a bar as high as its tests are many, its red part as high as those that did not pass, in pixels."""

    good: int
    bad: int
    words: str
    this: bool


@dataclass(frozen=True)
class Change:
    """A kind of change, and the tests that it is about, each with where Allure's page shows it."""

    name: str
    count: int
    tests: tuple[tuple[str, str], ...]


def bars(runs: Sequence[Run]) -> list[Bar]:
    """One for each run, the last of which is this."""
    most = max((len(run.tests) for run in runs), default=1) or 1
    return [_bar(run, most, this=run is runs[-1]) for run in runs]


def told(changed: Changes, tests: Sequence[Ended]) -> list[Change]:
    """The kinds of change that there are."""
    ended = {history_id(test.nodeid): test for test in tests}
    kinds = (
        ("now failing", changed.broken),
        ("still failing", changed.still),
        ("fixed", changed.fixed),
        ("flaky", changed.flaky),
        ("slower", changed.slower.keys()),
        ("new", changed.new),
    )
    return [_change(name, sorted(ids), ended, changed) for name, ids in kinds if ids]


def day(moment: int) -> str:
    """A moment, in milliseconds since 1970, as people write it, in UTC."""
    return f"{datetime.fromtimestamp(moment / 1000, UTC):%-d %B %Y, %H:%M} UTC"


def _bar(run: Run, most: int, *, this: bool) -> Bar:
    whole = max(4, round(_HIGHEST * len(run.tests) / most))
    bad = min(whole, max(3, round(whole * run.failed / len(run.tests)))) if run.failed else 0
    words = f"{day(run.moment)}{f', {run.commit}' if run.commit else ''}: {run.passed} of {len(run.tests)} passed"
    return Bar(whole - bad, bad, words, this)


def _change(name: str, ids: Sequence[str], ended: dict[str, Ended], changed: Changes) -> Change:
    tests = []
    for one in ids[:_NAMED]:
        test = ended[one]
        usual = f": {test.seconds:.1f} s, usually {changed.slower[one]:.1f} s" if name == "slower" else ""
        tests.append((f"{test.title} ({test.where}){usual}", test.link))
    return Change(name, len(ids), tuple(tests))
