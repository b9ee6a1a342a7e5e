"""The screen that scans: it alone may use the camera, and where nothing reads codes it says so."""

import pytest

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.sites.mobywatel import decoder

SCAN = "/kod-qr/skanuj"


@pytest.mark.parametrize(
    ("site", "path", "camera"),
    [
        ("mobywatel", SCAN, "camera=(self)"),
        ("mobywatel", "/kod-qr/wpisz", "camera=()"),
        ("mobywatel", "/own/scan.js", "camera=()"),
        ("ikp", "/", "camera=()"),
    ],
)
def test_only_the_screen_that_scans_may_use_the_camera(
    app: HttpBrowser, world: WorldControl, site: str, path: str, camera: str
) -> None:
    answer = app.read(world.url(site, path))
    assert answer.status_code == 200
    assert answer.headers["permissions-policy"].split(", ") == [camera, "geolocation=()", "microphone=()"]


def test_the_screen_may_use_the_camera_after_a_refusal_too(
    app: HttpBrowser, world: WorldControl, by_hand: ByHand
) -> None:
    answer = by_hand.send(by_hand.write("POST", world.url("mobywatel", SCAN), like=app, form={"code": "hello"}))
    assert answer.status_code == 422
    assert "camera=(self)" in answer.headers["permissions-policy"]


def test_what_reads_codes_is_served_where_it_is_there(app: HttpBrowser, world: WorldControl) -> None:
    if not decoder.reads_pictures():
        pytest.skip("jsQR is not here: npm ci brings it")
    page = app.open(world.url("mobywatel", SCAN)).page
    assert page.xpath("//video")
    assert page.xpath("//input[@type='file']")
    for script in page.xpath("//script/@src"):
        assert app.read(world.url("mobywatel", str(script))).status_code == 200, script


def test_a_screen_without_it_says_so_and_leads_to_typing(
    app: HttpBrowser, world: WorldControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoder, "_FOLDER", decoder._HERE / "nowhere")
    page = app.open(world.url("mobywatel", SCAN)).page
    assert not page.xpath("//video | //input[@type='file'] | //script[contains(@src, 'jsQR')]")
    assert "brakuje w niej biblioteki jsQR" in app.text_of("//main//p[@class='notice']")
    assert page.xpath("//main//a/@href") == ["/kod-qr/wpisz"]
