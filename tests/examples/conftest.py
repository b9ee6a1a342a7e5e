"""A browser without a screen that goes to whatever port of loopback a Host names."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest

from fixtures.http_browser import HttpBrowser


class ByHost(httpx.HTTPTransport):
    """Every host is this machine, as browsers have it for *.localhost."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        port = httpx.URL(f"http://{request.headers['Host']}").port
        request.url = request.url.copy_with(host="127.0.0.1", port=port)
        return super().handle_request(request)


@pytest.fixture
def new_browser() -> Iterator[Callable[[], HttpBrowser]]:
    with ExitStack() as clients:
        yield lambda: HttpBrowser(
            clients.enter_context(
                httpx.Client(base_url="http://127.0.0.1", transport=ByHost(), trust_env=False, timeout=30)
            )
        )
