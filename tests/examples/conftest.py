"""The example provider at a mock, and a browser without a screen that goes to whatever port a Host names."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import Control, WorldControl
from mock_server.kernel.people import Person
from tests.examples.scene import ProviderScene, provider_at


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


@pytest.fixture
def scene(
    control: Control, world: WorldControl, new_browser: Callable[[], HttpBrowser], tmp_path: Path
) -> Iterator[ProviderScene]:
    with provider_at(control, world, tmp_path) as desk:
        yield ProviderScene(world, desk, new_browser())


@pytest.fixture
def person(world: WorldControl) -> Person:
    person = world.make_person(1, given_name="Zażółć", family_name="Gęślą-Jaźń")
    world.expect_login(person, "trusted_profile")
    return person
