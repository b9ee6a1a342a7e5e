"""HTTP/1.1 as uvicorn reads it with httptools, and stricter: a request names one host, and arrives whole and soon."""

import asyncio

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from ..web.guard import FORBIDDEN

_HEAD_LIMIT = 512 * 1024
"""Bytes of a request's head; other servers stop at 64 kB, but what came with the head may be counted here too."""
_REQUEST_LIMIT = 64 * 1024 * 1024
"""Bytes of a whole request. Who sends a body that is too large should live to read why, so much of it is skipped."""


class _Unreadable(Exception):
    """No request that may be answered; says why."""


class HttpProtocol(HttpToolsProtocol):
    """One connection.

    A client may offer to change to another protocol, as Java's HttpClient offers h2c with every request; a server that
    does not know it goes on as if nothing had been offered (RFC 9110, 7.8). httptools takes what follows for the other
    protocol and drops the request's body, so it is given the request once more without the offer.

    Attributes:
        patience: seconds that half a request is waited for.
    """

    patience: float = 10
    _deadline: asyncio.TimerHandle | None = None
    _in_head = False
    _received = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin; who connects and says nothing is waited for as long as between two requests."""
        super().connection_made(transport)
        self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._unset_keepalive_if_required()
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        self._unset_keepalive_if_required()
        self._wait_for_the_rest()
        again: bytes | None = data
        while again is not None:
            again = self._read(again)

    def _read(self, data: bytes) -> bytes | None:
        """Read what has come; returns what is to be read once more, without an offer to change the protocol."""
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as offered:
            return self._without_offer(data[offered.args[0] :])
        except httptools.HttpParserError as error:
            why = error.__context__
            self._refuse(400, str(why) if isinstance(why, _Unreadable) else "Invalid HTTP request received.")
        else:
            self._received += len(data)
            if self._received > (_HEAD_LIMIT if self._in_head else _REQUEST_LIMIT):
                self._refuse(431 if self._in_head else 413, "This request is too large.")
        return None

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._in_head, self._received = True, 0
        self._wait_for_the_rest()

    def on_headers_complete(self) -> None:
        """Refuse a request that does not say which host it is for (RFC 9112, 3.2), else go on."""
        self._in_head = False
        hosts = sum(name == b"host" for name, _ in self.headers)
        if hosts > 1 or (hosts == 0 and self.parser.get_http_version() == "1.1"):
            raise _Unreadable(f"A request of HTTP/1.1 has one Host header, this one has {hosts or 'none'}.")
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """A request is there whole."""
        self._stop_waiting()
        super().on_message_complete()

    def _should_upgrade(self) -> bool:
        """Leave every request alone that offers another protocol; uvicorn asks this of no others."""
        return True

    def _without_offer(self, further: bytes) -> bytes | None:
        asked, version = self.parser.get_method(), self.parser.get_http_version().encode()
        if asked == b"CONNECT":
            self._refuse(400, "This server is no proxy.")
            return None
        head = [b"%s %s HTTP/%s" % (asked, self.url, version)]
        head += [b"%s: %s" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self.parser = httptools.HttpRequestParser(self)
        return b"\r\n".join([*head, b"", further])

    def _wait_for_the_rest(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(self.patience, self._give_up)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        answering = self.cycle  # None before the first request
        if answering and answering.response_started and not answering.response_complete:  # type: ignore[truthy-bool]
            self.transport.close()
        else:
            self._refuse(408, f"The rest of this request did not come within {self.patience:g} seconds.")

    def _refuse(self, status: int, why: str) -> None:
        headers = {**FORBIDDEN, "Content-Type": "text/plain; charset=utf-8", "Connection": "close"}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.transport.write(STATUS_LINE[status] + f"{head}Content-Length: {len(why)}\r\n\r\n{why}".encode())
        self.transport.close()
