"""A site of ours that lets people log in, and a hub that answers as a test says."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from fixtures.http_page import HttpPage
from mock_server.command.assembling import assemble
from mock_server.kernel.world import World
from mock_server.saml import (
    Assertion,
    AuthnRequest,
    Identification,
    IdentityHub,
    Level,
    LogoutRequest,
    Subject,
    decode_posted,
)
from mock_server.server import app
from mock_server.server.config import Config
from mock_server.shared import federation
from mock_server.shared.relying_party.logins import LoginEnded, accept_logins
from mock_server.shared.relying_party.logout import accept_logouts
from mock_server.web.addresses import Addresses
from mock_server.web.site import Site
from mock_server.web.site_table import SITES
from mock_server.web.visit import Visit

IKP = "https://ikp.localhost"
PERSON = Subject("Zofia", "Łęcka", date(1902, 7, 8), "02070803628")


def seen(answer: httpx.Response) -> HttpPage:
    """The page that a browser shows."""
    return HttpPage(answer.status_code, str(answer.url), answer.text)


@dataclass
class Asked:
    """What the hub was asked over the back channel."""

    world: str
    site: str
    path: str
    content: bytes
    headers: Mapping[str, str]


@dataclass
class Party:
    """The site, and what it was told."""

    logins: list[tuple[Assertion, str]] = field(default_factory=list)
    ends: list[LoginEnded] = field(default_factory=list)
    logouts: list[LogoutRequest] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.site = Site(SITES["ikp"], Path(__file__).parent / "asker")  # no room of a real site
        accept_logins(self.site, self._logged_in, self._ended)
        accept_logouts(self.site, lambda _, request: self.logouts.append(request))

    async def _logged_in(self, visit: Visit, assertion: Assertion, target: str) -> Response:
        self.logins.append((assertion, target))
        return visit.json({"welcome": assertion.subject.given_name})

    async def _ended(self, visit: Visit, end: LoginEnded) -> Response:
        self.ends.append(end)
        return visit.json({"cancelled": end.cancelled}, 401)


class RelyingPartyScene:
    """A server with that site, a browser, and the hub's side of SAML in the test's hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.party = Party()
        monkeypatch.setattr(app, "site_of", self._site_of)
        self.server = assemble(Config(Addresses(scheme="https")))
        monkeypatch.setattr(self.server.services.back_channel, "post", self._answer)
        self.asked: list[Asked] = []
        self.answer: Callable[[bytes], bytes] = lambda _: b""
        self.world.clock.freeze()
        self._http = self._browser()

    def _site_of(self, name: str) -> ASGIApp:
        assert name == "ikp"
        return self.party.site

    async def _answer(
        self, world: str, site: str, path: str, *, content: bytes, headers: Mapping[str, str]
    ) -> httpx.Response:
        self.asked.append(Asked(world, site, path, content, headers))
        return httpx.Response(200, content=self.answer(content))

    def _browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.server), base_url=IKP)

    @property
    def world(self) -> World:
        world = self.server.worlds.get("main")
        assert world is not None
        return world

    def visit(self, host: str = "ikp.localhost", *, by_path: bool = False) -> Visit:
        """A visit to the site, at this host or by path on it."""
        headers = [(b"host", host.encode())]
        scope = {
            "type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers,
            "world": self.world, "services": self.server.services, "by_path": by_path,
        }  # fmt: skip
        return Visit(Request(scope), self.party.site)

    def run(self, act: Callable[[Visit], Awaitable[bool]]) -> bool:
        async def acted() -> bool:
            return await act(self.visit())

        return asyncio.run(acted())

    @property
    def hub(self) -> IdentityHub:
        return federation.hub_of(self.visit())

    def journal(self, *events: str) -> list[tuple[str, dict[str, str]]]:
        """What was written of these events, or of all."""
        entries = self.world.journal.read(with_secrets=True)
        return [(entry.event, entry.details) for entry in entries if not events or entry.event in events]

    # the browser

    def another_browser(self) -> None:
        """From now on it is another person's."""
        self._http = self._browser()

    def get(self, path: str) -> httpx.Response:
        return asyncio.run(self._http.get(path))

    def post(self, path: str, **fields: str) -> httpx.Response:
        return asyncio.run(self._http.post(path, data=fields))

    def post_soap(self, path: str, soap: bytes) -> httpx.Response:
        return asyncio.run(self._http.post(path, content=soap, headers={"Content-Type": "text/xml"}))

    def begin(self, target: str = "") -> "Begun":
        """Go to the login, and read what is sent to the hub."""
        sent = seen(self.get(f"/zaloguj{target}")).sends_itself
        assert sent
        address, fields = sent
        xml = decode_posted(fields["SAMLRequest"])
        known = federation.KnownProviders(self.visit())
        return Begun(address, fields["RelayState"], xml, self.hub.read_authn_request(xml, known, now=self.now))

    @property
    def now(self) -> datetime:
        return self.world.clock.now()

    def come_back(self, begun: "Begun", artifact: str | None = None) -> httpx.Response:
        """Bring an artifact for a login that was begun."""
        return self.post("/saml/acs", RelayState=begun.relay_state, SAMLart=artifact or self.hub.new_artifact())


@dataclass(frozen=True)
class Begun:
    """A login that the browser began."""

    address: str
    relay_state: str
    xml: bytes
    request: AuthnRequest


def identification(scene: RelyingPartyScene) -> Identification:
    """The person was identified just now."""
    return Identification(PERSON, Level.SUBSTANTIAL, ("mojeid.pl", "ing"), "a-name", scene.now)
