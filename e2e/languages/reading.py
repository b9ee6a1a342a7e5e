"""Reads pages in the pseudo-language: what they say unmarked, or unaccented, was never given to translators."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Page

from e2e.institutions import TRUSTED_PROFILE_BANKS
from e2e.languages.exceptions import allowed_in
from fixtures.approving.onlookers import Onlooker
from fixtures.approving.seen import Seen
from pages.base import language_on
from pages.languages import PSEUDO

POLISH_ALONE = {*TRUSTED_PROFILE_BANKS, "mobywatel", "edo-app", "czytnik"}
"""The sites that have one language, by the first part of their host names."""
_UNACCENTED = frozenset("aceginorsuyzACEGINORSUYZ")
"""Letters that the pseudo-language never leaves as they are."""
_MARK = re.compile(r"([⟦⟧])")
_WORD = re.compile(r"[^\W\d_]+")


def untranslated(page: Page, allowed: re.Pattern[str]) -> list[str]:
    """The words of a page that no translator has seen; none where its site speaks Polish alone."""
    if urlsplit(page.url).netloc.partition("--")[0] in POLISH_ALONE:
        return []
    if language_on(page) != PSEUDO:
        return [f"the page is in “{language_on(page)}”"]
    said = page.evaluate(f"() => {_reader()}.said(document.documentElement)")
    apart = (word for name in said["names"] for word in unmarked([name], allowed))
    return list(dict.fromkeys((*unmarked(said["texts"], allowed), *apart)))


def unmarked(texts: Iterable[str], allowed: re.Pattern[str]) -> Iterator[str]:
    """Words outside the marks of the pseudo-language, or inside them without its accents, each with what it stands in.

    Args:
        texts: one after another; a sentence may run through several.
        allowed: what needs neither.
    """
    depth = 0
    for text in texts:
        for part in _MARK.split(allowed.sub(" ", text)):
            depth += {"⟦": 1, "⟧": -1}.get(part, 0)
            for word in _WORD.findall(part):
                if depth == 0 or _UNACCENTED.intersection(word):
                    yield f"“{word}” in “{' '.join(text.split())[:80]}”"


@dataclass
class PseudoReader(Onlooker):
    """Reads every page state of a walk.

    Attributes:
        found: what is untranslated, with the state.
    """

    inspects: bool = False
    found: list[str] = field(default_factory=list)

    def look(self, page: Page, state: str) -> None:
        """Read a page as it stands now."""
        page.wait_for_load_state()
        self.found += [f"{state}: {words}" for words in untranslated(page, allowed_in(self.world))]

    def look_at(self, seen: Seen, picture: Callable[[int], Image.Image]) -> None:
        """Nothing more is looked at."""

    def complaints(self, walk: str) -> list[str]:
        """Every untranslated text of the walk."""
        return [f"{walk}: {words}" for words in dict.fromkeys(self.found)]


@cache
def _reader() -> str:
    return (Path(__file__).parent / "said.js").read_text("utf-8").strip()
