"""Unpacking a body that came compressed, never beyond a limit."""

import zlib

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class Bomb(Exception):
    """It unpacks to more than anybody would read."""


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body in clear; what cannot be unpacked stays as it is.

    Args:
        body: as it came.
        encoding: the header Content-Encoding.
        limit: the most bytes that may come of it.

    Raises:
        Bomb: more would come of it.
    """
    window = _WINDOWS.get(encoding.strip().lower())
    if window is None:
        return body
    opened = zlib.decompressobj(window)
    try:
        content = opened.decompress(body, limit)
    except zlib.error:
        return body
    if opened.unconsumed_tail:
        raise Bomb(f"{len(body)} bytes unpack to more than {limit}")
    return content
