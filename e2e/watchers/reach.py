"""Every control has a name and can be reached, and every text can be read whole, on each distinct page state."""

from collections.abc import Iterable

from fixtures.watching.watcher import Watched


def complaints(watched: Watched) -> Iterable[str]:
    """What a person could not reach with a wheel or a finger, name, or read."""
    return watched.out_of_reach
