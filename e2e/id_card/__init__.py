"""e-dowód: the reader on a computer, the eDO App on a phone."""

from collections.abc import Callable

CODE_LIFE = 300
"""Seconds for which a code for the eDO App lives."""

AS_TYPED: dict[str, Callable[[str], str]] = {
    "as_printed": lambda number: f"{number[:3]} {number[3:]}",
    "in_small_letters": str.lower,
    "with_blanks_around": lambda number: f" {number} ",
}
"""How people type the number of a card, which stands on it as “ABC 123456”."""
