"""A small browser and a small asking site, for tests of the sites that are asked."""

import asyncio
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import httpx
import pytest
from lxml import html
from starlette.responses import Response
from starlette.types import ASGIApp

from mock_server.command.assembling import assemble
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
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


@dataclass(frozen=True)
class Seen:
    status: int
    url: str
    text: str

    @cached_property
    def page(self) -> html.HtmlElement:
        return html.fromstring(self.text)

    def texts(self, xpath: str) -> list[str]:
        return [" ".join(found.text_content().split()) for found in self.page.xpath(xpath)]

    @property
    def heading(self) -> str:
        return self.texts("//h1")[0]

    @property
    def flow(self) -> str:
        """Site and flow: what the addresses of all its steps begin with."""
        return "/".join(self.url.split("/")[:4])

    def hidden(self, name: str) -> str:
        return str(self.page.xpath(f"//input[@type='hidden'][@name='{name}']/@value")[0])

    @property
    def sends_itself(self) -> tuple[str, dict[str, str]] | None:
        if 'id="auto-post"' not in self.text:
            return None
        form = self.page.xpath("//form[@id='auto-post']")[0]
        return form.action, {name: value or "" for name, value in form.fields.items()}


class Browser:
    """Keeps cookies, follows redirects, and sends on what auto-post.js would."""

    def __init__(self, server: app.MockServer) -> None:
        self._http = httpx.AsyncClient(transport=httpx.ASGITransport(server), follow_redirects=True)

    def get(self, url: str) -> Seen:
        return self.carry_on(self.get_only(url))

    def get_only(self, url: str) -> Seen:
        return self._fetch("GET", url, {})

    def post(self, url: str, /, **fields: str) -> Seen:
        return self.carry_on(self.post_only(url, **fields))

    def post_only(self, url: str, /, **fields: str) -> Seen:
        return self._fetch("POST", url, fields)

    def carry_on(self, seen: Seen) -> Seen:
        while seen.sends_itself:
            action, fields = seen.sends_itself
            seen = self.post_only(action, **fields)
        return seen

    def _fetch(self, method: Literal["GET", "POST"], url: str, fields: dict[str, str]) -> Seen:
        answer = asyncio.run(self._http.request(method, url, data=fields))
        return Seen(answer.status_code, str(answer.url), answer.text)


class Asker:
    """Stands in for a site that asks, and keeps the answers."""

    def __init__(self, name: str) -> None:
        self.answers: list[Answer] = []
        self.site = Site(SITES[name], Path(__file__).parent)
        accept_answers(self.site, self._answered)
        self.site.get("/ask/{provider}")(self._ask)

    async def _ask(self, visit: Visit) -> Response:
        try:
            return await delegate(visit, visit.param("provider"), service=SERVICE, flow="a-flow")
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

    def ask(self, asker: Asker, provider: str, browser: Browser | None = None) -> Seen:
        return (browser or self.browser).get(f"https://{asker.site.name}.localhost/ask/{provider}")
