"""The mark of an institution: initials on a tile, drawn from nothing but its name, so that it copies nobody's sign.

What draws it is ``templates/marks.html``, in the shapes and hues of ``static/drawings.css``.
"""

from dataclasses import dataclass
from zlib import crc32

SHAPES = ("square", "round", "leaf", "shield")
HUES = 8


@dataclass(frozen=True)
class Mark:
    """How to draw a mark.

    Attributes:
        initials: of the first two words of the name, or its first two letters where it has one word alone.
        shape: of the tile.
        hue: of the tile, a number below ``HUES``.
    """

    initials: str
    shape: str
    hue: int


def mark_of(name: str) -> Mark:
    """The mark of whoever has this name: the same wherever it is shown."""
    kind, hue = divmod(crc32(name.encode()), HUES)
    return Mark(_initials(name), SHAPES[kind % len(SHAPES)], hue)


def _initials(name: str) -> str:
    words = [word for word in name.split() if len(word) > 1]
    return name.strip()[:2] if len(words) < 2 else "".join(word[0] for word in words[:2])
