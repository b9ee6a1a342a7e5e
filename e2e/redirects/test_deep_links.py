"""Links that letters and notices carry survive every way to log in, on every device, also a first login."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e.login.arrivals import ARRIVALS, PIN
from e2e.login.journey import Journey
from e2e.login.walks import WALKS
from e2e.paths import IKP, MOJEIKP, Path
from e2e.redirects.links import Link, every_row, share
from fixtures.account import Account
from fixtures.authorising import Visitor
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.shares import is_full
from fixtures.world import WorldControl
from pages.base import BasePage
from pages.login.methods import MethodsPage

ENTER: dict[str, Callable[[Any, type[BasePage]], BasePage]] = {
    IKP: lambda consent, then: consent.submit_acceptance(then),
    MOJEIKP: lambda new_pin, then: new_pin.submit_pin(PIN, then),
}
OTHER = {IKP: MOJEIKP, MOJEIKP: IKP}
"""Where the parent was signed in before, so that this is a first login."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The share, or every row."""
    if "link" in metafunc.fixturenames:
        full = is_full(metafunc.config, "--deep-links")
        rows = [
            pytest.param(link, way, way.device, way.language, id=f"{link.name}-{way.id}")
            for link, way in (every_row() if full else share())
        ]
        metafunc.parametrize(("link", "way", "device", "language"), rows, indirect=["device", "language"])


@pytest.mark.behaviour("redirect.deep_link")
def test_a_link_survives_the_login(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    make_phone: PhoneMaker,
    new_http_browser: Callable[[], HttpBrowser],
    account: Account,
    way: Path,
    link: Link,
) -> None:
    push = way.confirmation == "push"
    person = make_person(confirmation=Confirmation.PUSH if push else Confirmation.SMS)
    path = link.path.format(child=_stand_in(world, make_person, new_http_browser(), person, OTHER[way.destination]))
    arrival, its_account = ARRIVALS[way.destination], account.at(way.destination)
    page.goto(world.url(way.destination, path))
    journey = Journey(
        path=way,
        hub=MethodsPage(page).expect_service(arrival.service).choose_cookies(),
        person=person,
        phone=make_phone(person),
        service=arrival.service,
        still_closed=lambda: its_account.expect_closed(page.context),
        edo_address=world.url("edo-app"),
    )
    first_page = WALKS[way.method](journey, arrival.first_page)
    ENTER[way.destination](first_page, link.leads_to)
    expect(page).to_have_url(world.url(way.destination, path))
    its_account.expect_open(page.context, person.pesel)


def _stand_in(world: WorldControl, make_person: PersonMaker, browser: HttpBrowser, parent: Person, site: str) -> str:
    """What stands for a child's PESEL in addresses, as its parent's account tells it."""
    child = make_person.child_of(parent)
    visitor = Visitor(open_by_http(browser, world, parent, site), world.url(site).rstrip("/"))
    (address,) = visitor.links("dzieci")
    assert child.pesel not in address
    return address.rpartition("/")[2]
