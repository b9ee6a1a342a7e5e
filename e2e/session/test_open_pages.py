"""A page that is left open asks by itself whether it may stay: that keeps no session alive, whatever page it is."""

from collections.abc import Callable

import pytest

from e2e.session.limits import IDLE, SITES
from fixtures.authorising import Visitor
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

ASKED = "//*[@data-status]/@data-status"
TIMES = 3


@pytest.mark.behaviour("session.idle")
@pytest.mark.parametrize("site", SITES)
def test_what_an_open_page_asks_by_itself_keeps_no_session_alive(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], site: str
) -> None:
    world.freeze()
    carer, home = make_person(), world.url(site).rstrip("/")
    child = make_person.child_of(carer)
    world.authorise(make_person(), carer)

    def enter() -> Visitor:
        return Visitor(open_by_http(new_http_browser(), world, carer, site), home)

    pages = ["/konto", *enter().links("osoby"), *enter().links("dzieci")]
    pages.append(pages[-1].replace("/dzieci/", "/dziecko/") + "/plan")
    assert len(pages) == 4, f"one's own, {child.full_name}'s, its plan, and that of who authorised {carer.full_name}"
    for path in pages:
        visitor = enter()
        asked = list(map(str, visitor.get(path).page.xpath(ASKED)))
        assert len(asked) == (1 if path == "/konto" else 2), path
        for _ in range(TIMES):
            assert {visitor.browser.read(home + one).status_code for one in asked} == {200}
            world.advance(IDLE / TIMES)
        assert visitor.browser.read(f"{home}/api/konto").status_code == 401, path
