"""Whatever a service does to its visitor is a told trouble, within the visitor's own limits."""

import gzip
import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import pytest

from mock_server.verdict.visitor.limits import Limits
from mock_server.verdict.visitor.trouble import Kind, Trouble
from tests.verdict.services import Asked, service
from tests.verdict.visiting import visit

SHORT = Limits(seconds=1, size=100_000, hops=5)
_BOMB = gzip.compress(b"\0" * 50_000_000)
_SENDS_ITSELF = "<form method=post></form><script>document.forms[0].submit()</script>"
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def _repeat(asked: Asked, piece: bytes, pause: float = 0) -> None:
    never = threading.Event()
    with suppress(OSError):
        while not never.wait(pause):
            asked.write(piece)


def _hang(_asked: Asked) -> None:
    threading.Event().wait(5)


def _drip_headers(asked: Asked) -> None:
    asked.write(_HEAD + b"X-Long: ")
    _repeat(asked, b"a", 0.05)


def _drip_body(asked: Asked) -> None:
    asked.write(_HEAD + b"\r\n")
    _repeat(asked, b"a", 0.05)


def _endless(asked: Asked) -> None:
    asked.write(_HEAD + b"\r\n")
    _repeat(asked, b"a" * 65536)


def _bomb(asked: Asked) -> None:
    asked.write(_HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(_BOMB) + _BOMB)


def _endless_header(asked: Asked) -> None:
    asked.write(_HEAD)
    _repeat(asked, b"X-More: " + b"a" * 1000 + b"\r\n")


HOSTILE: dict[str, tuple[Callable[[Asked], None], Kind]] = {
    "hang": (_hang, Kind.HANGS),
    "drip-headers": (_drip_headers, Kind.HANGS),
    "drip-body": (_drip_body, Kind.HANGS),
    "endless": (_endless, Kind.TOO_LARGE),
    "bomb": (_bomb, Kind.TOO_LARGE),
    "endless-header": (_endless_header, Kind.NO_HTTP),
    "garbage": (lambda asked: asked.write(b"\x16\x03\x01" * 50 + b"\r\n\r\n"), Kind.NO_HTTP),
    "nothing": (lambda _asked: None, Kind.NO_HTTP),
    "loop": (lambda asked: asked.answer(status=302, Location="/again"), Kind.ENDLESS),
    "refresh-loop": (lambda asked: asked.answer('<meta http-equiv="Refresh" content="0;url=/again">'), Kind.ENDLESS),
    "post-loop": (lambda asked: asked.answer(_SENDS_ITSELF), Kind.ENDLESS),
    "other-host": (lambda asked: asked.answer(status=302, Location="http://127.0.0.1:1/"), Kind.ELSEWHERE),
    "file": (lambda asked: asked.answer(status=302, Location="file:///etc/passwd"), Kind.ELSEWHERE),
    "bad-port": (lambda asked: asked.answer(status=302, Location="http://127.0.0.1:99999999/"), Kind.ELSEWHERE),
    "bad-address": (lambda asked: asked.answer(status=302, Location="http://[::1/"), Kind.ELSEWHERE),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_service_is_a_told_trouble(name: str) -> None:
    behaviour, kind = HOSTILE[name]
    began = monotonic()
    with service(behaviour) as origin, pytest.raises(Trouble) as told:
        visit(origin, lambda visitor: visitor.open(origin + "/"), SHORT)
    assert told.value.kind is kind
    assert monotonic() - began < 4


def test_nobody_there_is_told() -> None:
    with service(lambda _asked: None) as origin:
        gone = origin
    with pytest.raises(Trouble) as told:
        visit(gone, lambda visitor: visitor.open(gone + "/"), SHORT)
    assert told.value.kind is Kind.UNREACHABLE


@pytest.mark.parametrize(
    "content",
    ["", "<", "<html>" + "<div>" * 15_000, "\0\0", "<form>" * 5_000, "<base href='http://[/'><a href='http://['>x</a>"],
    ids=["empty", "cut", "deep", "nul", "forms", "bad-links"],
)
def test_a_page_without_sense_has_no_way_on_and_no_traceback(content: str) -> None:
    with service(lambda asked: asked.answer(content)) as origin:
        seen = visit(origin, lambda visitor: visitor.open(origin + "/"), SHORT)
    assert seen.onward is None
    assert len(seen.forms) <= 200
    assert len(seen.links) <= 200
