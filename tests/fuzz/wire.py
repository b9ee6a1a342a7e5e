"""Requests as bytes, and two ways to send them: to the application itself, and over a real socket."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from time import perf_counter
from typing import Any
from urllib.parse import unquote_to_bytes

from mock_server.server.app import MockServer
from mock_server.server.listening import StoppableServer

PATIENCE = 10
"""Seconds within which everything is answered."""
_SHOWN = 600
"""Bytes of a body that a report shows."""


@dataclass(frozen=True)
class Sent:
    """One request, to its last byte.

    Attributes:
        target: path and query, as they are on the wire.
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def host(self) -> str:
        """Where it goes."""
        return dict(self.headers).get("host", "")

    def __str__(self) -> str:
        headers = "".join(f"\n    {name}: {value!r}" for name, value in self.headers)
        more = f" … ({len(self.body)} bytes)" if len(self.body) > _SHOWN else ""
        return f"{self.method} {self.target!r}{headers}\n    {self.body[:_SHOWN]!r}{more}"


@dataclass
class Came:
    """What came of it.

    Attributes:
        problem: what no server should do, whatever it was sent; None when all is well.
    """

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    problem: str | None = None

    def header(self, name: str) -> str:
        """Its value, or an empty text."""
        return next((value for key, value in self.headers if key == name), "")

    def cookies(self) -> Iterator[tuple[str, str]]:
        """What the browser should keep."""
        for name, value in self.headers:
            if name == "set-cookie":
                try:
                    yield from ((key, morsel.value) for key, morsel in SimpleCookie(value).items())
                except CookieError:
                    continue

    @property
    def text(self) -> str:
        """The body."""
        return self.body.decode(errors="replace")


async def send_directly(app: MockServer, sent: Sent) -> Came:
    """Hand a request to the application, as a server would."""
    came, begun = Came(), perf_counter()
    try:
        async with asyncio.timeout(PATIENCE):
            await _serve(app, sent, came)
    except TimeoutError:
        came.problem = f"no answer in {PATIENCE} s"
    except Exception as error:
        came.problem = f"the application raised {error!r}"
    if came.problem is None and perf_counter() - begun > PATIENCE:
        came.problem = f"answered after more than {PATIENCE} s"
    if came.problem is None and came.status == 0:
        came.problem = "no answer"
    return came


async def _serve(app: MockServer, sent: Sent, came: Came) -> None:
    path, _, query = sent.target.partition("?")
    gone, asked = asyncio.Event(), False

    async def receive() -> dict[str, Any]:
        nonlocal asked
        if asked:
            await gone.wait()
            return {"type": "http.disconnect"}
        asked = True
        return {"type": "http.request", "body": sent.body, "more_body": False}

    async def send(message: Any) -> None:  # noqa: ANN401 - ASGI's
        if message["type"] == "http.response.start":
            came.status = message["status"]
            came.headers = [(name.decode("latin-1").lower(), v.decode("latin-1")) for name, v in message["headers"]]
        elif message["type"] == "http.response.body":
            came.body += message.get("body", b"")
            if not message.get("more_body") or came.header("content-type").startswith("text/event-stream"):
                gone.set()

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": sent.method,
        "scheme": "http",
        "path": unquote_to_bytes(path).decode("utf-8", "replace"),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent.headers],
        "client": ("127.0.0.1", 9),
        "server": ("127.0.0.1", 7),
    }
    await app(scope, receive, send)


class SocketServer(StoppableServer):
    """A server in the event loop of the test, which leaves the signals to pytest."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them."""
        yield


async def send_by_socket(port: int, sent: Sent, *, cut: bool) -> Came:
    """Send the bytes of a request over a connection of its own; a request that is cut is never whole."""
    came = Came()
    lines = [f"{sent.method} {sent.target} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.headers)]
    lines += ["Connection: close", f"Content-Length: {len(sent.body)}", "", ""]
    content = "\r\n".join(lines).encode("latin-1", "replace") + sent.body
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(content[: len(content) // 2] if cut else content)
                if cut:
                    writer.write_eof()
                came.body = await _answer(reader)
            finally:
                writer.close()
    except TimeoutError:
        came.problem = f"no answer in {PATIENCE} s over a socket"
    except ConnectionError:
        return came
    head = came.body.split(b" ", 2)
    came.status = int(head[1]) if len(head) > 1 and head[1].isdigit() else 0
    return came


async def _answer(reader: asyncio.StreamReader) -> bytes:
    """Everything until the server ends it; of an event stream, the beginning."""
    content = b""
    while piece := await reader.read(65536):
        content += piece
        if b"text/event-stream" in content[:2000]:
            break
    return content
