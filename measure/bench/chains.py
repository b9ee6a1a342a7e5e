"""The readers' chains that are compared on photographs."""

from functools import partial

from PIL import Image, ImageFilter, ImageOps

from fixtures.qr import CHAIN, Look, look_at
from fixtures.qr_pictures import framed, framed_negative, halved, plain
from fixtures.qr_readers import zbar, zxing

NEW, EARLIER, ZBAR, ZXING = "new", "the chain before it", "pyzbar alone", "zxing-cpp alone"


def _twice(picture: Image.Image) -> Image.Image:
    return ImageOps.autocontrast(picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.LANCZOS))


def _calmed(picture: Image.Image) -> Image.Image:
    return _twice(picture.filter(ImageFilter.MedianFilter(3)))


def _softened(picture: Image.Image) -> Image.Image:
    return ImageOps.autocontrast(picture.filter(ImageFilter.GaussianBlur(1.2)))


_BEFORE = (halved, plain, ImageOps.invert, _twice, _calmed, _softened, framed, framed_negative)
CHAINS: dict[str, tuple[Look, ...]] = {
    ZBAR: (partial(look_at, plain, zbar),),
    EARLIER: tuple(partial(look_at, prepare, zbar) for prepare in _BEFORE),
    ZXING: (partial(look_at, plain, zxing),),
    NEW: CHAIN,
}
"""By name; the one before was the suite's until 30 November 2026 (pyzbar, eight preparations)."""
