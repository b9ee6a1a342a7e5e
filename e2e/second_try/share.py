"""Which stories of a table are told by default: not every pair, but every option in every part."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeVar

Opt = TypeVar("Opt")
Manner = TypeVar("Manner")


def every_story(options: Sequence[Opt], manners: Sequence[Manner]) -> Iterator[tuple[Opt, Opt, Manner]]:
    """Every option after every other, and after itself, in every manner."""
    yield from product(options, options, manners)


def share_of_stories(
    options: Sequence[Opt], manners: Sequence[Manner], *, alike: bool = False
) -> Iterator[tuple[Opt, Opt, Manner]]:
    """Each option once as the first choice and once as the second, beside another one, in every manner.

    Args:
        options: what can be chosen.
        manners: how one chooses again.
        alike: the options are many of one kind: each is first once and second once in all, the manners taken in turn.
    """
    others = max(1, len(options) - 1)
    for turn, manner in enumerate(manners):
        step = 1 if alike else 1 + turn % others
        for place, first in enumerate(options):
            if not alike or place % len(manners) == turn:
                yield first, options[(place + step) % len(options)], manner
