"""The scores on record, and the table in which README tells them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from measure.mutants.verdict import Verdict, share

_PLACE = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.DOTALL)
_ASKED = {"e2e": "the end-to-end suite alone", "all": "all tests", "unit": "the unit tests alone"}
_HEAD = ["| asked | seed | date | changes | nobody can tell | noticed |", "| --- | ---: | --- | ---: | ---: | ---: |"]


@dataclass(frozen=True)
class Score:
    """What tests of a kind (unit, e2e or all) noticed of a seed's sample.

    Attributes:
        equivalent: how many of the sample live with a written reason: nobody can tell them from the mock.
    """

    tests: str
    seed: int
    date: date
    sample: int
    equivalent: int
    killed: int


_SCORES = TypeAdapter(list[Score])


def read_scores(file: Path) -> list[Score]:
    """All that are on record."""
    return _SCORES.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or [])


def scores_of(verdict: Verdict, tests: str, day: date) -> list[Score]:
    """The score of each seed."""
    return [
        Score(tests, seed, day, len(one.judged), len(one.equivalent), one.killed)
        for seed, one in verdict.of_seeds.items()
    ]


def record(new: Sequence[Score], file: Path, readme: Path) -> None:
    """Keep these in the place of what was known of the same tests, and tell all of them in README."""
    told = {score.tests for score in new}
    scores = [*(score for score in read_scores(file) if score.tests not in told), *new]
    scores.sort(key=lambda score: (list(_ASKED).index(score.tests), score.seed))
    file.write_text(yaml.safe_dump([asdict(score) for score in scores], sort_keys=False), encoding="utf-8")
    text = readme.read_text(encoding="utf-8")
    readme.write_text(_PLACE.sub(lambda _: table_of(scores), text), encoding="utf-8")


def table_of(scores: Iterable[Score]) -> str:
    """README's table: every seed, and all of a kind of tests together."""
    by_tests: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        by_tests[score.tests].append(score)
    lines = list(_HEAD)
    for tests, found in by_tests.items():
        lines += [_row(_ASKED[tests], str(score.seed), f"{score.date}", [score]) for score in found]
        lines.append(_row(f"**{_ASKED[tests]}, together**", "", "", found))
    return "".join(f"{line}\n" for line in lines) if by_tests else "No score is on record yet.\n"


def _row(asked: str, seed: str, day: str, scores: Sequence[Score]) -> str:
    sample, equivalent, killed = (
        sum(getattr(score, name) for score in scores) for name in ("sample", "equivalent", "killed")
    )
    noticed = f"{killed} of {sample - equivalent} ({share(killed, sample - equivalent):g} %)"
    return f"| {asked} | {seed} | {day} | {sample} | {equivalent} | {noticed} |"
