"""No site breaks, and none says it is out, unless the story has planted that."""

from collections.abc import Iterable

from fixtures.watching.watcher import Watched


def complaints(watched: Watched) -> Iterable[str]:
    """Every answer that admits that a server broke."""
    return [answer.address for answer in watched.answers if answer.status >= 500]
