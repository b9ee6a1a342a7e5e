"""A place on loopback that counts who calls: a service that is made to fetch something would call there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
_PATIENCE = 5
_LONGEST = 200


@dataclass
class Listener:
    """Where it listens, and what the callers asked first."""

    address: str
    calls: list[str] = field(default_factory=list)


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    """A listener on a free port, for as long as it is needed."""
    here = Listener("")

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                line = await reader.readline()
                here.calls.append(line[:_LONGEST].decode("latin-1").strip() or "a connection")
                writer.write(_ANSWER)
                await writer.drain()
        except (TimeoutError, OSError, ValueError):
            here.calls.append("a connection")
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        here.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        yield here
