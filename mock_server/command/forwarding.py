"""``forward --port 8000 --to HOST:PORT``: what connects to this machine's loopback reaches a mock elsewhere.

For a browser every ``*.localhost`` is its own machine. Bytes pass as they are, TLS too.
"""

import argparse
import asyncio
import signal
import sys
from contextlib import suppress

from ..server import option_values
from ..server.listening import LOOPBACK, CannotListen, listen
from .options import DEFAULT_PORT, program

_CHUNK = 64 * 1024


def main(arguments: list[str]) -> int:
    """Forward until stopped; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog=f"{program()} forward", description="Lead this machine's loopback to a mock elsewhere."
    )
    parser.add_argument(
        "--port",
        type=option_values.port,
        default=DEFAULT_PORT,
        help="where to listen: the port in the addresses of the sites (default: %(default)s)",
    )
    parser.add_argument("--to", type=_place, required=True, metavar="HOST:PORT", help="where the mock listens")
    options = parser.parse_args(arguments)
    try:
        asyncio.run(_forward(options.port, options.to))
    except CannotListen as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _place(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or port in {"", "0"}:
        raise option_values.ValueRefused(f"{text!r} is no place: give a host and a port, as in mock:8000")
    return option_values.host(host), option_values.port(port)


async def _forward(port: int, to: tuple[str, int]) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)

    async def lead_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there_reader, there_writer = await asyncio.open_connection(*to)
        except OSError as error:
            print(f"{to[0]}:{to[1]} cannot be reached: {error.strerror or error}", file=sys.stderr, flush=True)
            writer.transport.abort()
            return
        with suppress(asyncio.CancelledError):  # stopped; asyncio would tell of every connection that is open
            await asyncio.gather(_pass_on(reader, there_writer), _pass_on(there_reader, writer))

    listener = listen(port)
    server = await asyncio.start_server(lead_on, sock=listener)
    print(f"{LOOPBACK}:{listener.getsockname()[1]} leads to {to[0]}:{to[1]}", flush=True)
    await stopped.wait()
    server.close()


async def _pass_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    """Pass all bytes on, then say that there are no more."""
    with suppress(OSError):
        while content := await source.read(_CHUNK):
            sink.write(content)
            await sink.drain()
    with suppress(OSError, RuntimeError):  # the other side has gone
        sink.write_eof()
