"""Which watchers looked away from which stories, and why: part of the report, so that nobody does so unseen."""

from dataclasses import dataclass
from pathlib import Path

from fixtures.watching.watch import UNWATCHED
from reports.results import documents_in, nodeid_of


@dataclass(frozen=True, order=True)
class ToldOff:
    """Watchers that do not look at some stories, with the reason.

    Attributes:
        watcher: its name.
        reason: in words.
        stories: their names as pytest says them, without what a case adds in brackets.
    """

    watcher: str
    reason: str
    stories: tuple[str, ...]


def read_told_off(folder: Path) -> list[ToldOff]:
    """What the results of a run say, by watcher and reason."""
    found: dict[tuple[str, str], set[str]] = {}
    for _, document in documents_in(folder):
        for label in document.get("labels", ()):
            if label["name"] == UNWATCHED:
                watcher, _, reason = str(label["value"]).partition(": ")
                found.setdefault((watcher, reason), set()).add(nodeid_of(document).partition("[")[0])
    return sorted(ToldOff(*key, tuple(sorted(stories))) for key, stories in found.items())
