"""What all trials together say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from measure.mutants.languages.known import KINDS, kind_of
from measure.mutants.mutant import Mutant
from measure.mutants.reasons import Reason, reason_for
from measure.mutants.trial import Fate, Trial

_WANTED = {"e2e": 85.0}
_WANTED_OF_ALL = 90.0


def wanted(tests: str) -> float:
    """The share of the mutants, in percent, that tests of this kind (unit, e2e or all) have to kill."""
    return _WANTED.get(tests, _WANTED_OF_ALL)


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

    @property
    def kind(self) -> str:
        """The language of what was changed."""
        return kind_of(self.mutant.file)


@dataclass(frozen=True)
class Verdict:
    """The whole verdict.

    Attributes:
        offered: of how many changes of each kind the samples were drawn.
        unfit: tests that did not pass where nothing was changed; they met no mutant.
        broken: tests that killed a mutant and then did not pass where nothing was changed.
        wanted: the share, in percent, that has to be killed.
        samples: the ids of the mutants of each seed.
    """

    judged: tuple[Judged, ...]
    offered: Mapping[str, int]
    unfit: tuple[str, ...]
    broken: tuple[str, ...]
    wanted: float
    samples: Mapping[int, Collection[str]] = field(default_factory=dict)

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
    def counted(self) -> int:
        """How many could be killed."""
        return len(self.judged) - len(self.equivalent)

    @property
    def score(self) -> float:
        """The share of those that could be killed that was, in percent, never rounded up to all."""
        return share(self.killed, self.counted)

    @property
    def right(self) -> bool:
        """Whether enough were killed, by tests that can be trusted."""
        return self.score >= self.wanted and not self.broken

    @property
    def of_kinds(self) -> "dict[str, Verdict]":
        """The same of each kind of source alone."""
        found = {kind: tuple(one for one in self.judged if one.kind == kind) for kind in KINDS}
        return {kind: replace(self, judged=judged) for kind, judged in found.items() if judged}

    @property
    def of_seeds(self) -> "dict[int, Verdict]":
        """The same of each seed's sample alone."""
        return {
            seed: replace(self, judged=tuple(one for one in self.judged if one.mutant.id in sample))
            for seed, sample in self.samples.items()
        }

    def with_fate(self, fate: Fate) -> int:
        """How many ended so."""
        return sum(one.fate is fate for one in self.judged)


def share(killed: int, counted: int) -> float:
    """In percent, with two digits, never rounded up."""
    return int(10_000 * killed / counted) / 100 if counted else 0.0


def conclude(
    trials: Sequence[tuple[Mutant, Trial]],
    reasons: Sequence[Reason],
    unfit: Sequence[str],
    broken: Sequence[str],
    *,
    offered: Mapping[str, int],
    wanted: float,
    samples: Mapping[int, Collection[str]],
) -> Verdict:
    """Conclude; a reason counts only for what lives."""
    judged = (
        Judged(mutant, trial, "" if trial.fate.is_dead else reason_for(mutant, reasons)) for mutant, trial in trials
    )
    order = sorted(judged, key=lambda one: (one.mutant.file, one.mutant.line, one.mutant.id))
    return Verdict(tuple(order), offered, tuple(sorted(unfit)), tuple(sorted(broken)), wanted, samples)
