"""The sites by path on the bare host, as a client knows them that resolves no ``*.localhost``."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from lxml import etree
from starlette.responses import HTMLResponse

from bootstrap.places import ROOT
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.provider import form_of, register
from mock_server.client import WorldControl
from mock_server.saml.keys import Certificate
from mock_server.saml.signing import verify_signature
from mock_server.saml.xml import parse
from mock_server.web.by_path import lead_by_path

_ASKED_BY_A_SCRIPT = re.compile(r'(data-[a-z-]+)="(?:\{\{ address \}\})?/')
"""Data of a page that is an address of its own site."""


@pytest.fixture
def bare(world: WorldControl) -> str:
    """Where the world is on the bare host."""
    return f"http://127.0.0.1:{httpx.URL(world.url('ikp')).port}/worlds/{world.name}"


def led_to(http_browser: HttpBrowser) -> set[str]:
    """Every address to which the page on the screen leads or from which it loads."""
    found = http_browser.page.xpath(
        "//@href | //@action | //@src | //@*[starts-with(name(), 'data-')][starts-with(., '/')]"
    )
    return {
        urljoin(http_browser.address, str(address)) for address in found if not str(address).startswith(("#", "data:"))
    }


def test_metadata_by_path_sends_servers_by_path_and_browsers_by_name(
    world: WorldControl, by_hand: ByHand, bare: str
) -> None:
    xml = by_hand.client.get(f"{bare}/login/metadata").content
    told = {
        etree.QName(e).localname: e.get("Location") for e in etree.fromstring(xml).iter("{*}*") if e.get("Location")
    }
    assert told == {
        "ArtifactResolutionService": f"{bare}/login/login-services/idpArtifactResolutionService",
        "SingleLogoutService": f"{bare}/login/login-services/singleLogoutService",
        "SingleSignOnService": world.url("login", "/login/SingleSignOnService"),
    }


@pytest.mark.parametrize("by_path", [True, False], ids=["by path", "by name"])
def test_metadata_is_signed_however_it_is_fetched(
    world: WorldControl, by_hand: ByHand, bare: str, *, by_path: bool
) -> None:
    request = by_hand.write("GET", world.url("login", "/metadata"))
    answer = by_hand.client.get(f"{bare}/login/metadata") if by_path else by_hand.send(request)
    entity = parse(answer.content)
    certificate = Certificate.from_base64(entity.findtext("{*}IDPSSODescriptor//{*}X509Certificate") or "")
    verify_signature(entity, (certificate,))


def test_every_sites_front_page_leads_nowhere_but_under_the_world(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser], bare: str
) -> None:
    dead = []
    for site in world.sites:
        http_browser = new_http_browser().open(f"{bare}/{site}/")
        for address in led_to(http_browser):
            mine = address.startswith(bare + "/")
            if not mine or new_http_browser().open(address).status == httpx.codes.NOT_FOUND:
                dead.append(f"{site}: {address}")
    assert dead == []


def test_back_from_a_form_that_passes_on_leads_under_the_world(by_hand: ByHand, bare: str) -> None:
    page = etree.HTML(by_hand.client.get(f"{bare}/ikp/zaloguj").content)
    assert page.xpath("//form[@id='auto-post']/@data-behind") == [f"{urlsplit(bare).path}/ikp/"]


def test_somebody_elses_address_stays_as_it_is(
    world: WorldControl, by_hand: ByHand, new_http_browser: Callable[[], HttpBrowser], bare: str
) -> None:
    provider = register(world, by_hand, "http://provider.localhost:1")
    world.expect_login(world.make_person(1))
    http_browser = new_http_browser()
    http_browser.stop_at = "http://provider"
    http_browser.post(f"{bare}/login/login/SingleSignOnService", **form_of(provider.ask()))
    assert [form.action for form in http_browser.page.forms] == ["http://provider.localhost:1/acs"]


def test_a_whole_login_goes_by_path(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser], bare: str
) -> None:
    person = world.make_person(1)
    profile = person.trusted_profile
    assert profile
    http_browser = new_http_browser().open(f"{bare}/ikp/zaloguj")
    http_browser.press("Profil zaufany").press("Zaloguj się", username=profile.username, password=profile.password)
    (message,) = re.findall(r"\b\d{8}\b", world.inbox(person).sms[-1].text)
    http_browser.press("Potwierdź", code=message)
    assert urlsplit(http_browser.address).path.startswith(f"/worlds/{world.name}/ikp/regulamin/")
    assert set(http_browser.cookies) == {urlsplit(bare).netloc}, "no page asked for another host"


def test_every_page_of_the_login_leads_nowhere_but_under_the_world(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser], bare: str
) -> None:
    for method in ("Profil zaufany", "mojeID", "e-dowód", "Aplikacja mObywatel"):
        http_browser = new_http_browser().open(f"{bare}/ikp/zaloguj")
        pages = [led_to(http_browser), led_to(http_browser.press(method))]
        assert [address for page in pages for address in page if not address.startswith(bare + "/")] == []
        assert http_browser.status == httpx.codes.OK


def test_every_address_that_a_template_gives_its_scripts_is_led_by_path() -> None:
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "mock_server").rglob("*.html")]
    names = {name for page in pages for name in _ASKED_BY_A_SCRIPT.findall(page)}
    assert "data-wait" in names
    place: Any = SimpleNamespace(bare_world="w", site=SimpleNamespace(name="ikp"), world=SimpleNamespace(name="w"))
    for name in sorted(names):
        answer = HTMLResponse(f'<p {name}="/somewhere">')
        lead_by_path(place, answer)
        assert bytes(answer.body) == f'<p {name}="/worlds/w/ikp/somewhere">'.encode()
