"""One request and its answer, with a deadline for all of it and a limit to what is read."""

import asyncio
import ssl
from collections.abc import AsyncIterable
from dataclasses import dataclass
from typing import cast

import httpx

from .limits import Limits
from .reach import Reach
from .trouble import Kind, Trouble
from .unpacking import Bomb, unpacked


@dataclass(frozen=True)
class Answered:
    """What came back.

    Attributes:
        headers: names in small letters.
        body: unpacked.
    """

    address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first of this name; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def text(self) -> str:
        """The body, read as its header says, or as UTF-8."""
        charset = self.header("content-type").rpartition("charset=")[2].strip("\"' ;").lower() or "utf-8"
        try:
            return self.body.decode(charset, "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")


class Fetcher:
    """Speaks HTTP to whom it may.

    Args:
        reach: who that is.
        limits: what one request may cost.
        ca: a file of the authority that https of the service is trusted by; the machine's own unless given.
    """

    def __init__(self, reach: Reach, limits: Limits, ca: str | None = None) -> None:
        self.reach, self.limits, self.ca = reach, limits, ca
        trust = ssl.create_default_context(cafile=ca)
        # Each request has a connection of its own: none fails because the service closed the one before.
        alone = httpx.Limits(max_connections=None, max_keepalive_connections=0)
        self._transport = httpx.AsyncHTTPTransport(verify=trust, limits=alone)

    async def close(self) -> None:
        """Close what is open."""
        await self._transport.aclose()

    async def fetch(
        self, method: str, address: str, headers: dict[str, str], content: bytes = b"", seconds: float | None = None
    ) -> Answered:
        """Ask.

        Args:
            method: of HTTP.
            address: of the service or of the hub.
            headers: besides Host.
            content: of the request.
            seconds: the deadline, where it is not that of the limits.

        Raises:
            Trouble: nobody may be or can be asked there, or what came is no answer within the limits.
        """
        host, port = self.reach.where(address)
        deadline = seconds or self.limits.seconds
        try:
            request = _request(method, address, (host, port), headers, content)
            async with asyncio.timeout(deadline):
                return await self._answer(request, address)
        except TimeoutError as error:
            raise Trouble(Kind.HANGS, f"{_short(address)} was not done after {deadline:g} s") from error
        except Bomb as error:
            raise Trouble(Kind.TOO_LARGE, f"{_short(address)}: {error}") from error
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise Trouble(Kind.UNREACHABLE, f"{_short(address)}: {error}") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
            told = str(error) or type(error).__name__
            raise Trouble(Kind.NO_HTTP, f"{_short(address)}: {told[:200]}") from error

    async def _answer(self, request: httpx.Request, address: str) -> Answered:
        response = await self._transport.handle_async_request(request)
        try:
            body = await self._read(cast("AsyncIterable[bytes]", response.stream), address)
        finally:
            await response.aclose()
        headers = tuple((name.lower(), value) for name, value in response.headers.multi_items())
        encoding = response.headers.get("content-encoding", "")
        return Answered(address, response.status_code, headers, unpacked(body, encoding, self.limits.size))

    async def _read(self, stream: AsyncIterable[bytes], address: str) -> bytes:
        read = bytearray()
        async for chunk in stream:
            read += chunk
            if len(read) > self.limits.size:
                raise Trouble(Kind.TOO_LARGE, f"{_short(address)} sent more than {self.limits.size} bytes")
        return bytes(read)


def _request(
    method: str, address: str, where: tuple[str, int], headers: dict[str, str], content: bytes
) -> httpx.Request:
    """The request, on its way to the machine that really answers."""
    url = httpx.URL(address)
    named = {"Host": url.netloc.decode(), "Accept-Encoding": "identity"} | headers
    if content or method == "POST":
        named["Content-Length"] = str(len(content))
    there = url.copy_with(host=where[0], port=where[1])
    return httpx.Request(method, there, headers=named, content=content, extensions={"sni_hostname": url.host})


def _short(address: str) -> str:
    """Without what may be secret or long."""
    return address.partition("?")[0][:120]
