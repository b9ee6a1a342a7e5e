"""Single logout of the example, at a hub that runs: begun here, begun elsewhere, and with a hub that is away."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from examples.provider import messages
from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.kernel.people import Person
from tests.examples.scene import ProviderScene, provider_at


def is_in(scene: ProviderScene) -> bool:
    """Whether the provider's start shows a person to this browser."""
    return scene.http_browser.open(scene.origin + "/").heading.startswith("Dzień dobry")


def test_who_leaves_has_left_here_and_at_the_hub(scene: ProviderScene, person: Person) -> None:
    assert person.pesel
    scene.log_in()
    assert is_in(scene)
    cookies = {host: dict(jar) for host, jar in scene.http_browser.cookies.items()}
    assert scene.http_browser.submit("/wyloguj").heading == "Wylogowano"
    events = [entry.event for entry in scene.world.journal()]
    assert "LogoutResponse sent" in events
    scene.http_browser.cookies = cookies
    assert scene.http_browser.open(scene.origin + "/").heading == "Sesja się skończyła"


def test_who_leaves_has_left_here_although_the_hub_is_away(scene: ProviderScene, person: Person) -> None:
    assert person.pesel
    scene.log_in()
    scene.desk.hub = replace(scene.desk.hub, logout_url="http://127.0.0.1:9/nobody")
    assert is_in(scene)
    assert scene.http_browser.submit("/wyloguj").heading == "Wylogowano z tego serwisu"
    assert not is_in(scene)
    assert len(scene.desk.sessions) == 0


@pytest.mark.parametrize("token", ["", "another", "ą"])
def test_another_site_can_log_nobody_out(scene: ProviderScene, person: Person, token: str) -> None:
    assert person.pesel
    scene.log_in()
    assert is_in(scene)
    assert scene.http_browser.submit("/wyloguj", token=token).status == 403
    assert scene.http_browser.read(scene.origin + "/wyloguj").status_code == 405
    assert is_in(scene)


def test_the_hub_ends_the_session_when_the_person_leaves_elsewhere(
    scene: ProviderScene,
    person: Person,
    control: Control,
    world: WorldControl,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert person.pesel
    scene.log_in()
    assert is_in(scene)
    content = messages._AUTHN_REQUEST.replace('ForceAuthn="true"', 'ForceAuthn="false"')
    monkeypatch.setattr(messages, "_AUTHN_REQUEST", content)
    with provider_at(control, world, tmp_path / "other", "inny.gov.pl") as desk:
        other = ProviderScene(world, desk, scene.http_browser)
        assert other.log_in().heading == "Zalogowano"
        assert is_in(other)
        assert is_in(scene)
        other.http_browser.open(other.origin + "/").submit("/wyloguj")
    assert not is_in(scene)
    refused = [entry for entry in world.journal() if entry.event == "logout not confirmed"]
    assert refused == []


def test_who_logs_in_after_somebody_else_is_nobody_else(
    scene: ProviderScene, person: Person, world: WorldControl, new_browser: Callable[[], HttpBrowser]
) -> None:
    assert person.pesel
    scene.log_in()
    first = {host: dict(jar) for host, jar in scene.http_browser.cookies.items()}
    assert is_in(scene)
    world.expect_login(world.make_person(2, given_name="Jan", family_name="Drugi"))
    scene.http_browser.post(scene.origin + "/zaloguj").submit("/login/SingleSignOnService")
    assert scene.http_browser.open(scene.origin + "/").heading == "Dzień dobry, Jan Drugi"
    before = new_browser()
    before.cookies = first
    assert before.open(scene.origin + "/").heading == "Sesja się skończyła"
