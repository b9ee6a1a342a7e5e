"""No page writes an error to the console."""

from collections.abc import Iterable

from fixtures.watching.watcher import Watched

_REFUSED_PAGE = "Failed to load resource: the server responded with a status of"
"""How Chromium tells of a page that a site refuses, too, for which stories ask on purpose; others look at that."""


def complaints(watched: Watched) -> Iterable[str]:
    """Every error on the console, and every file that was not there."""
    yield from (text for text in watched.console if text.startswith("error: ") and _REFUSED_PAGE not in text)
    for answer in watched.answers:
        if answer.asked.get("sec-fetch-dest") in {"script", "style", "image", "font"} and answer.status >= 400:
            yield f"a file of a page that is not there: {answer.address}"
