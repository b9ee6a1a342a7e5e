"""The tests of a team whose service is the example provider; nothing here knows that they are graded.

A line that ends in ``# sees NAME`` is the only one that notices when the mock alters that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import httpx
import pytest

from examples.provider.pages import LOGIN
from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.kernel.people import Person
from tests.examples.conftest import ByHost
from tests.examples.scene import provider_at

_PATIENCE = 4
"""Seconds that a login may take."""


@dataclass
class Service:
    """The service, and a browser that goes there."""

    origin: str
    browser: HttpBrowser
    world: WorldControl
    person: Person

    def log_in(self) -> HttpBrowser:
        """As this person, without the hub's pages."""
        self.world.expect_login(self.person, "trusted_profile")
        return self.ask().open(f"{self.origin}/")

    def log_in_by(self, answer: str) -> HttpBrowser:
        """The hub answers so."""
        self.world.choose_answer("next", answer)
        return self.log_in()

    def ask(self) -> HttpBrowser:
        """Press the button; the hub may ask who it is."""
        return self.browser.open(f"{self.origin}/").submit("/zaloguj").submit("/login/SingleSignOnService")

    @property
    def lets_nobody_in(self) -> bool:
        """Whether it offers to log in."""
        return LOGIN in self.browser.open(f"{self.origin}/").source


@pytest.fixture
def service(
    przepustka_server: Control, przepustka_world: WorldControl, przepustka_person: Person, tmp_path: Path
) -> Iterator[Service]:
    transport = ByHost()
    with (
        provider_at(przepustka_server, przepustka_world, tmp_path) as desk,
        httpx.Client(base_url="http://127.0.0.1", transport=transport, trust_env=False, timeout=30) as client,
    ):
        origin = desk.provider.acs_url.removesuffix("/saml/acs")
        yield Service(origin, HttpBrowser(client), przepustka_world, przepustka_person)


def test_a_person_is_in(service: Service) -> None:
    began = monotonic()
    page, person = service.log_in(), service.person
    assert monotonic() - began < _PATIENCE  # sees slow
    assert page.heading.startswith(f"Dzień dobry, {person.given_name}")
    assert person.family_name in page.heading  # sees odd_names
    assert person.pesel in page.source  # sees other_pesel
    assert "LoA/substantial" in page.source  # sees other_level


def test_who_cancels_is_not_in(service: Service) -> None:
    page = service.ask().submit("/anuluj")
    assert page.status < 500
    assert service.lets_nobody_in  # sees failed_is_in


def test_unsigned_answers_are_refused(service: Service) -> None:
    service.log_in_by("sig.none")
    assert service.lets_nobody_in  # sees sig.none


def test_answers_signed_by_a_stranger_are_refused(service: Service) -> None:
    service.log_in_by("sig.foreign_cert")
    assert service.lets_nobody_in  # sees sig.foreign_cert


def test_answers_for_another_service_are_refused(service: Service) -> None:
    service.log_in_by("addr.aud_other")
    assert service.lets_nobody_in  # sees addr.aud_other


def test_answers_to_another_question_are_refused(service: Service) -> None:
    service.log_in_by("bind.scd_irt_unknown")
    assert service.lets_nobody_in  # sees bind.scd_irt_unknown


def test_answers_that_are_odd_but_right_are_taken(service: Service) -> None:
    assert service.person.given_name in service.log_in_by("ok.pretty:messages").heading


def test_logouts_that_nobody_signed_end_nothing(service: Service) -> None:
    service.log_in_by("good")
    journal = service.world.journal(with_secrets=True)
    (request,) = [entry.details["request"] for entry in journal if entry.event == "answer chosen"]
    service.world.ask_to_log_out(request, "out.unsigned")
    assert not service.lets_nobody_in  # sees out.unsigned
