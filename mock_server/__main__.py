"""``python -m mock_server``: the sites alone, on one port."""

import argparse
import sys
import threading

from .app import MockServer
from .kernel.world import MAIN
from .running import LOOPBACK, PortInUse, listen, uvicorn_server
from .web.addresses import Addresses

DEFAULT_PORT = 8000


def main(arguments: list[str]) -> int:
    """Serve until stopped; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m mock_server", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes any free one (default: %(default)s)")
    options = parser.parse_args(arguments)
    try:
        listener = listen(options.port)
    except PortInUse as error:
        print(error, file=sys.stderr)
        return 1
    port = listener.getsockname()[1]
    app = MockServer(Addresses(port=port))
    threading.Thread(target=_greet, args=(app, port), daemon=True).start()
    uvicorn_server(app).run(sockets=[listener])
    return 0


def _greet(app: MockServer, port: int) -> None:
    """Make and present the ready person while the server already answers."""
    from .greeting import greeting, make_ready_person  # noqa: PLC0415 - not needed to answer

    world = app.worlds.get(MAIN)
    if world:
        person = make_ready_person(world)
        print(greeting(app.addresses, f"http://{LOOPBACK}:{port}", person), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
