"""What all sites of one process share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .kernel.world import World
from .keyring import Keyring
from .web.addresses import Addresses
from .web.back_channel import BackChannel


def _as_it_is(_world: World) -> None:
    """A new world needs nothing."""


@dataclass(frozen=True)
class Wishes:
    """How a server was asked to run.

    Attributes:
        addresses: how browsers reach the sites.
        keyring: the keys of its systems.
        token: what the control API asks for; None lets everybody in.
        hosts: by which further names the bare host may be asked.
        prepare: given every new world before anybody sees it.
        is_ready: whether /ready may say so by now.
    """

    addresses: Addresses
    keyring: Keyring = field(default_factory=Keyring)
    token: str | None = None
    prepare: Callable[[World], None] = _as_it_is
    hosts: frozenset[str] = frozenset()
    is_ready: Callable[[], bool] = lambda: True


@dataclass(frozen=True)
class House:
    """Given to every visit.

    Attributes:
        token: what is asked of whoever steers; None lets everybody.
    """

    addresses: Addresses
    keyring: Keyring
    back_channel: BackChannel
    token: str | None = None
