"""Photographs of our own pages with a QR, in 41 kinds, from the easy to what perhaps nobody can read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from random import Random

from PIL import Image, ImageOps

from fixtures.camera import Camera
from measure.bench.screens import Screen

KINDS: dict[str, Camera] = {
    "perfect": Camera(),
    "by hand": Camera(distance=1.2),
    "far": Camera(distance=1.6),
    "farther": Camera(distance=2),
    "very far": Camera(distance=2.4),
    "across the room": Camera(distance=2.8),
    "tilted by 15°": Camera(tilt=15),
    "tilted by 45°": Camera(tilt=45, distance=1.3),
    "upright": Camera(tilt=90, distance=1.5),
    "head over": Camera(tilt=180, distance=1.8),
    "turned by 20°": Camera(turn=20),
    "turned by 35°": Camera(turn=35),
    "turned by 50°": Camera(turn=50),
    "nodding by 25°": Camera(nod=25),
    "nodding by 45°": Camera(nod=45),
    "from a corner": Camera(turn=30, nod=30),
    "little blur": Camera(blur=0.7),
    "blur": Camera(blur=1.4),
    "much blur": Camera(blur=2.1),
    "little motion": Camera(motion=3),
    "motion": Camera(motion=5),
    "much motion": Camera(motion=7),
    "little noise": Camera(noise=0.2),
    "noise": Camera(noise=0.35),
    "much noise": Camera(noise=0.5),
    "dim": Camera(exposure=-2),
    "dark": Camera(exposure=-3.5),
    "very dark": Camera(exposure=-5),
    "bright": Camera(exposure=1.2),
    "much too bright": Camera(exposure=2.4),
    "little glare": Camera(glare=0.5),
    "glare": Camera(glare=0.75),
    "much glare": Camera(glare=1),
    "little moiré": Camera(moire=0.2),
    "moiré": Camera(moire=0.4),
    "much moiré": Camera(moire=0.6),
    "poor JPEG": Camera(jpeg=20),
    "very poor JPEG": Camera(jpeg=8),
    "in the evening": Camera(exposure=-2, noise=0.15, motion=2, jpeg=60),
    "all at once": Camera(turn=15, tilt=8, moire=0.2, glare=0.4, blur=0.5, jpeg=40),
    "inverted": Camera(tilt=10),
}
"""Each with the camera that takes it; the screen of the last shows light for dark."""
_INVERTED = "inverted"


@dataclass(frozen=True)
class Photograph:
    """One picture, of which kind it is, and what its code says."""

    kind: str
    picture: Image.Image
    text: str


def photographs(screens: tuple[Screen, ...], seed: int) -> Iterator[Photograph]:
    """Every kind of every screen; the seed decides how the phone is held, and all chance in the pictures."""
    random = Random(seed)
    for kind, camera in KINDS.items():
        for screen in screens:
            png = _negative(screen.png) if kind == _INVERTED else screen.png
            yield Photograph(kind, _held(camera, random).take(png), screen.text)


def _held(camera: Camera, random: Random) -> Camera:
    """The camera in a hand, which is never quite still nor straight; but the perfect one."""
    if camera == Camera():
        return camera
    more = random.uniform(0.85, 1.15)
    return replace(
        camera,
        distance=camera.distance * random.uniform(1, 1.2),
        tilt=camera.tilt + random.uniform(-5, 5),
        turn=camera.turn + random.uniform(-8, 8),
        nod=camera.nod + random.uniform(-8, 8),
        moire=camera.moire * more,
        glare=min(1, camera.glare * more),
        blur=camera.blur * more + random.uniform(0.3, 0.7),
        motion=camera.motion * more + random.uniform(0, 1.5),
        exposure=camera.exposure * more,
        noise=camera.noise * more + random.uniform(0.02, 0.08),
        jpeg=camera.jpeg or 80,
        seed=random.randrange(2**32),
    )


def _negative(png: bytes) -> bytes:
    file = BytesIO()
    ImageOps.invert(Image.open(BytesIO(png)).convert("RGB")).save(file, "PNG", compress_level=1)
    return file.getvalue()
