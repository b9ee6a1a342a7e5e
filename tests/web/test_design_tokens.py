"""Colours are said in one stylesheet, and what others ask of it is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageColor

import mock_server

HOUSE = Path(mock_server.__file__).parent
TOKENS = HOUSE / "web/static/tokens.css"
EXCEPTIONS = {
    "web/static/tokens.css": "the one place",
    "web/qr.py": "a QR code stays dark on white, in every scheme",
    "web/site_table.py": "the colour of a site is a datum of its row",
    "verdict/telling/page.html": "a page by itself, which opens from disk",
    "kernel/institutions.py": "the colour of a bank is a datum of its row",
}
"""Where a colour may be said, and why; a fault may say any, since it spoils them."""
RAW = re.compile(r"#(?:[0-9a-f]{3,4}){1,2}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(", re.IGNORECASE)
NAMED = re.compile(rf"(?<![-\w])(?:{'|'.join(ImageColor.colormap)})(?![-\w])", re.IGNORECASE)


def sources() -> Iterator[tuple[str, str]]:
    for file in sorted(HOUSE.rglob("*")):
        name = file.relative_to(HOUSE).as_posix()
        if file.suffix in {".css", ".html", ".js", ".svg", ".py"} and not name.startswith("faults/"):
            yield name, file.read_text("utf-8")


def sheets() -> dict[str, str]:
    return {name: uncommented(text) for name, text in sources() if name.endswith(".css")}


def uncommented(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def raw_colours(name: str, text: str) -> list[str]:
    """Colours in a stylesheet's values; in other files those that look like nothing else."""
    if not name.endswith(".css"):
        return re.findall(r"""["'=:]\s*(#(?:[0-9a-f]{3}){1,2})\b""", text, re.IGNORECASE)
    values = " ".join(re.findall(r":([^;{}]*)[;}]", uncommented(text)))
    return RAW.findall(values) + NAMED.findall(values)


@pytest.mark.parametrize("css", ["a { color: #FFF }", "a{b:1px solid rgb(0 0 0 / 5%);}", "a { color: crimson; }"])
def test_a_raw_colour_is_found(css: str) -> None:
    assert raw_colours("any.css", css)


@pytest.mark.parametrize("css", ["#red { top: 0 }", "a { color: var(--red) }", "/* white */ a { color: CanvasText; }"])
def test_what_is_no_colour_is_not(css: str) -> None:
    assert not raw_colours("any.css", css)


def test_no_file_but_those_listed_says_a_colour_of_its_own() -> None:
    said = {name: found for name, text in sources() if (found := raw_colours(name, text))}
    assert {name: said[name] for name in said.keys() - EXCEPTIONS.keys()} == {}
    assert said.keys() == EXCEPTIONS.keys(), "a listed exception is none"


def test_every_property_that_a_stylesheet_asks_for_is_there() -> None:
    known = set(re.findall(r"(--[\w-]+)\s*:", uncommented(TOKENS.read_text("utf-8")))) | {"--site"}
    missing = {name: set(re.findall(r"var\((--[\w-]+)", css)) - known for name, css in sheets().items()}
    assert {name: asked for name, asked in missing.items() if asked} == {}


def test_no_property_is_there_that_nobody_asks_for() -> None:
    known = set(re.findall(r"(--[\w-]+)\s*:", uncommented(TOKENS.read_text("utf-8"))))
    asked = set(re.findall(r"var\((--[\w-]+)", " ".join(sheets().values())))
    assert known - asked == set()
