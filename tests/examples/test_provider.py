"""The example provider against a mock that runs, over HTTP alone: it lets people in, and refuses what was altered."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from examples.provider.registering import make_provider, read_hub, register
from examples.provider.server import Desk, make_server
from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.kernel.people import Person
from mock_server.server.listening import listen

Change = Callable[[bytes], bytes]


@dataclass
class ProviderScene:
    """A mock, and the example registered at it."""

    world: WorldControl
    desk: Desk
    http_browser: HttpBrowser
    origin: str

    def log_in(self) -> HttpBrowser:
        """Press the button; the hub answers silently."""
        self.http_browser.open(self.origin + "/").submit("/zaloguj")
        self.http_browser.submit("/login/SingleSignOnService")
        return self.http_browser


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[ThreadingHTTPServer]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def free_port() -> int:
    with listen() as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture
def scene(
    control: Control, world: WorldControl, new_browser: Callable[[], HttpBrowser], tmp_path: Path
) -> Iterator[ProviderScene]:
    origin = f"http://127.0.0.1:{free_port()}"
    provider = make_provider(origin, tmp_path)
    register(provider, control.url, world.name)
    desk = Desk(provider, read_hub(control.url, world.name))
    with serving(make_server(desk)):
        yield ProviderScene(world, desk, new_browser(), origin)


@pytest.fixture
def person(world: WorldControl) -> Person:
    person = world.make_person(1, given_name="Zażółć", family_name="Gęślą-Jaźń")
    world.expect_login(person, "trusted_profile")
    return person


@contextmanager
def on_the_way(scene: ProviderScene, change: Change) -> Iterator[None]:
    """Let everything that the hub's back channel answers be changed before the provider sees it."""
    true_address = scene.desk.hub.artifact_url

    class Relay(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            with urlopen(Request(true_address, asked, {"Content-Type": "text/xml"}), timeout=10) as answer:  # noqa: S310
                content = change(answer.read())
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Silent."""

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Relay)) as relay:
        scene.world.change_hub(destinations=[f"http://127.0.0.1:{relay.server_port}/"])
        scene.desk.hub = replace(scene.desk.hub, artifact_url=f"http://127.0.0.1:{relay.server_port}/")
        yield


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
    assert scene.desk.people == {}


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
