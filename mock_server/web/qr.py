"""The picture of a QR code."""

from io import BytesIO

import segno
from markupsafe import Markup


def qr_svg(text: str) -> Markup:
    """An inline SVG of the QR code, with its quiet zone of four modules (ISO/IEC 18004)."""
    picture = BytesIO()
    segno.make_qr(text, error="m").save(
        picture, kind="svg", scale=6, border=4, xmldecl=False, svgns=True, light="#fff", omitsize=True
    )
    return Markup(picture.getvalue().decode())  # noqa: S704 - segno escapes; the text is our own
