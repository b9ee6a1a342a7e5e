"""pz.gov.pl with a site that asks it, one person, and the phone's answers over the back channel."""

import asyncio
import re
from datetime import timedelta

import pytest
from starlette.types import ASGIApp

from fixtures.http_page import HttpPage
from mock_server.command.assembling import assemble
from mock_server.kernel.inbox import Push
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Confirmation, TrustedProfile
from mock_server.server import app
from mock_server.server.config import Config
from mock_server.shared.mobywatel_messages import DECIDE_PUSH, PushDecision, PushResult
from mock_server.web.addresses import Addresses
from tests.banks.visiting import Asker, Browser

PZ = "https://pz.localhost"
_SITE_OF = app.site_of


class PzScene:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asker = Asker("login")
        monkeypatch.setattr(app, "site_of", self._site_of)
        self.server = assemble(Config(Addresses(scheme="https")))
        world = self.server.worlds.get("main")
        assert world is not None
        self.world = world
        self.person = self.world.people.add(make_person(Recipe(1), self.world.clock.now()))
        self.world.clock.freeze()
        self.browser = Browser(self.server)

    def _site_of(self, name: str) -> ASGIApp:
        return self.asker.site if name == "login" else _SITE_OF(name)

    @property
    def profile(self) -> TrustedProfile:
        assert self.person.trusted_profile
        return self.person.trusted_profile

    @property
    def method(self) -> str:
        """The method in force."""
        return self.profile.confirmation.value

    @property
    def code(self) -> str:
        """The code of the newest SMS."""
        found = re.search(r": (\d{8})\W*$", self.messages[-1])
        assert found
        return found[1]

    @property
    def wrong_code(self) -> str:
        return self.code[::-1] if self.code != self.code[::-1] else f"{int(self.code) ^ 1:08d}"

    @property
    def messages(self) -> list[str]:
        return [sms.text for sms in self.world.inbox.sms_to(self.person.phone)]

    @property
    def pushes(self) -> list[Push]:
        return self.world.inbox.pushes_to(self.person.pesel)

    def wait(self, seconds: float) -> None:
        self.world.clock.advance(timedelta(seconds=seconds))

    def ask(self) -> HttpPage:
        return self.browser.get("https://login.localhost/ask/pz")

    def give_password(self, page: HttpPage, password: str | None = None, username: str | None = None) -> HttpPage:
        typed = {"username": username or self.profile.username, "password": password or self.profile.password}
        return self.browser.post(page.url, **typed)

    def asked_to_confirm(self, confirmation: Confirmation = Confirmation.SMS) -> HttpPage:
        self.profile.confirmation = confirmation
        return self.give_password(self.ask())

    def type_code(self, step: HttpPage, code: str) -> HttpPage:
        return self.browser.post(f"{step_of(step)}/code", code=code)

    def resend(self, step: HttpPage) -> HttpPage:
        return self.browser.post(f"{step_of(step)}/resend")

    def answer(self, push: Push, *, approve: bool = True, pesel: str | None = None) -> PushResult:
        decision = PushDecision(push.id, pesel or self.person.pesel, approve)
        return asyncio.run(self.server.services.back_channel.ask("main", "pz", DECIDE_PUSH, decision)).result

    def signed_in(self) -> HttpPage:
        self.profile.confirmation = Confirmation.SMS
        step = self.give_password(self.browser.get(f"{PZ}/ui/au/login"))
        return self.type_code(step, self.code)

    def change(self, to: Confirmation, password: str | None = None) -> HttpPage:
        form = self.browser.get(f"{PZ}/account/profile/method")
        typed = {"method": to.value, "password": password or self.profile.password, "token": form.hidden("token")}
        return self.browser.post(f"{PZ}/account/profile/method", **typed)

    def cancel(self, step: HttpPage) -> HttpPage:
        return self.browser.post(step_of(step).replace("/confirm/", "/cancel/"))

    def cancel_login(self, login: HttpPage) -> HttpPage:
        return self.browser.post(login.url.replace("/login/", "/cancel/"))


def step_of(seen: HttpPage) -> str:
    """The address of the step that a page belongs to."""
    found = re.search(r"/ui/au/confirm/[\w-]+", seen.url + " " + seen.text)
    assert found, seen.heading
    return PZ + found[0]
