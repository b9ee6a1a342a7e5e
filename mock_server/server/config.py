"""How a server is asked to run."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ..kernel.world import World
from ..saml.keyring import Keyring
from ..web.addresses import Addresses

CA_FILE = "ca.pem"
"""In the folder of keys of a mock under TLS: the authority that its clients trust."""


def _as_it_is(_world: World) -> None:
    """A new world needs nothing."""


@dataclass(frozen=True)
class Config:
    """How a server is asked to run.

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
