"""The portal: the front page, the news and the articles."""

from pathlib import Path

from starlette.responses import Response

from ...kernel.institutions import INSTITUTIONS
from ...web.refusal import not_found
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import articles, rules

site = Site(SITES["pacjent"], Path(__file__).parent)
site.frame = lambda _visit: {"frame": "portal.html"}


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """The front page with both ways in."""
    return visit.render("front.html", news=articles.NEWS, notice=rules.message_of(visit.query("komunikat")))


@site.get("/aktualnosci", head=True)
async def news(visit: Visit) -> Response:
    """Every article."""
    return visit.render("news.html", news=articles.ARTICLES.values())


@site.get("/aktualnosci/{slug}", head=True)
async def article(visit: Visit) -> Response:
    """One article."""
    found = articles.ARTICLES.get(visit.param("slug"))
    if found is None:
        raise not_found()
    return visit.render(
        f"articles/{found.slug}.html",
        article=found,
        articles=articles,
        profile_ways=[one.trusted_profile for one in INSTITUTIONS if one.trusted_profile],
        mojeid_ways=articles.mojeid_ways(),
    )
