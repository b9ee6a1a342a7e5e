"""Every row of the path table, from the outside into the account."""

import allure
import pytest
from playwright.sync_api import Page

from e2e.institutions import identified_by
from e2e.login.arrivals import ARRIVALS
from e2e.login.entries import ENTRIES
from e2e.login.journey import Journey
from e2e.login.walks import WALKS
from e2e.paths import Path
from fixtures.account import Account
from fixtures.devices import Device
from fixtures.names import name_of, path_name, provider_name
from fixtures.people import Confirmation, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.world import WorldControl


@pytest.mark.usefixtures("filming")
def test_path_opens_the_account(
    path: Path,
    device: Device,
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    make_phone: PhoneMaker,
    account: Account,
) -> None:
    tell(path)
    if path.confirmation == "reader" and device.touched:
        pytest.skip("no reader is offered to a touch screen: e2e/id_card holds that")
    push = path.confirmation == "push"
    person = make_person(confirmation=Confirmation.PUSH if push else Confirmation.SMS)
    arrival, its_account = ARRIVALS[path.destination], account.at(path.destination)
    hub = ENTRIES[path.entry](page, world).expect_service(arrival.service).choose_cookies()
    journey = Journey(
        path=path,
        hub=hub,
        person=person,
        phone=make_phone(person),
        service=arrival.service,
        still_closed=lambda: its_account.expect_closed(page.context),
        edo_address=world.url("edo-app"),
    )
    first_page = WALKS[path.method](journey, arrival.first_page)
    home = arrival.enter(first_page)
    home.expect_patient(person.full_name, person.pesel)
    by_a_bank = path.confirmation in {"bank", "consent"}
    home.expect_identified_by(identified_by(path.method, path.provider if by_a_bank else None))
    its_account.expect_open(page.context, person.pesel)


def tell(path: Path) -> None:
    """Where the path stands in the report."""
    allure.dynamic.feature(f"Log in with {name_of(path.method)}")
    allure.dynamic.story(f"{provider_name(path.method, path.provider)}, confirmed by {name_of(path.confirmation)}")
    allure.dynamic.title(path_name(vars(path)))
    allure.dynamic.parameter("path", path.id)
    for name in ("entry", "method", "provider", "confirmation", "destination", "language"):
        allure.dynamic.parameter(name, getattr(path, name))
