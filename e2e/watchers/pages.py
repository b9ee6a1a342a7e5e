"""The pages among what a story was answered: each source is parsed once for all watchers."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from lxml import html

from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched

_KEPT = 256
"""Parsed pages: more than a story has, seldom too few."""


def on_each_page(complaints_of: Callable[[Answer], Iterable[str]]) -> Callable[[Watched], Iterable[str]]:
    """Ask each page by itself what is wrong with it."""

    def complaints(watched: Watched) -> Iterator[str]:
        for answer in watched.answers:
            if answer.is_page:
                yield from (f"{answer.address}: {complaint}" for complaint in complaints_of(answer))

    return complaints


@lru_cache(maxsize=_KEPT)
def content_of(source: str) -> html.HtmlElement:
    """The content of a page; nobody may change it."""
    return html.document_fromstring(source)


def text_of(element: html.HtmlElement) -> str:
    """The text of an element, with single blanks."""
    return " ".join(str(element.text_content()).split())
