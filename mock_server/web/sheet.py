"""The stylesheet of a site's every page: the site's colour and the house's sheets, in one answer.

One, since a browser asks each of a login's six sites for it, and draws no page before it has all that the page names.
"""

from pathlib import Path

from starlette.responses import Response

HOUSE_SHEETS = tuple(
    Path(__file__).parent / "static" / f"{name}.css" for name in ("tokens", "house", "controls", "drawings")
)
"""In the order in which one overrides the other."""


def sheet_in(colour: str) -> Response:
    """The sheet of a site that has this colour, a CSS colour: the content policy refuses inline styles."""
    house = "".join(file.read_text("utf-8") for file in HOUSE_SHEETS)
    css = f":root {{ --site: {colour}; }}\n{house}"
    return Response(css, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
