"""Links that letters and notices carry survive every way to log in, on every device, also a first login."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e.login.arrivals import ARRIVALS, PIN
from e2e.login.journey import Journey
from e2e.login.walks import WALKS
from e2e.paths import IKP, MOJEIKP, PATHS, Path
from fixtures.account import Account
from fixtures.people import Confirmation, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.world import WorldControl
from pages.base import BasePage
from pages.login.methods import MethodsPage
from pages.patient.family import ChildrenPage
from pages.patient.prevention import PreventionPage

LINKS: dict[str, type[BasePage]] = {"/uprawnienia": ChildrenPage, "/profilaktyka": PreventionPage}
"""Each with the page to which it leads."""
DESTINATIONS = {"computer": IKP, "pixel": MOJEIKP, "iphone": IKP}
ENTER: dict[str, Callable[[Any, type[BasePage]], BasePage]] = {
    IKP: lambda consent, then: consent.submit_acceptance(then),
    MOJEIKP: lambda new_pin, then: new_pin.submit_pin(PIN, then),
}


def ways() -> Iterator[Path]:
    """Each way to prove who one is on each device once, with the first provider that offers it."""
    seen = set()
    for path in PATHS:
        way = path.method, path.confirmation, path.device
        if path.destination == DESTINATIONS[path.device] and way not in seen:
            seen.add(way)
            yield path


@pytest.mark.behaviour("redirect.deep_link")
@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(
    ("way", "device"), [pytest.param(one, one.device, id=one.id) for one in ways()], indirect=["device"]
)
def test_a_link_survives_the_login(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    make_phone: PhoneMaker,
    account: Account,
    way: Path,
    link: str,
) -> None:
    push = way.confirmation == "push"
    person = make_person(confirmation=Confirmation.PUSH if push else Confirmation.SMS)
    arrival, its_account = ARRIVALS[way.destination], account.at(way.destination)
    page.goto(world.url(way.destination, link))
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
    ENTER[way.destination](first_page, LINKS[link])
    expect(page).to_have_url(world.url(way.destination, link))
    its_account.expect_open(page.context, person.pesel)
