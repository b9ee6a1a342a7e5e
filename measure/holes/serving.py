"""The example with a hole, served and registered at a world of a mock."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread

from measure.holes.hole import Hole
from measure.holes.planting import planted
from mock_server.client import Control, WorldControl
from mock_server.server.listening import listen


@contextmanager
def served(hole: Hole, control: Control, world: WorldControl, folder: Path) -> Iterator[str]:
    """The origin of such a service; its key lives in a folder."""
    with listen() as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with planted(hole) as package:
        desk, registering, server = (import_module(f"{package}.{name}") for name in ("desk", "registering", "server"))
        provider = registering.make_provider(origin, folder)
        registering.register(provider, control.url, world.name)
        made = server.make_server(desk.Desk(provider, registering.read_hub(control.url, world.name)))
        made.handle_error = made.RequestHandlerClass.log_message = lambda *_: None
        thread = Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield origin
        finally:
            made.shutdown()
            thread.join()
            made.server_close()
