"""Small services over loopback that answer as a test tells them, hostile ones too."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl


class Asked:
    """One request to such a service, and what it may do with it."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        self.handler = handler
        self.method = handler.command
        self.path = handler.path
        self.cookies = handler.headers.get("Cookie", "")
        length = int(handler.headers.get("Content-Length") or 0)
        self.form = dict(parse_qsl(handler.rfile.read(length).decode(), keep_blank_values=True))

    def answer(self, text: str = "", status: int = 200, **headers: str) -> None:
        """Send a page; underscores in names of headers are hyphens."""
        content = text.encode()
        self.handler.send_response(status)
        named = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(content))} | headers
        for name, value in named.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(content)

    def write(self, content: bytes) -> None:
        """Send bytes as they are."""
        self.handler.wfile.write(content)
        self.handler.wfile.flush()


Behaviour = Callable[[Asked], None]


@contextmanager
def service(behaviour: Behaviour) -> Iterator[str]:
    """The origin at which such a service listens."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            behaviour(Asked(self))

        def do_POST(self) -> None:
            behaviour(Asked(self))

        def log_message(self, *_: object) -> None:
            """Silent."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """The visitor hangs up in the middle, and may."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
