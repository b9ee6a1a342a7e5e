"""What a browser leg names: things of this login, of a second one, of others at the hub, and of an attacker."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...check.answer import BrowserLeg
from ..visitor.page import Form
from ..visitor.visitor import Visitor
from .artifacts import altered
from .listener import Listener
from .people import Cast
from .scene import Scene
from .stranger import strangers_artifact

_NOBODY = "http://evil.example"
_POSTED = ("forged", "genuine", "own", "bomb")
_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Held:
    """A login at the hub, held before it comes back.

    Attributes:
        visitor: whose browser it is.
        hub: the address of the hub's page that holds it.
        back: the form that would be sent.
    """

    visitor: Visitor
    request: str
    hub: str
    back: Form


async def second_login(scene: Scene, leg: BrowserLeg, cast: Cast, own: Visitor) -> Held | None:
    """The second login that a leg needs, if it needs one; Ann's is in her own browser.

    Raises:
        Trouble: it cannot be begun.
    """
    if leg.other is None:
        return None
    visitor = scene.visitor()
    if leg.other == "ann":
        visitor.jar = own.jar
    asked = await scene.begin(visitor)
    back = await scene.identified(visitor, asked, cast.ann if leg.other == "ann" else cast.bob)
    return Held(visitor, asked.request_id, visitor.page.address if visitor.page else "", back)


def names_in(leg: BrowserLeg) -> set[str]:
    """Everything that stands in braces in a leg."""
    return {name for _, text in leg.fields or () for name in _NAMED.findall(text)}


async def values_of(
    scene: Scene,
    leg: BrowserLeg,
    cast: Cast,
    own: Held,
    second: Held | None,
    *,
    listener: Listener | None = None,
) -> dict[str, str]:
    """Values by their names in braces.

    Args:
        scene: the service and the mock.
        leg: of the answer.
        cast: who logs in.
        own: the login that is answered.
        second: the other one, if there is one.
        listener: whose address is another origin, if one listens.

    Raises:
        ControlFailed: the mock cannot make one.
        KeyError: the leg names something that nobody knows.
    """
    artifact = own.back.value("SAMLart")
    evil = listener.address.rstrip("/") if listener else _NOBODY
    values = {
        "artifact": artifact,
        "relay_state": own.back.value("RelayState"),
        "evil": evil,
        "evil_host": urlsplit(evil).netloc,
        "100_kB": "x" * 100_000,
        "1_MB": "x" * 1_000_000,
        **altered(artifact),
    }
    if second:
        values |= {
            "other_artifact": second.back.value("SAMLart"),
            "other_relay_state": second.back.value("RelayState"),
        }
    named = names_in(leg)
    if named & set(_POSTED):
        posted = await scene.mock.posted(own.request)
        values |= {name: str(getattr(posted, name)) for name in _POSTED}
    if "artifact_of_another_provider" in named:
        values["artifact_of_another_provider"] = await strangers_artifact(scene.mock, cast, scene.fetcher)
    return {name: values[name] for name in named}
