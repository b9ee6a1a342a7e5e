"""A waiting page can be asked for as it stands, for its parts: that leads nowhere, and nothing is used up by it."""

from urllib.parse import urljoin

import httpx
import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.phone import Phone


@pytest.fixture
def phone(world: WorldControl, person: Person) -> Phone:
    return Phone(world, person)


def parts_of(page: HttpBrowser, *, cookies: bool = True) -> httpx.Response:
    """What the script of the page on the screen is answered."""
    (path,) = page.page.xpath("//*[@data-wait]/@data-wait")
    url = httpx.URL(urljoin(page.address, path))
    host = url.netloc.decode()
    kept = page.cookies[host] if cookies else {}
    cookie = "; ".join(f"{name}={value}" for name, value in kept.items())
    headers = {"Host": host, "Cookie": cookie, "Accept": "text/html"}
    return page.client.get(url.raw_path.decode(), headers=headers)


def test_a_page_asked_for_its_parts_is_the_page_as_it_stands_until_it_leads_on(hub: HttpBrowser, phone: Phone) -> None:
    page = hub.submit("/metoda", method="mobywatel")
    code = page.text_of("//output[@id='code']")
    assert code in parts_of(page).text
    phone.scan(code)
    read = parts_of(page)
    assert code not in read.text
    assert 'data-status="read"' in read.text
    phone.approve()
    assert [parts_of(page).status_code for _ in range(2)] == [204, 204]
    page.open(page.address)
    assert page.heading == "Regulamin Internetowego Konta Pacjenta"


def test_another_browser_gets_no_part(hub: HttpBrowser) -> None:
    assert parts_of(hub.submit("/metoda", method="mobywatel"), cookies=False).status_code == 403


def test_a_waiting_page_of_every_site_can_be_asked_for_its_parts(hub: HttpBrowser, world: WorldControl) -> None:
    world.freeze()
    page = hub.submit("/metoda", method="id_card").submit("/edo-app")
    assert page.heading in parts_of(page).text
    world.advance(300)
    assert 'data-status="expired"' in parts_of(page).text
