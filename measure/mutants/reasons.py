"""Why a survivor need not be killed: read by a person, written down, and taken out of the score."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from measure.mutants.mutant import Mutant


@dataclass(frozen=True)
class Reason:
    """A change after which the mock does the same as before, for all that anybody can see.

    It is known by what the change does and not by where: lines move.
    """

    file: str
    operator: str
    was: str
    becomes: str
    reason: str

    def is_for(self, mutant: Mutant) -> bool:
        """Whether this is the change."""
        told = (mutant.file, mutant.operator, mutant.was, mutant.becomes)
        return told == (self.file, self.operator, self.was, self.becomes)


_REASONS = TypeAdapter(list[Reason])


def read_reasons(file: Path) -> list[Reason]:
    """All that were written down."""
    return _REASONS.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or [])


def reason_for(mutant: Mutant, reasons: Sequence[Reason]) -> str:
    """The reason for a mutant; empty where there is none."""
    return next((reason.reason for reason in reasons if reason.is_for(mutant)), "")
