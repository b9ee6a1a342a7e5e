"""A small browser and a small asking site, for tests of the sites that are asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.types import ASGIApp

from fixtures.http_browser import HttpBrowser, in_process
from fixtures.http_page import HttpPage
from mock_server.command.assembling import assemble
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.kernel.secret import opaque_id
from mock_server.kernel.world import World
from mock_server.server import app
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses
from mock_server.web.delegation import Answer, ProviderUnavailable, accept_answers, delegate
from mock_server.web.site import Site
from mock_server.web.site_table import SITES
from mock_server.web.visit import Visit

SERVICE = "Internetowe Konto Pacjenta"
_SITE_OF = app.site_of


class Browser:
    """A browser that has nobody to press its buttons: it goes to addresses, and tells what it sees."""

    def __init__(self, server: app.MockServer) -> None:
        self.http = HttpBrowser(in_process(server))

    def get(self, url: str) -> HttpPage:
        return self.http.open(url).seen

    def post(self, url: str, /, **fields: str) -> HttpPage:
        return self.http.post(url, **fields).seen

    def get_only(self, url: str) -> HttpPage:
        """Without sending on what sends itself."""
        with self._stopping():
            return self.get(url)

    def post_only(self, url: str, /, **fields: str) -> HttpPage:
        with self._stopping():
            return self.post(url, **fields)

    def carry_on(self, seen: HttpPage) -> HttpPage:
        """Send on what sends itself, if it does."""
        if seen.sends_itself is None:
            return seen
        address, fields = seen.sends_itself
        return self.post(address, **fields)

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        self.http.stop_at = ""
        yield
        self.http.stop_at = None


class Asker:
    """Stands in for a site that asks, and keeps the answers."""

    def __init__(self, name: str) -> None:
        self.answers: list[Answer] = []
        self.site = Site(SITES[name], Path(__file__).parent / "asker")  # no room of a real site
        accept_answers(self.site, self._answered)
        self.site.get("/ask/{provider}")(self._ask)

    async def _ask(self, visit: Visit) -> Response:
        try:
            return await delegate(visit, visit.param("provider"), service=SERVICE, flow=opaque_id(), page="/")
        except ProviderUnavailable:
            return visit.json({}, 503)

    async def _answered(self, visit: Visit, _flow: str, answer: Answer) -> Response:
        self.answers.append(answer)
        return visit.json({"outcome": answer.outcome})


class BankScene:
    """A server in which test sites ask, with one person who has everything, and one browser."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pz, self.login, self.ikp = Asker("pz"), Asker("login"), Asker("ikp")
        self._askers = {asker.site.name: asker.site for asker in (self.pz, self.login, self.ikp)}
        monkeypatch.setattr(app, "site_of", self._site_of)
        self.server = assemble(Config(Addresses(scheme="https")))
        self.browser = Browser(self.server)
        self.person = self.add_person(seed=1)

    def _site_of(self, name: str) -> ASGIApp:
        return self._askers.get(name) or _SITE_OF(name)

    @property
    def world(self) -> World:
        world = self.server.worlds.get("main")
        assert world is not None
        return world

    def add_person(self, seed: int) -> Person:
        return self.world.people.add(make_person(Recipe(seed), self.world.clock.now()))

    def another_browser(self) -> Browser:
        return Browser(self.server)

    def ask(self, asker: Asker, provider: str, browser: Browser | None = None) -> HttpPage:
        return (browser or self.browser).get(f"https://{asker.site.name}.localhost/ask/{provider}")
