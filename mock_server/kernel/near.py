"""What somebody may have meant who wrote a name that nobody knows.

A name that comes from outside may be as long as a request: comparing takes time that grows with the square of the
length, and an answer need not repeat it all, so only its beginning counts.
"""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 100
"""Characters of a name."""


def beginning(text: str, longest: int = _LONGEST) -> str:
    """The text, or so much of it as is compared and repeated, with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def resembling(
    text: str, known: Iterable[str], *, most: int = 3, longest: int = _LONGEST, cutoff: float = 0.6
) -> list[str]:
    """The known texts whose beginning resembles this one's, the nearest first."""
    beginnings = {beginning(one, longest): one for one in known}
    return [beginnings[one] for one in get_close_matches(beginning(text, longest), beginnings, n=most, cutoff=cutoff)]


def near(name: str, known: Iterable[str]) -> str:
    """The known names that resemble this one, or else all of them in their order, as the end of a sentence."""
    names = list(known)
    close = resembling(name, names)
    return f"near: {', '.join(close)}" if close else f"known: {', '.join(names) or 'none'}"
