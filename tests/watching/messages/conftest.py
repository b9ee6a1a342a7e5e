"""A server that is listened to, and stories that are told there without the suite."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from e2e.watchers import messages
from fixtures.devices import COMPUTER
from fixtures.http import bare_client
from fixtures.http_browser import HttpBrowser
from fixtures.watching.answers import Recorder
from fixtures.watching.watcher import Watched
from mock_server.client import Control, WorldControl
from mock_server.command.running import RunningServer


@dataclass(frozen=True)
class Listened:
    """A world whose server is listened to."""

    world: WorldControl
    recorder: Recorder
    new_browser: Callable[[], HttpBrowser]

    def watched(self) -> Watched:
        answers, steering = self.recorder.of(self.world.name), self.recorder.steering(self.world.name)
        return Watched(self.world, answers, [], [], [], COMPUTER, steering, self.recorder.keys)

    def complaints(self) -> list[str]:
        """What the watcher of messages says of all that happened."""
        return list(messages.complaints(self.watched()))


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Recorder, Control]]:
    recorder = Recorder()
    with RunningServer(around=recorder.around) as running, Control(f"http://127.0.0.1:{running.port}") as control:
        yield recorder, control


@pytest.fixture
def listened(server: tuple[Recorder, Control], request: pytest.FixtureRequest) -> Iterator[Listened]:
    recorder, control = server
    world = control.create_world(f"w{abs(hash(request.node.nodeid)) % 10**12}")
    with ExitStack() as clients:
        yield Listened(world, recorder, lambda: HttpBrowser(clients.enter_context(bare_client(world))))
    world.drop()
    recorder.forget(world.name)
