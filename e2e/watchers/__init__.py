"""The oracles that look at every story: none is asked for, each can be told off by name with a reason."""

from fixtures.watching.watcher import Watcher

WATCHERS: tuple[Watcher, ...] = ()
