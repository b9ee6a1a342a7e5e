"""How much chance an identifier can hold, by the looks of it."""

import re
from collections.abc import Sequence
from itertools import takewhile
from math import log2

_ALPHABETS = (
    (re.compile(r"[0-9]+"), 10),
    (re.compile(r"[0-9a-f]+|[0-9A-F]+"), 16),
    (re.compile(r"[0-9a-z]+|[0-9A-Z]+"), 36),
    (re.compile(r"[0-9A-Za-z_-]+"), 64),
)
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_UUID4_BITS = 122
_PADDING = "-_.=%/+:"


def bits(values: Sequence[str]) -> float:
    """The most bits that one value can hold that nobody could guess from the others.

    Args:
        values: of the same kind; what all of them begin with counts for nothing.
    """
    different = [value for value in dict.fromkeys(values) if value]
    if len(different) < len(values) or not different:
        return 0
    if all(_UUID4.search(value) for value in different):
        return _UUID4_BITS
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*different, strict=False))
    begins = sum(1 for _ in alike) if len(different) > 1 else 0
    return min(_bits_of(value[begins:]) for value in different)


def _bits_of(value: str) -> float:
    plain = "".join(letter for letter in value if letter not in _PADDING)
    size = next((size for pattern, size in _ALPHABETS if pattern.fullmatch(plain)), 64)
    return len(plain) * log2(size)
