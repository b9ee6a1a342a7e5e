"""The verdict: what was found, counted, and what a program is told by the exit code."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...check.answer import Answer, Duty
from ..looks.look import Look
from .outcome import Outcome, Ruling, worst
from .record import Judged

_TOO_MANY = 3
"""More than one in so many that could not be judged is no verdict."""


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    Attributes:
        table: the answers, by id.
        records: what was judged, one for each way to send an answer.
        looks: what else was looked at.
        seconds: that it took.
        why_not: why the service could not be judged, if it could not.
        service: where its login begins.
    """

    table: Mapping[str, Answer]
    records: Sequence[Judged] = ()
    looks: Sequence[Look] = ()
    seconds: float = 0
    why_not: str | None = None
    service: str = ""

    @cached_property
    def rulings(self) -> dict[str, Ruling]:
        """The worst of each answer's ways."""
        by_answer: dict[str, list[Ruling]] = {}
        for record in self.records:
            by_answer.setdefault(record.answer, []).append(record.ruling)
        return {id_: worst(rulings) for id_, rulings in by_answer.items()}

    @property
    def findings(self) -> list[Judged]:
        """What a service must mend, gravest first."""
        grave = list(Ruling)
        found = [record for record in self.records if record.ruling.is_finding]
        worse = {Outcome.WRONG: 0}
        return sorted(
            found,
            key=lambda one: (-grave.index(one.ruling), worse.get(one.outcome, 1), _gravity(self.table[one.answer])),
        )

    @property
    def bad_looks(self) -> list[Look]:
        """What else a service must mend."""
        return [look for look in self.looks if look.is_finding]

    @property
    def too_little(self) -> str | None:
        """Why what was judged is no verdict, if it is none."""
        if self.why_not:
            return self.why_not
        asked = [ruling for ruling in self.rulings.values() if ruling is not Ruling.SKIPPED]
        unjudged = [ruling for ruling in asked if not ruling.is_judged]
        if len(unjudged) * _TOO_MANY > len(asked):
            return f"{len(unjudged)} of {len(asked)} answers could not be judged"
        return None

    @property
    def exit_code(self) -> int:
        """0: nothing was found; 1: something was; 2: no verdict."""
        if self.too_little:
            return 2
        return 1 if self.findings or self.bad_looks else 0

    @property
    def summary(self) -> str:
        """One line."""
        judged = {id_: ruling for id_, ruling in self.rulings.items() if ruling.is_judged}
        of_duty = Counter(self.table[id_].duty for id_ in judged)
        bad = Counter(judged.values())
        parts = [
            f"letting in {bad[Ruling.LETTING_IN]} of {of_duty[Duty.REFUSE]}",
            f"breaking {bad[Ruling.BREAKING]} of {len(judged)}",
            f"refusing {bad[Ruling.REFUSING]} of {of_duty[Duty.ACCEPT]} good",
            f"{of_duty[Duty.EITHER]} either",
            f"{sum(1 for ruling in self.rulings.values() if ruling is Ruling.NOT_APPLICABLE)} not applicable",
        ]
        further = {
            "doing what they must not": bad[Ruling.NOT_KEPT],
            "unsteady": bad[Ruling.UNSTEADY],
            "skipped": sum(1 for ruling in self.rulings.values() if ruling is Ruling.SKIPPED),
            "not judged": sum(1 for ruling in self.rulings.values() if ruling is Ruling.NOT_JUDGED),
            "other findings": len(self.bad_looks),
        }
        return " · ".join(parts + [f"{number} {what}" for what, number in further.items() if number])


def _gravity(answer: Answer) -> int:
    return list(type(answer.gravity)).index(answer.gravity)
