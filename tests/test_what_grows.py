"""Whatever strangers ask of a world, nothing in it grows with their number."""

import gc
import types
from collections import deque
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from fixtures.http import bare_client
from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.command.running import RunningServer
from mock_server.kernel import journal, recent
from mock_server.kernel.people import Person
from mock_server.kernel.world import World

KEPT, ASKED = 6, 14
_OUTSIDE = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type, types.CodeType)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningServer]:
    monkeypatch.setattr(recent, "KEPT", KEPT)
    monkeypatch.setattr("mock_server.web.session._KEPT", KEPT)
    monkeypatch.setattr(journal, "_KEPT", KEPT)
    monkeypatch.setattr("mock_server.sites.login.state._PARTICIPANTS", KEPT)
    monkeypatch.setattr("mock_server.sites.mobywatel.state._CONSENTS", KEPT)
    with RunningServer() as running:
        yield running


@pytest.fixture
def control(server: RunningServer) -> Iterator[Control]:
    with Control(f"http://127.0.0.1:{server.port}") as control:
        yield control


@pytest.fixture
def world(control: Control) -> WorldControl:
    return control.create_world("w")


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def inside(server: RunningServer, world: WorldControl) -> World:
    found = server.app.worlds.get(world.name)
    assert found
    return found


def large_in(world: World) -> dict[str, int]:
    """Containers that hold as much as was asked for, by the way that leads to them."""
    seen, found = {id(world)}, {}
    waiting: list[tuple[object, str]] = [(world, "world")]
    while waiting:
        one, way = waiting.pop()
        if isinstance(one, dict | list | set | frozenset | deque | tuple) and len(one) >= ASKED:
            found[way] = len(one)
        for inner in gc.get_referents(one):
            if id(inner) not in seen and not isinstance(inner, _OUTSIDE):
                seen.add(id(inner))
                waiting.append((inner, f"{way} > {type(inner).__name__}"))
    return found


Act = Callable[[SimpleNamespace, int], object]
ACTS: dict[str, Act] = {}


def act(taken: Act) -> Act:
    ACTS[taken.__name__] = taken
    return taken


def method(scene: SimpleNamespace, chosen: str) -> HttpBrowser:
    http_browser: HttpBrowser = scene.http_browser().open(scene.world.url("ikp", "/zaloguj"))
    return http_browser.submit("/metoda", method=chosen)


@act
def unknown_user_names(scene: SimpleNamespace, number: int) -> object:
    asked = method(scene, "trusted_profile")
    return asked.post(asked.address, username=f"nobody{number}", password="x")


@act
def unknown_customers(scene: SimpleNamespace, number: int) -> object:
    profile = method(scene, "trusted_profile")
    bank = profile.post(f"{profile.address}/bank", bank="mbank")
    return bank.submit("/logowanie", number=f"{number}", password="x")


@act
def messages(scene: SimpleNamespace, _number: int) -> object:
    profile = scene.person.trusted_profile
    asked = method(scene, "trusted_profile")
    return asked.post(asked.address, username=profile.username, password=profile.password)


@act
def codes_of_the_app(scene: SimpleNamespace, _number: int) -> object:
    return method(scene, "mobywatel").submit("/nowy-kod")


@act
def codes_of_the_card_and_guesses(scene: SimpleNamespace, number: int) -> object:
    login = method(scene, "id_card")
    login.submit("/edo-app").submit("/edo-app")
    return scene.http_browser().post(scene.world.url("edo-app", "/wpisz"), number=f"{number:09d}")


@act
def codes_in_the_card_app(scene: SimpleNamespace, _number: int) -> object:
    shown = method(scene, "id_card").submit("/edo-app")
    return scene.phone.post(scene.world.url("edo-app", "/wpisz"), number=shown.text_of("//output"))


@act
def sessions(scene: SimpleNamespace, _number: int) -> object:
    scene.world.expect_login(scene.person)
    return scene.http_browser().open(scene.world.url("ikp", "/zaloguj"))


@act
def logins_of_one_session(scene: SimpleNamespace, _number: int) -> object:
    scene.world.expect_login(scene.person)
    return scene.same.open(scene.world.url("ikp", "/zaloguj"))


@act
def phones_with_a_pin(scene: SimpleNamespace, _number: int) -> object:
    scene.world.expect_login(scene.person)
    phone = scene.http_browser().open(scene.world.url("mojeikp", "/zaloguj"))
    return phone.post(phone.address, pin="2580", pin_again="2580")


@act
def looks_at_somebody_s_data(scene: SimpleNamespace, number: int) -> object:
    if number == 0:
        scene.world.make_child(scene.person, 2)
    scene.world.expect_login(scene.person)
    reader = scene.same.open(scene.world.url("ikp", "/zaloguj"))
    if "/regulamin/" in reader.address:
        reader.post(reader.address, zgoda="tak")
    page = reader.open(scene.world.url("ikp", "/uprawnienia")).page
    (child,) = page.xpath("//a[starts-with(@href, '/dzieci/')]/@href")
    return reader.open(scene.world.url("ikp", str(child)))


@act
def paths_and_fields(scene: SimpleNamespace, number: int) -> object:
    return scene.http_browser().post(
        scene.world.url("pz", f"/path/{number}"), **{f"field{number}": "x", "asker": "login"}
    )


@act
def browsers_with_a_mark(scene: SimpleNamespace, number: int) -> object:
    http_browser = scene.http_browser()
    http_browser.cookies[scene.world.url("pz").split("/")[2]] = {
        "__Host-browser": f"{number:032}",
        "__Host-session": f"s{number}",
    }
    return http_browser.open(scene.world.url("pz", "/ui/au/login"))


@pytest.mark.parametrize("what", ACTS)
def test_nothing_in_a_world_grows_with(what: str, world: WorldControl, person: Person, inside: World) -> None:
    clients = []

    def http_browser() -> HttpBrowser:
        clients.append(bare_client(world))
        return HttpBrowser(clients[-1].__enter__())

    scene = SimpleNamespace(
        world=world, person=person, http_browser=http_browser, same=http_browser(), phone=http_browser()
    )
    before = large_in(inside).keys()
    for number in range(ASKED):
        ACTS[what](scene, number)
        world.advance(3 * 3600)
    for client in clients:
        client.close()
    grown = {way: size for way, size in large_in(inside).items() if way not in before}
    assert grown == {}
