"""jsQR, which reads QR codes in the page: npm brings it to a checkout, and a build to the wheel; some have none."""

from pathlib import Path

from ...kernel.rules import seam
from ...web.site import Site

_HERE = Path(__file__).resolve()
_IN_WHEEL, _IN_CHECKOUT = _HERE.parent / "jsqr", _HERE.parents[3] / "node_modules" / "jsqr" / "dist"
_FOLDER = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def add_to(site: Site) -> None:
    """Serve it, if it is there."""
    if _FOLDER.is_dir():
        site.serve("/own/jsqr", _FOLDER)


@seam
def reads_pictures() -> bool:
    """Whether this installation can read a QR code in a picture."""
    return (_FOLDER / "jsQR.js").is_file()
