"""The two account sites, with a login.gov.pl that says what a test tells it."""

from datetime import timedelta
from typing import Any

import pytest

from fixtures.http_page import HttpPage
from mock_server.command.assembling import assemble
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.kernel.world import World
from mock_server.saml.errors import StatusNotSuccess
from mock_server.saml.levels import Level
from mock_server.saml.model import Assertion, Subject
from mock_server.saml.names import AUTHN_FAILED, RESPONDER, new_id
from mock_server.server.config import Config
from mock_server.shared.patient import leaving
from mock_server.shared.relying_party import logins
from mock_server.sites.ikp import login as ikp_login
from mock_server.web.addresses import Addresses
from tests.banks.visiting import Browser

IKP = "https://ikp.localhost"
MOJEIKP = "https://mojeikp.localhost"
SESSION = "__Host-session"


class PatientBrowser(Browser):
    """A browser whose cookies a test may look at."""

    def cookie(self, name: str, host: str) -> str | None:
        return self.http.cookies.get(host.removeprefix("https://"), {}).get(name)

    def without_session_cookie(self, host: str) -> None:
        """As after a POST from another site, with which a SameSite=Lax cookie does not travel."""
        del self.http.cookies[host.removeprefix("https://")][SESSION]

    def with_session_cookie(self, host: str, value: str) -> None:
        self.http.cookies.setdefault(host.removeprefix("https://"), {})[SESSION] = value


class PatientScene:
    """A server with one person, and one browser."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.logged_out_at_hub: list[tuple[str, str]] = []
        self.hub_answers_logout = True
        self.authorities: tuple[str, ...] = ("mojeid.pl", "ing")
        monkeypatch.setattr(leaving, "log_out_at_hub", self._log_out_at_hub)
        monkeypatch.setattr(ikp_login, "log_out_at_hub", self._log_out_at_hub)
        self.server = assemble(Config(Addresses(scheme="https")))
        self.browser = PatientBrowser(self.server)
        self.person = self.add_person(seed=1)

    async def _log_out_at_hub(self, _visit: object, name_id: str, session_index: str) -> bool:
        self.logged_out_at_hub.append((name_id, session_index))
        return self.hub_answers_logout

    @property
    def world(self) -> World:
        world = self.server.worlds.get("main")
        assert world is not None
        return world

    def add_person(self, seed: int) -> Person:
        return self.world.people.add(make_person(Recipe(seed), self.world.clock.now()))

    def another_browser(self) -> PatientBrowser:
        return PatientBrowser(self.server)

    def later(self, **by: float) -> None:
        self.world.clock.advance(timedelta(**by))

    def come_back(
        self, host: str, person: Person, *, target: str = "", browser: PatientBrowser | None = None
    ) -> HttpPage:
        """Log in as this person, up to what the site shows after login.gov.pl."""

        async def resolve(*_: Any) -> Assertion:  # noqa: ANN401
            return self._assertion(person)

        return self._return_from_hub(host, resolve, target, browser or self.browser)

    def come_back_without(self, host: str, *, cancelled: bool) -> HttpPage:
        """Return from login.gov.pl without an identity."""

        async def resolve(*_: Any) -> Assertion:  # noqa: ANN401
            codes = (RESPONDER, AUTHN_FAILED) if cancelled else (RESPONDER,)
            raise StatusNotSuccess(codes, None)

        return self._return_from_hub(host, resolve, "", self.browser)

    def enter_ikp(self, person: Person, *, target: str = "", browser: PatientBrowser | None = None) -> HttpPage:
        """Log in to IKP, through the regulations if they come."""
        browser = browser or self.browser
        seen = self.come_back(IKP, person, target=target, browser=browser)
        return browser.post(seen.url, zgoda="tak") if "/regulamin/" in seen.url else seen

    def enter_mojeikp(
        self, person: Person, pin: str = "2580", *, target: str = "", browser: PatientBrowser | None = None
    ) -> HttpPage:
        """Log in to mojeIKP and set a PIN."""
        browser = browser or self.browser
        seen = self.come_back(MOJEIKP, person, target=target, browser=browser)
        return browser.post(seen.url, pin=pin, pin_again=pin)

    def _return_from_hub(self, host: str, resolve: Any, target: str, browser: PatientBrowser) -> HttpPage:  # noqa: ANN401
        self._patch.setattr(logins, "_resolve", resolve)
        asked = browser.get_only(f"{host}/zaloguj?cel={target}").sends_itself
        assert asked
        return browser.post(f"{host}/saml/acs", RelayState=asked[1]["RelayState"], SAMLart="anything")

    def _assertion(self, person: Person) -> Assertion:
        now = self.world.clock.now()
        return Assertion(
            id=new_id(),
            session_index="an-index",
            name_id="a-name",
            level=Level.SUBSTANTIAL,
            authenticating_authorities=self.authorities,
            not_before=now,
            not_on_or_after=now,
            audience="ikp",
            subject=Subject(person.given_name, person.family_name, person.birth_date, person.pesel),
        )
