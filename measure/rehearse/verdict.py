"""Whether a break was told as it should be."""

import os
from collections.abc import Iterable
from dataclasses import dataclass

from measure.rehearse.breaks import Break
from measure.rehearse.console import Heard, stand_in
from measure.rehearse.front import Front

_FOLLOWS = "blocked"
"""What follows from another failure is nobody's fault besides."""


@dataclass(frozen=True)
class Told:
    """How the report told of a break.

    Attributes:
        name: of the break.
        seconds: until the cause stood on the console; None where it never did.
        ended: seconds until the report was there.
        code: the exit code of the run.
        named: whether the front page names the cause.
        faults: whose faults the front page tells of.
        load: of the machine over the last minute of the run: how many processes wanted a core.
        source: digest of everything that was tested.
    """

    name: str
    seconds: float | None
    ended: float
    code: int
    named: bool
    faults: tuple[str, ...]
    load: float
    source: str


def tell(item: Break, heard: Heard, front: Front, source: str) -> Told:
    """Judge what was heard and seen."""
    named = any(stand_in(item.named, group.text) for group in front.groups)
    faults = tuple(sorted({group.fault for group in front.groups if group.fault != _FOLLOWS}))
    seconds = None if heard.told is None else round(heard.told, 1)
    return Told(
        item.name, seconds, round(heard.ended, 1), heard.code, named, faults, round(os.getloadavg()[0], 1), source
    )


def complaints(item: Break, told: Told) -> list[str]:
    """What is wrong with how a break was told; empty where nothing is."""
    found = []
    if told.seconds is None:
        found.append("the console never named the cause")
    elif told.seconds > item.limit:
        found.append(f"the cause took {told.seconds:.0f} s, more than {item.limit:.0f}")
    if not told.named:
        found.append("the front page does not name the cause")
    if told.faults != (item.wanted,):
        found.append(f"the front page calls it {' and '.join(told.faults) or 'nothing'}, not {item.wanted}")
    if told.code == 0:
        found.append("the run was green")
    return found


def right(items: Iterable[Break], told: dict[str, Told]) -> bool:
    """Whether each of these was told as it should be."""
    return all(item.name in told and not complaints(item, told[item.name]) for item in items)
