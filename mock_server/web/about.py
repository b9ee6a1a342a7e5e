"""The pages to which the footer of a public site leads: what it declares, asks of its visitors, keeps, and explains."""

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from starlette.responses import Response

from ..kernel.translation import Text
from . import rules
from .session import Sessions

if TYPE_CHECKING:
    from .site import Site
    from .visit import Visit

PAGES = MappingProxyType(
    {
        "deklaracja-dostepnosci": Text("Deklaracja dostępności"),
        "regulamin": Text("Regulamin serwisu"),
        "polityka-prywatnosci": Text("Polityka prywatności"),
        "pomoc": Text("Pomoc w logowaniu"),
    }
)
"""The heading of each page, by the end of its address; its template has the same name."""
_PUBLISHED, _DECLARED = date(2026, 11, 22), date(2026, 11, 29)
"""When these sites were first shown, and when somebody last said how accessible they are."""


def add_to(site: "Site") -> None:
    """Give a site these pages; each leads back to where its visitor came from, and begins, ends and spends nothing."""
    for name in PAGES:
        _add(site, name)


def _add(site: "Site", name: str) -> None:
    @site.get(f"/o-serwisie/{name}", head=True)
    async def page(visit: "Visit") -> Response:
        came_from = visit.query("dalej")
        return visit.render(
            f"about/{name}.html",
            heading=PAGES[name],
            came_from=came_from if rules.target_is_own(came_from) else "",
            published=_PUBLISHED,
            declared=_DECLARED,
            minutes={
                "login": _minutes(rules.FLOW_LIFE),
                "idle": _minutes(Sessions.idle),
                "session": _minutes(Sessions.absolute),
            },
            **site.frame_around(visit),
        )


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)
