"""A login at another service of the same hub: what was issued to that one is nothing to the one under check."""

from ...shared.federation import HUB_SITE
from ..visitor.fetching import Fetcher
from ..visitor.reach import Reach
from ..visitor.visitor import Visitor
from ..visitor.way_back import be_identified
from ..visitor.way_in import ask_hub
from .mock import Mock
from .people import Cast

_SITE, _START = "ikp", "/zaloguj"


async def strangers_artifact(mock: Mock, cast: Cast, known: Fetcher) -> str:
    """The artifact of a login of Ann's at IKP, one of the mock's own providers.

    Raises:
        Trouble: it cannot be had.
    """
    sites = {mock.world.url(site, "").rstrip("/") for site in (HUB_SITE, _SITE)}
    fetcher = Fetcher(Reach(set(), sites, known.reach.mock), known.limits)
    try:
        visitor = Visitor(fetcher)
        asked = await ask_hub(visitor, mock.world.url(_SITE, _START))
        return (await be_identified(visitor, asked, cast.ann.pesel, mock.token)).value("SAMLart")
    finally:
        await fetcher.close()
