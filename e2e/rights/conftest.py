"""What the stories of rights begin with."""

from collections.abc import Callable

import pytest

from fixtures.authorising import Visitor
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl

Enter = Callable[[Person, str], Visitor]

SITES = ("ikp", "mojeikp")
sites = pytest.mark.parametrize("site", SITES)


@pytest.fixture
def enter(world: WorldControl, new_http_browser: Callable[[], HttpBrowser]) -> Enter:
    """Signs a person in to a site, in a browser of their own without a screen."""

    def sign_in(person: Person, site: str) -> Visitor:
        return Visitor(open_by_http(new_http_browser(), world, person, site), world.url(site).rstrip("/"))

    return sign_in
