"""A made answer: what is sent, beside the good one of the same login."""

from dataclasses import dataclass, field

from ..kernel.rules import Replacements
from .login import Login
from .making import Making
from .stages import Deed, Stage, replacements


@dataclass(frozen=True)
class Made:
    """What is sent, and what would have been.

    Attributes:
        soap: the envelope with the defect.
        good: the good answer to the same login.
        clear: every assertion in clear, by the text of its cipher; of both.
        opened: whether they are compared in clear; where the encryption itself is odd, as they are.
    """

    soap: bytes = field(repr=False)
    good: bytes = field(repr=False)
    clear: dict[str, bytes] = field(repr=False)
    opened: bool = True


def make(login: Login, deed: Deed | None, around: Replacements | None = None) -> Made:
    """Answer a login with a defect.

    Args:
        login: what is answered.
        deed: the defect, or None for the good answer; at `Stage.HTTP` the envelope is the good one.
        around: what the world has planted in the place of rules and seams.
    """
    planted, making = dict(around or {}), Making(login)
    making.good = making.run(planted)
    if deed is None or deed.stage is Stage.HTTP:
        return Made(making.good, making.good, making.clear)
    soap = making.run({**planted, **replacements(deed, making)}, forged=deed.forged)
    return Made(soap, making.good, making.clear, not any(place.startswith("E") for place in deed.places))
