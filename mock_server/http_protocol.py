"""HTTP/1.1: read by httptools, and by h11 where a client would rather speak something else."""

import httptools
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class HttpProtocol(HttpToolsProtocol):
    """One connection.

    A client may offer to change to another protocol, as Java's HttpClient offers h2c with every request; a server that
    does not know it goes on as if nothing had been offered (RFC 9110, 7.8). httptools takes what follows for the other
    protocol and drops the request's body, so h11 takes the connection over.
    """

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as offered:
            self._hand_over(data[offered.args[0] :])
        except httptools.HttpParserError:
            self.send_400_response("Invalid HTTP request received.")

    def _should_upgrade(self) -> bool:
        """Leave every request alone that offers another protocol; uvicorn asks this of no others."""
        return True

    def _hand_over(self, further: bytes) -> None:
        head = [b"%s %s HTTP/1.1" % (self.parser.get_method(), self.url)]
        head += [b"%s: %s" % header for header in self.headers]
        self.connections.discard(self)
        protocol = H11Protocol(self.config, self.server_state, self.app_state)
        protocol.connection_made(self.transport)
        self.transport.set_protocol(protocol)
        protocol.data_received(b"\r\n".join([*head, b"", further]))
