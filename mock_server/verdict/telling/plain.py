"""Text of a service's, made fit for a terminal or a file: it may try to steer whoever reads it."""

import re

_STEERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def plain(text: str, longest: int | None = None) -> str:
    """The text in one piece, without anything that moves a cursor, rings, or turns the direction of writing."""
    told = _STEERS.sub("\N{REPLACEMENT CHARACTER}", text)
    if longest is None:
        return told
    told = " ".join(told.split())
    return told if len(told) <= longest else f"{told[: longest - 1]}…"
