"""The example provider against a mock that runs, over HTTP alone: it lets people in, and refuses what was altered."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.kernel.people import Person
from tests.examples.scene import Change, ProviderScene, on_the_way


def test_it_lets_the_person_in(scene: ProviderScene, person: Person) -> None:
    assert scene.log_in().heading == "Zalogowano"
    page = scene.http_browser.open(scene.origin + "/")
    assert page.heading == "Dzień dobry, Zażółć Gęślą-Jaźń"
    assert page.text_of("//dl/dd[1]") == person.pesel
    assert page.text_of("//dl/dd[2]") == person.birth_date.isoformat()


def test_a_way_without_any_change_changes_nothing(scene: ProviderScene, person: Person) -> None:
    assert person.pesel
    with on_the_way(scene, lambda answer: answer):
        assert scene.log_in().heading == "Zalogowano"


def flipped(answer: bytes) -> bytes:
    """One letter of the encrypted data becomes another."""
    at = answer.rindex(b"</xenc:CipherValue>") - 40
    return answer[:at] + (b"A" if answer[at : at + 1] != b"A" else b"B") + answer[at + 1 :]


ALTERED: dict[str, Change] = {
    "one letter of the assertion": flipped,
    "the status": lambda answer: answer.replace(b"status:Success", b"status:Success "),
    "what it answers": lambda answer: answer.replace(b'InResponseTo="ID-', b'InResponseTo="ID-0'),
    "the signatures, gone": lambda answer: answer.replace(b"ds:Signature", b"ds:Nothing"),
    "a DTD": lambda answer: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + answer.partition(b"?>\n")[2],
    "everything": lambda _answer: b"<html>The hub is closed</html>",
    "the response, twice": lambda answer: answer.replace(
        b"</saml2p:ArtifactResponse>", b"<saml2p:Response/></saml2p:ArtifactResponse>"
    ),
}


@pytest.mark.parametrize("what", ALTERED)
def test_it_refuses_an_altered_answer(scene: ProviderScene, person: Person, what: str) -> None:
    assert person.pesel
    with on_the_way(scene, ALTERED[what]):
        seen = scene.log_in()
    assert (seen.status, seen.heading) == (403, "Nie udało się zalogować")
    assert len(scene.desk.sessions) == 0


def test_it_refuses_an_answer_that_another_browser_asked_for(
    scene: ProviderScene, person: Person, new_browser: Callable[[], HttpBrowser]
) -> None:
    assert person.pesel
    begun = scene.http_browser.open(scene.origin + "/").submit("/zaloguj")
    begun.stop_at = scene.desk.provider.acs_url
    address, fields = begun.submit("/login/SingleSignOnService").form("/saml/acs")
    assert new_browser().post(address, **fields).status == 403
    assert begun.post(address, **fields).heading == "Zalogowano"


def test_it_lives_in_real_time_whatever_the_worlds_clock_shows(scene: ProviderScene, person: Person) -> None:
    scene.world.advance(20 * 60)
    scene.world.expect_login(person, "trusted_profile")
    assert scene.log_in().heading == "Zalogowano"


def test_it_refuses_a_level_below_what_it_asked_for(scene: ProviderScene, world: WorldControl) -> None:
    world.expect_login(world.make_person(1), level="low")
    assert scene.log_in().status == 403


def test_it_knows_nothing_of_the_mocks_code() -> None:
    files = list((Path(__file__).resolve().parents[2] / "examples").rglob("*.py"))
    assert files
    assert [file.name for file in files if "mock_server" in file.read_text(encoding="utf-8")] == []


def test_the_address_of_the_mock_is_only_the_bare_host(scene: ProviderScene, control: Control) -> None:
    assert urlsplit(scene.desk.hub.artifact_url).netloc == urlsplit(control.url).netloc
