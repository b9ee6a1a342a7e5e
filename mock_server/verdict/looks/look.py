"""What is looked at besides the answers: one finding, advice or good sign each."""

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What a look found."""

    GOOD = "good"
    ADVICE = "advice"
    BAD = "bad"
    UNSEEN = "not seen"


@dataclass(frozen=True)
class Look:
    """One thing that was looked at.

    Attributes:
        id: its name, such as ``request.force_authn``.
        told: what was seen, in one sentence.
        why: what it is good for.
        source: where it stands.
    """

    id: str
    sign: Sign
    told: str
    why: str = ""
    source: str = ""

    @property
    def is_finding(self) -> bool:
        """Whether it makes the verdict a bad one."""
        return self.sign is Sign.BAD


def look(name: str, good: bool, told: str, why: str, source: str, *, else_: Sign = Sign.BAD) -> Look:
    """One that is good where something holds."""
    return Look(name, Sign.GOOD if good else else_, told, why, source)
