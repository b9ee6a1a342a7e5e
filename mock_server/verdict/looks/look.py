"""What is looked at besides the answers: one finding, advice or good sign each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What a look found."""

    GOOD = "good"
    ADVICE = "advice"
    BAD = "bad"
    TOLD = "told"
    """Neither good nor bad by itself."""
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


def has_each(
    prefix: str,
    what: str,
    said: Mapping[str, tuple[bool, str, Sign]],
    why: Mapping[str, str],
    else_why: str,
    source: str,
) -> list[Look]:
    """Whether something has each of these.

    Args:
        prefix: before the name of each.
        what: which has them, such as “the request”.
        said: by name: whether it is there, what it is, and how bad it is to lack it.
        why: what it is good for, by name.
        else_why: the same of the rest.
        source: where it stands.
    """
    return [
        look(
            f"{prefix}.{name}",
            good,
            f"{what} {'has' if good else 'lacks'} {told}",
            why.get(name, else_why),
            source,
            else_=otherwise,
        )
        for name, (good, told, otherwise) in said.items()
    ]
