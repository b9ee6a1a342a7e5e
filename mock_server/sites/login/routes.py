"""login.gov.pl: the site and its routes."""

from pathlib import Path

from starlette.responses import Response

from ...shared import federation
from ...web.delegation import accept_answers
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import asking, back_channel, sign_in

site = Site(SITES[federation.HUB_SITE], Path(__file__).parent)
asking.add_to(site)
sign_in.add_to(site)
back_channel.add_to(site)
accept_answers(site, sign_in.on_answer)


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """What a person sees who comes without a login."""
    return visit.render("front.html")


@site.get(federation.METADATA_PATH, head=True)
async def metadata(visit: Visit) -> Response:
    """The hub's signed SAML metadata."""
    return Response(federation.hub_of(visit).metadata(), media_type="application/samlmetadata+xml")
