"""How many photographs of our own pages each chain of readers reads, and how soon it says what it says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from PIL import Image

from fixtures.camera import Camera
from fixtures.qr import Look, QrUnreadable, read_qr
from measure.bench.chains import CHAINS, EARLIER, NEW, ZXING
from measure.bench.figures import Figure, spread
from measure.bench.options import Effort
from measure.bench.photographs import KINDS, Photograph, photographs
from measure.bench.screens import take_screens

SEED = 2
"""The chain was chosen on the photographs of seed 1."""


@dataclass
class Score:
    """What a chain did: which photographs it read, and which it read wrongly, by their numbers."""

    read: set[int] = field(default_factory=set)
    wrong: set[int] = field(default_factory=set)


def measure(effort: Effort) -> list[Figure]:
    """Read every photograph by every chain; then the perfect picture, and one without a code, in turns."""
    screens = take_screens(SEED)
    taken = list(photographs(screens.with_code, SEED))
    perfect, none = (Camera().take(screen.png) for screen in (screens.mobywatel, screens.methods))
    far = Camera(distance=1.5, blur=0.5, noise=0.1, jpeg=70).take(screens.methods.png)
    rounds = effort.of(40, 8)
    return [
        *_figures(taken, {name: score(taken, chain) for name, chain in CHAINS.items()}),
        _ratio("a perfect picture is read", perfect, rounds, at_most=1.0),
        _ratio("a perfect picture without a code is refused", none, rounds, at_most=0.2),
        _ratio("a photograph without a code is refused", far, rounds, at_most=0.2),
    ]


def score(taken: Iterable[Photograph], chain: tuple[Look, ...]) -> Score:
    """What a chain reads of the photographs."""
    found = Score()
    for number, photograph in enumerate(taken):
        text = _read(photograph.picture, chain)
        if text is not None:
            (found.read if text == photograph.text else found.wrong).add(number)
    return found


def _figures(taken: list[Photograph], scores: dict[str, Score]) -> list[Figure]:
    union = scores[EARLIER].read | scores[ZXING].read
    lost = sorted({taken[number].kind for number in union - scores[NEW].read})
    read = [
        Figure(
            f"{len(taken)} photographs, read by {name}",
            len(found.read),
            "photographs",
            at_least=len(union) if name == NEW else None,
            details={"by_kind": _by_kind(taken, found.read)} | ({"lost": lost} if name == NEW else {}),
        )
        for name, found in scores.items()
    ]
    wrong = {name: len(found.wrong) for name, found in scores.items()}
    return [*read, Figure("read wrongly by any chain", sum(wrong.values()), "photographs", at_most=0, details=wrong)]


def _by_kind(taken: list[Photograph], read: set[int]) -> dict[str, int]:
    """How many of each kind were read."""
    return {kind: sum(taken[number].kind == kind for number in read) for kind in KINDS}


def _ratio(what: str, picture: Image.Image, rounds: int, at_most: float) -> Figure:
    """The new chain's time by that of the one before it, on one picture, in turns."""
    times: dict[str, list[float]] = {NEW: [], EARLIER: []}
    for _ in range(rounds):
        for name, taken in times.items():
            begun = perf_counter()
            _read(picture, CHAINS[name])
            taken.append((perf_counter() - begun) * 1000)
    pairs = [new / earlier for new, earlier in zip(times[NEW], times[EARLIER], strict=True)]
    return Figure(
        f"{what}: new chain by the one before it",
        median(pairs),
        "×",
        at_most=at_most,
        details={f"{name}_ms": spread(taken) for name, taken in times.items()},
    )


def _read(picture: Image.Image, chain: tuple[Look, ...]) -> str | None:
    try:
        return read_qr(picture, chain)
    except QrUnreadable:
        return None
