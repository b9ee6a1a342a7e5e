"""What somebody may have meant who wrote a name that nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches


def near(name: str, known: Iterable[str]) -> str:
    """The known names that resemble this one, or else all of them in their order, as the end of a sentence."""
    names = list(known)
    close = get_close_matches(name, names)
    return f"near: {', '.join(close)}" if close else f"known: {', '.join(names) or 'none'}"
