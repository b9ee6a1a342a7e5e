"""The addresses at which a hub takes messages: its own, and the real node's however it was reached."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class HubDestinations(Collection[str]):
    """Accepted as Destination: each letter for letter, and at the node's own name with any port and either scheme.

    Who has the real name built in may reach the hub with a port, or without TLS, and signs what it posts to.

    Attributes:
        urls: the addresses; those of the node without a port, by https.
        node: the node's host name.
    """

    urls: tuple[str, ...]
    node: str

    def __contains__(self, destination: object) -> bool:
        """Whether this is one of them."""
        if not isinstance(destination, str):
            return False
        of_node = re.sub(rf"\Ahttps?://{re.escape(self.node)}(:[0-9]+)?/", f"https://{self.node}/", destination)
        return not {destination, of_node}.isdisjoint(self.urls)

    def __iter__(self) -> Iterator[str]:
        return iter(self.urls)

    def __len__(self) -> int:
        return len(self.urls)
