"""Report and traces on a port of loopback, the traces in Playwright's own viewer, from its installed package.

A trace cannot open from disk: the viewer is a service worker, which browsers give to no ``file:`` address. Nothing
here asks the internet for anything.
"""

import os
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from socketserver import BaseServer
from urllib.parse import quote, urlsplit

from bootstrap.places import HTML, installed
from reports.places import RESULTS
from reports.results import ReportError
from reports.traces import Trace, traces_in

TRACES = "traces.html"
"""The list of the traces, which is made as it is asked for."""
_VIEWER = Path("driver", "package", "lib", "vite", "traceViewer")
_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Traces</title>
<style>:root {{ color-scheme: light dark; font: 1rem/1.5 sans-serif }} body {{ margin: 2rem auto; max-width: 60rem;
padding: 0 1rem }} li {{ margin: .5rem 0; overflow-wrap: anywhere }}</style>
<h1>Traces of the last run</h1><p><a href="/">The report</a></p><ul>{rows}</ul></html>"""


@contextmanager
def serving(html: Path = HTML, results: Path = RESULTS) -> Iterator[ThreadingHTTPServer]:
    """A server of report and traces, on a port of its own; it answers while ``serve_forever`` runs."""
    package = installed("playwright")
    if package is None or not (package / _VIEWER).is_dir():
        raise ReportError("Playwright's trace viewer is not where it was. See reports/viewer.py.")
    rooms = {"": html, "trace": package / _VIEWER, "results": results}
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, rooms)) as server:
        yield server


def origin(server: ThreadingHTTPServer) -> str:
    """Where it answers."""
    return f"http://127.0.0.1:{server.server_port}"


def address(server: ThreadingHTTPServer, trace: Trace) -> str:
    """Where a trace opens in the viewer."""
    return f"{origin(server)}{_opened(origin(server), trace)}"


def show(server: ThreadingHTTPServer, opened: str, lines: Sequence[str]) -> None:
    """Say where things are, open an address where there is a screen for it, and answer until Ctrl+C."""
    print("\n".join([*lines, "Ctrl+C ends it."]), flush=True)
    if sys.platform in {"darwin", "win32"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(opened)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


def _opened(origin: str, trace: Trace) -> str:
    return f"/trace/index.html?trace={quote(f'{origin}/results/{quote(trace.file)}', safe='')}"


class _Handler(SimpleHTTPRequestHandler):
    """Gives files of three folders, by the first part of the path, and the list of traces."""

    def __init__(self, rooms: dict[str, Path], asking: socket, client: object, server: BaseServer) -> None:
        self._rooms = rooms
        super().__init__(asking, client, server, directory=str(rooms[""]))

    def do_GET(self) -> None:
        """Answer a browser."""
        if urlsplit(self.path).path != f"/{TRACES}":
            super().do_GET()
            return
        here = f"http://{self.headers['Host']}"
        body = _list(here, traces_in(self._rooms["results"])).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path: str) -> str:
        """Find a file in its room; whoever climbs out of one finds nothing."""
        room, _, rest = urlsplit(path).path.lstrip("/").partition("/")
        known = room if room in self._rooms else ""
        self.directory = str(self._rooms[known])
        return super().translate_path(rest if known else path)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def _list(origin: str, traces: Sequence[Trace]) -> str:
    rows = (
        f'<li><a href="{escape(_opened(origin, trace))}">{escape(trace.nodeid)}</a>, {escape(trace.name)}</li>'
        for trace in traces
    )
    return _PAGE.format(rows="".join(rows) or "<li>None.</li>")
