"""A person's browser without a screen, in asyncio: cookies, redirects, self-posting forms, event streams."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

import httpx

from fixtures.http_page import HttpPage

_HOPS = 20


class Astray(RuntimeError):
    """A page is not what it should be; the text begins with its address and status."""


@dataclass
class Browser:
    """One person's browser.

    Attributes:
        address: of the page on the screen.
        page: its text.
    """

    client: httpx.AsyncClient
    address: str = ""
    page: str = ""
    _cookies: dict[str, dict[str, str]] = field(default_factory=dict)

    async def open(self, address: str) -> str:
        """Go to an address, as far as redirects and self-posting forms lead; returns the page."""
        return await self._go("GET", address, None)

    async def post(self, path: str, **fields: str) -> str:
        """Send a form of the page on the screen; returns the page that comes."""
        return await self._go("POST", urljoin(self.address, path), fields)

    async def read(self, address: str) -> httpx.Response:
        """Ask for data, and stay on the page."""
        response = await self.client.send(self._request("GET", address, None))
        self._keep_cookies(address, response)
        return response

    @asynccontextmanager
    async def stream(self, path: str) -> AsyncIterator[AsyncIterator[str]]:
        """The events of the page on the screen, each as its data, as long as the context is open."""
        request = self._request("GET", urljoin(self.address, path), None)
        request.headers["Accept"] = "text/event-stream"
        response = await self.client.send(request, stream=True)
        try:
            yield (line.removeprefix("data: ") async for line in response.aiter_lines() if line.startswith("data: "))
        finally:
            await response.aclose()

    def found(self, pattern: str) -> str:
        """The group of a pattern, in the page on the screen.

        Raises:
            Astray: the page has no such thing.
        """
        match = re.search(pattern, self.page)
        if match is None:
            raise Astray(f"{self.address}: no {pattern} in {_text_of(self.page)}")
        return unescape(match[1])

    async def _go(self, method: str, address: str, form: dict[str, str] | None) -> str:
        for _ in range(_HOPS):
            response = await self.client.send(self._request(method, address, form))
            self._keep_cookies(address, response)
            if response.has_redirect_location:
                method, address, form = "GET", urljoin(address, response.headers["location"]), None
                continue
            self.address, self.page = address, response.text
            if response.is_error:
                raise Astray(f"{address}: {response.status_code}: {_text_of(self.page)}")
            onward = HttpPage(response.status_code, address, self.page).sends_itself
            if onward is None:
                return self.page
            method, (address, form) = "POST", onward
        raise Astray(f"{address}: this never ends")

    def _request(self, method: str, address: str, form: dict[str, str] | None) -> httpx.Request:
        url = httpx.URL(address)
        host = url.netloc.decode()
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.get(host, {}).items())
        headers = {"Host": host, "Cookie": cookies}
        return self.client.build_request(method, url.raw_path.decode(), headers=headers, data=form)

    def _keep_cookies(self, address: str, response: httpx.Response) -> None:
        self._cookies.setdefault(httpx.URL(address).netloc.decode(), {}).update(response.cookies.items())
        self.client.cookies.clear()


def _text_of(page: str) -> str:
    """The beginning of what a page tells, for an error."""
    return " ".join(HttpPage(0, "", page).texts("//body"))[:600]
