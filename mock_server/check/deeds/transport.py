"""HTTP and SOAP of the back channel: faults, other shapes, answers that are cut, slow, endless or huge."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from functools import cache

from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from ...saml.errors import SamlRefused
from ...saml.soap import build_fault
from ..making import Making
from ..stages import Deed, Stage

_XML = "text/xml"
_SILENCE, _PAUSE, _LONGEST = 30, 1, 60
"""Seconds: of silence, between two bytes, and of what has no end."""
_MEGABYTE = b" " * (1024 * 1024)
_HUGE, _UNPACKED = 50, 10 * 1024
"""Megabytes."""


class _Cut(Response):
    """Announces more than it sends; the connection is then closed."""

    def __init__(self, content: bytes, headers: dict[str, str]) -> None:
        super().__init__(content, media_type=_XML)
        self._announced = headers

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send a part (ASGI)."""
        headers = [(b"content-type", _XML.encode())]
        headers += [(name.encode(), value.encode()) for name, value in self._announced.items()]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": bytes(self.body), "more_body": True})


def over_http(answer: Callable[[Making, bytes], Response], place: str = "H") -> Deed:
    """What is sent in the place of the good answer's envelope."""
    return Deed(Stage.HTTP, answer, (place,))


def _sent(content: bytes, status: int = 200, kind: str = _XML) -> Deed:
    return over_http(lambda _making, _soap: Response(content, status, media_type=kind))


def _good(status: int = 200, kind: str = _XML) -> Deed:
    return over_http(lambda _making, soap: Response(soap, status, media_type=kind))


def _reshaped(change: Callable[[bytes], bytes]) -> Deed:
    return over_http(lambda _making, soap: Response(change(soap), media_type=_XML), "S")


def _streamed(parts: Callable[[bytes], AsyncIterator[bytes]], headers: dict[str, str] | None = None) -> Deed:
    return over_http(lambda _making, soap: StreamingResponse(parts(soap), media_type=_XML, headers=headers))


def _redirected(status: int) -> Deed:
    return over_http(lambda making, _soap: RedirectResponse(making.login.listener, status))


def _body_of(soap: bytes) -> bytes:
    """The message without its envelope."""
    return soap[soap.index(b"<soap:Body>") + len(b"<soap:Body>") : soap.index(b"</soap:Body>")]


def _emptied(soap: bytes) -> bytes:
    return soap.replace(_body_of(soap), b"")


_DEMAND = b'<soap:Header><x:demand xmlns:x="urn:example:demand" soap:mustUnderstand="1"/></soap:Header>'


async def _silence(soap: bytes) -> AsyncIterator[bytes]:
    await asyncio.sleep(_SILENCE)
    yield soap


async def _drip(soap: bytes) -> AsyncIterator[bytes]:
    for place in range(min(len(soap), _LONGEST)):
        yield soap[place : place + 1]
        await asyncio.sleep(_PAUSE)


async def _endless(soap: bytes) -> AsyncIterator[bytes]:
    yield soap[: len(soap) // 2]
    until = asyncio.get_running_loop().time() + _LONGEST
    while asyncio.get_running_loop().time() < until:
        yield b" " * 1024
        await asyncio.sleep(0.01)


async def _huge(soap: bytes) -> AsyncIterator[bytes]:
    yield soap.removesuffix(b"</soap:Envelope>")
    for _ in range(_HUGE):
        yield _MEGABYTE
    yield b"</soap:Envelope>"


async def _bomb(_soap: bytes) -> AsyncIterator[bytes]:
    """Members of a gzip one after the other are one long text."""
    for _ in range(_UNPACKED):
        yield _packed_megabyte()


@cache
def _packed_megabyte() -> bytes:
    return gzip.compress(_MEGABYTE)


_FAULT = build_fault(SamlRefused("request", "Chosen by whoever tests you"))
DEEDS: dict[str, Deed] = {
    "net.fault:500": _sent(_FAULT, 500),
    "net.fault:200": _sent(_FAULT),
    "net.shape:empty_body": _reshaped(_emptied),
    "net.shape:no_envelope": _reshaped(_body_of),
    "net.shape:must_understand": _reshaped(lambda soap: soap.replace(b"<soap:Header/>", _DEMAND)),
    "net.shape:other_type": _good(kind="application/json"),
    "net.status:500": _sent(b"", 500),
    "net.status:404": _sent(b"", 404),
    "net.status:204": _sent(b"", 204),
    "net.status:html": _sent(b"<!DOCTYPE html><title>Przerwa</title><p>Przerwa techniczna", 200, "text/html"),
    "net.status:empty": _sent(b""),
    "net.status:reset": over_http(lambda _making, _soap: _Cut(b"", {"content-length": "1"})),
    "net.redirect:302": _redirected(302),
    "net.redirect:307": _redirected(307),
    "net.cut:length": over_http(lambda _making, soap: _Cut(soap[: len(soap) // 2], {"content-length": str(len(soap))})),
    "net.cut:chunk": over_http(lambda _making, soap: _Cut(soap[: len(soap) // 2], {"transfer-encoding": "chunked"})),
    "net.slow": _streamed(_silence),
    "net.drip": _streamed(_drip),
    "net.endless": _streamed(_endless),
    "net.gzip_bomb": _streamed(_bomb, {"content-encoding": "gzip"}),
    "net.huge": _streamed(_huge),
}
