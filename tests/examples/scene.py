"""A mock and the example provider that is registered at it, and a hand on the way between them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import Request, urlopen

from examples.provider.desk import Desk
from examples.provider.registering import make_provider, read_hub, register
from examples.provider.server import make_server
from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.server.listening import listen

Change = Callable[[bytes], bytes]


@dataclass
class ProviderScene:
    """A mock, and the example registered at it."""

    world: WorldControl
    desk: Desk
    http_browser: HttpBrowser

    @property
    def origin(self) -> str:
        """Where the provider is."""
        return self.desk.provider.acs_url.removesuffix("/saml/acs")

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


@contextmanager
def provider_at(control: Control, world: WorldControl, keys: Path, issuer: str = "przyklad.gov.pl") -> Iterator[Desk]:
    """A provider that serves, registered in this world."""
    provider = replace(make_provider(f"http://127.0.0.1:{free_port()}", keys), issuer=issuer)
    register(provider, control.url, world.name)
    desk = Desk(provider, read_hub(control.url, world.name))
    with serving(make_server(desk)):
        yield desk


@contextmanager
def on_the_way(scene: ProviderScene, change: Change) -> Iterator[None]:
    """Let everything that the hub answers about artifacts be changed before the provider sees it."""
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
