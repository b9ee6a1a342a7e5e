"""Screenshots of our own pages, for the phone's camera: the two that show a QR, and one that shows none."""

import re
from dataclasses import dataclass
from random import Random

from playwright.sync_api import Locator, sync_playwright

from fixtures.browsers import launch
from fixtures.camera import Camera
from fixtures.devices import COMPUTER, context_arguments
from fixtures.qr import read_qr
from fixtures.start import open_hub
from mock_server.client import Control
from mock_server.command.running import RunningServer
from mock_server.web.qr import qr_svg
from pages.e_dowod.login import IdCardPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage

_SHOW = "(place, picture) => { place.innerHTML = picture }"


@dataclass(frozen=True)
class Screen:
    """What a computer shows.

    Attributes:
        png: the whole of it.
        text: what its code says; empty where there is none.
    """

    png: bytes
    text: str


@dataclass(frozen=True)
class Screens:
    """Each page once."""

    mobywatel: Screen
    id_card: Screen
    methods: Screen

    @property
    def with_code(self) -> tuple[Screen, Screen]:
        """Those that show a QR."""
        return self.mobywatel, self.id_card


def take_screens(seed: int) -> Screens:
    """Take them; what the codes say is drawn by the seed, as long as the true ones."""
    random = Random(seed)
    with sync_playwright() as playwright, RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as it:
        browser = launch(playwright)

        def hub(world: str) -> MethodsPage:
            page = browser.new_context(**context_arguments(COMPUTER, playwright, "chromium")).new_page()
            return open_hub(page, it.create_world(world))

        methods = Screen(hub("methods").page.screenshot(), "")
        mobywatel = _with_code(hub("mobywatel").choose("mobywatel", CodePage).qr, random)
        id_card = _with_code(hub("card").choose("id_card", IdCardPage).choose_edo_app().qr, random)
        browser.close()
        return Screens(mobywatel, id_card, methods)


def _with_code(qr: Locator, random: Random) -> Screen:
    shown = read_qr(Camera().take(qr.page.screenshot()))
    drawn = re.sub(r"[0-9a-f]", lambda _: random.choice("0123456789abcdef"), shown)
    qr.evaluate(_SHOW, qr_svg(drawn))
    return Screen(qr.page.screenshot(), drawn)
