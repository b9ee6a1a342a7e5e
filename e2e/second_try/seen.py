"""What a person sees of a page, with placeholders for what is drawn anew each time: ids, codes, moments."""

import re
from dataclasses import dataclass

from fixtures.http_page import HttpPage
from fixtures.world import WorldControl

_DRAWN = (
    (re.compile(r"8;D;1;\S+"), "CODE"),
    (re.compile(r"\b\d\d\.\d\d\.\d{4}, \d\d:\d\d(:\d\d)?"), "MOMENT"),
    (re.compile(r"(?<=Numer operacji )\d{6}\b"), "OPERATION"),
    (re.compile(r"(?<![\w*])\d{3} \d{3} \d{3}\b"), "NUMBER"),
    (re.compile(r"[\w-]{32,36}(?![\w-])"), "ID"),
)
_SHOWN_FIELDS = "//*[self::input or self::select][not(@type='hidden')][not(ancestor::*[@inert])]"


@dataclass(frozen=True)
class Seen:
    """One page.

    Attributes:
        place: site and path, ids left out.
        status: with which it came.
        title: of the tab.
        text: all that it tells, people and their data too.
        fields: what its fields hold, by name.
    """

    place: str
    status: int
    title: str
    text: str
    fields: tuple[tuple[str, str], ...]


def seen(page: HttpPage, world: WorldControl) -> Seen:
    """What a person sees of a page of this world."""
    content = page.page
    fields = ((str(field.get("name")), str(field.get("value") or "")) for field in content.xpath(_SHOWN_FIELDS))
    return Seen(
        _masked(page.url, world),
        page.status,
        _masked(" ".join(content.xpath("//title/text()")), world),
        _masked(" ".join(" ".join(content.xpath("//body//text()[not(parent::script)]")).split()), world),
        tuple(fields),
    )


def _masked(text: str, world: WorldControl) -> str:
    text = text.replace(world.name, "WORLD")
    for drawn, placeholder in _DRAWN:
        text = drawn.sub(placeholder, text)
    return text
