"""A HEAD changes nothing: it is answered where a GET changes nothing either, and refused elsewhere."""

from collections.abc import Callable

import pytest
from starlette.routing import Route

from fixtures.http import bare_client
from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.server.app import site_of
from mock_server.sites.pacjent.articles import ARTICLES
from mock_server.web.site import Site
from mock_server.web.site_table import SITES

NEW_HTTP_BROWSER = Callable[[], HttpBrowser]


def pages() -> list[tuple[str, str, bool]]:
    """Site, path and whether a HEAD is answered, of every page."""
    found = []
    for name in SITES:
        site = site_of(name)
        assert isinstance(site, Site)
        routes = [route for route in site._router.routes if isinstance(route, Route)]
        found += [(name, one.path, "HEAD" in one.methods) for one in routes if one.methods and "GET" in one.methods]
    return found


def head(world: WorldControl, site: str, path: str, cookies: str = "") -> tuple[int, bytes]:
    host = world.url(site).split("/")[2]
    with bare_client(world) as client:
        answer = client.head(path, headers={"Host": host, "Cookie": cookies})
    return answer.status_code, answer.content


@pytest.mark.parametrize(("site", "path", "answered"), pages())
def test_every_page_answers_or_refuses(world: WorldControl, site: str, path: str, *, answered: bool) -> None:
    status, body = head(world, site, path.replace("{slug}", next(iter(ARTICLES))))
    assert status == (200 if answered else 405)
    assert body == b""


@pytest.mark.parametrize("site", ["pacjent", "ikp", "mojeikp", "login", "pz", "mojeid", "mbank", "e-dowod"])
def test_a_front_page_is_there_for_who_looks_whether_a_server_runs(world: WorldControl, site: str) -> None:
    assert head(world, site, "/")[0] == 200
    assert head(world, site, "/static/house.css")[0] == 200
    assert head(world, site, "/nie-ma/tu/nic")[0] == 404


def test_a_head_begins_no_login(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    assert head(world, "ikp", "/zaloguj")[0] == 405
    assert [entry.event for entry in world.journal()] == ["HEAD /zaloguj 405"]
    assert new_http_browser().open(world.url("ikp", "/zaloguj")).status == 200


def test_a_head_keeps_no_session_alive(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    patient = (
        new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    )
    cookies = patient.cookies[world.url("ikp").split("/")[2]]
    for _ in range(4):
        world.advance(5 * 60)
        head(world, "ikp", "/", "; ".join(f"{name}={value}" for name, value in cookies.items()))
    assert "konto" not in patient.open(world.url("ikp", "/konto")).address
