"""What a browser leg names besides what the hub's form holds: things of a second login, and of an attacker."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ...check.answer import BrowserLeg
from ..visitor.visitor import Visitor
from .listener import Listener
from .people import Cast
from .scene import Scene

_NOBODY = "http://evil.example/"
_POSTED = ("forged", "genuine", "own", "bomb")


@dataclass(frozen=True)
class Second:
    """A second login at the hub, held before it comes back.

    Attributes:
        visitor: whose browser it is; Ann's second login is in her own.
    """

    visitor: Visitor
    artifact: str
    relay_state: str


async def second_login(scene: Scene, leg: BrowserLeg, cast: Cast, first: Visitor) -> Second | None:
    """The second login that a leg needs, if it needs one.

    Raises:
        Trouble: it cannot be begun.
    """
    if leg.other is None:
        return None
    visitor = scene.visitor()
    if leg.other == "ann":
        visitor.jar = first.jar
    asked = await scene.begin(visitor)
    back = await scene.identified(visitor, asked, cast.ann if leg.other == "ann" else cast.bob)
    return Second(visitor, back.value("SAMLart"), back.value("RelayState"))


async def values_of(
    scene: Scene, leg: BrowserLeg, request: str, second: Second | None, listener: Listener | None
) -> dict[str, str]:
    """Values by their names in braces.

    Raises:
        ControlFailed: the mock cannot make one.
    """
    evil = listener.address.rstrip("/") if listener else _NOBODY.rstrip("/")
    values = {"evil": evil, "evil_host": urlsplit(evil).netloc, "100_kB": "x" * 100_000}
    if second:
        values |= {"other_artifact": second.artifact, "other_relay_state": second.relay_state}
    named = [name for name in _POSTED if any(f"{{{name}}}" in text for _, text in leg.fields or ())]
    if named:
        posted = await scene.mock.posted(request)
        values |= {name: str(getattr(posted, name)) for name in named}
    return values
