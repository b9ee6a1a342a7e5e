"""How the app talks to e-dowod: over the back channel only."""

from typing import Any

from ...web.addresses import Place
from ...web.back_channel import BackChannelFailed
from ...web.visit import Visit

_SITE = "e-dowod"


async def ask(visit: Visit, what: str, **message: str) -> dict[str, Any]:
    """Ask in this phone's name; ``result`` is ``unavailable`` when e-dowod does not answer."""
    try:
        return await visit.back_channel.ask(
            visit.world.name, _SITE, f"/back/{what}", {**message, "app": visit.mark_browser()}
        )
    except BackChannelFailed:
        return {"result": "unavailable"}


def trusted_hosts(visit: Visit) -> frozenset[str]:
    """The hosts whose codes the app takes up."""
    return frozenset({visit.addresses.host(Place(_SITE, visit.world.name))})
