"""(c) The phone scans a QR from the computer's screen: takes the picture's bytes and reads the code."""

from statistics import median
from time import perf_counter

from fixtures.camera import Camera
from fixtures.qr import read_qr
from measure.bench.figures import Figure, spread
from measure.bench.options import Effort
from measure.bench.reference import yardstick
from measure.bench.screens import take_screens

_AIM_MS = 15


def measure(effort: Effort) -> list[Figure]:
    """Scan one real screenshot again and again."""
    screen = take_screens(1).mobywatel.png
    camera, times, references = Camera(), [], []
    for _ in range(effort.of(300, 60)):
        references.append(yardstick())
        begun = perf_counter()
        read_qr(camera.take(screen))
        times.append((perf_counter() - begun) * 1000)
    return [
        Figure(
            "scan a QR on a computer screen",
            median(times),
            "ms",
            at_most=_AIM_MS,
            reference={"yardstick": median(references)},
            details={"scan_ms": spread(times), "png_bytes": len(screen)},
        )
    ]
