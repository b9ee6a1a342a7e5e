"""What all trials together say."""

from collections.abc import Sequence
from dataclasses import dataclass

from measure.mutants.mutant import Mutant
from measure.mutants.reasons import Reason, reason_for
from measure.mutants.trial import Fate, Trial

WANTED = 90.0
"""The share of the mutants, in percent, that has to be killed."""


@dataclass(frozen=True)
class Judged:
    """A mutant, what became of it, and for a survivor the reason why it may live (empty where there is none)."""

    mutant: Mutant
    trial: Trial
    reason: str

    @property
    def fate(self) -> Fate:
        """What became of it."""
        return self.trial.fate


@dataclass(frozen=True)
class Verdict:
    """The whole verdict.

    Attributes:
        offered: of how many changes the sample was drawn.
        unfit: tests that did not pass where nothing was changed; they met no mutant.
        broken: tests that killed a mutant and then did not pass where nothing was changed.
    """

    judged: tuple[Judged, ...]
    offered: int
    unfit: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def killed(self) -> int:
        """How many were noticed, by whatever."""
        return sum(one.fate.is_dead for one in self.judged)

    @property
    def equivalent(self) -> tuple[Judged, ...]:
        """Survivors that were read and may live."""
        return tuple(one for one in self.judged if one.reason)

    @property
    def survivors(self) -> tuple[Judged, ...]:
        """Those that ask for a test or a reason."""
        return tuple(one for one in self.judged if not one.fate.is_dead and not one.reason)

    @property
    def score(self) -> float:
        """The share of those that could be killed that was, in percent, never rounded up to all."""
        counted = len(self.judged) - len(self.equivalent)
        return int(10_000 * self.killed / counted) / 100 if counted else 0.0

    @property
    def right(self) -> bool:
        """Whether enough were killed, by tests that can be trusted."""
        return self.score >= WANTED and not self.broken

    def with_fate(self, fate: Fate) -> int:
        """How many ended so."""
        return sum(one.fate is fate for one in self.judged)


def conclude(
    trials: Sequence[tuple[Mutant, Trial]],
    reasons: Sequence[Reason],
    offered: int,
    unfit: Sequence[str],
    broken: Sequence[str],
) -> Verdict:
    """Conclude; a reason counts only for what lives."""
    judged = (
        Judged(mutant, trial, "" if trial.fate.is_dead else reason_for(mutant, reasons)) for mutant, trial in trials
    )
    order = sorted(judged, key=lambda one: (one.mutant.file, one.mutant.line, one.mutant.id))
    return Verdict(tuple(order), offered, tuple(sorted(unfit)), tuple(sorted(broken)))
