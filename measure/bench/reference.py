"""The yardstick: a fixed piece of work, done between the measured ones, that tells how fast the machine is now."""

import hashlib
from time import perf_counter

_ROUNDS = 400
_BLOCK = bytes(16_384)


def yardstick() -> float:
    """Milliseconds that the fixed work takes now: hashing 6.5 MB and some plain Python (about 5–10 ms when quiet)."""
    begun = perf_counter()
    digest, numbers = hashlib.sha256(), {}
    for number in range(_ROUNDS):
        digest.update(_BLOCK)
        numbers[number] = str(number) * 3
    return (perf_counter() - begun) * 1000
