"""The pytest plugin for other projects: a mock, and per test a world of its own, a person and their phone.

Installed with the wheel, it is found by itself (entry point ``pytest11``). It loads nothing before a test asks for it.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from .grade import pytest_options
from .server.option_values import ca_file, given_by, mock_url, token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .client import Control, WorldControl
    from .kernel.people import Person
    from .phone import Phone
    from .shared.hub_addresses import HubAddresses

URL_VARIABLE = "PRZEPUSTKA_URL"
TOKEN_VARIABLE = "PRZEPUSTKA_TOKEN"
CA_VARIABLE = "PRZEPUSTKA_CA"
_numbers = count()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run use a mock that is there already, such as a container of its CI."""
    group = parser.getgroup("przepustka")
    group.addoption(
        "--przepustka-url",
        type=given_by(URL_VARIABLE, mock_url),
        default=os.environ.get(URL_VARIABLE) or None,
        metavar="URL",
        help=f"bare host of a running mock, as in http://127.0.0.1:8000; or {URL_VARIABLE}. Without it one is started",
    )
    group.addoption(
        "--przepustka-token",
        type=given_by(TOKEN_VARIABLE, token),
        default=os.environ.get(TOKEN_VARIABLE) or None,
        metavar="TOKEN",
        help=f"of the running mock's control API; or {TOKEN_VARIABLE}",
    )
    group.addoption(
        "--przepustka-ca",
        type=given_by(CA_VARIABLE, ca_file),
        default=os.environ.get(CA_VARIABLE) or None,
        metavar="FILE",
        help=f"the ca.pem of a running mock with --tls; or {CA_VARIABLE}",
    )
    pytest_options.add_options(group)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Grade the tests in place of running them once, where that is asked for."""
    return pytest_options.grade(config) if pytest_options.is_wanted(config) else None


@pytest.fixture(scope="session")
def przepustka_server(pytestconfig: pytest.Config) -> Iterator[Control]:
    """The control API of a mock that lives as long as the session; ``url`` is its bare host."""
    from .client import Control  # noqa: PLC0415 - as little as possible in runs that do not use it
    from .command.running import RunningServer  # noqa: PLC0415

    with ExitStack() as started:
        url = pytestconfig.getoption("--przepustka-url")
        if not url:
            server = started.enter_context(RunningServer())
            url = f"http://127.0.0.1:{server.port}"
        secret, ca = pytestconfig.getoption("--przepustka-token"), pytestconfig.getoption("--przepustka-ca")
        yield started.enter_context(Control(url, secret, ca))


@pytest.fixture
def przepustka_world(przepustka_server: Control) -> Iterator[WorldControl]:
    """An empty world, dropped at the test's end."""
    world = przepustka_server.create_world(f"p{next(_numbers)}-{token_hex(4)}")
    yield world
    world.drop()


@pytest.fixture
def przepustka_hub(przepustka_world: WorldControl) -> HubAddresses:
    """Where the hub of ``przepustka_world`` is: for the browser, and for the server of the service under test."""
    return przepustka_world.hub


@pytest.fixture
def przepustka_person(przepustka_world: WorldControl, request: pytest.FixtureRequest) -> Person:
    """Somebody who has everything: drawn from the test's name, so that a failure repeats."""
    return przepustka_world.make_person(crc32(request.node.nodeid.encode()))


@pytest.fixture
def przepustka_phone(przepustka_world: WorldControl, przepustka_person: Person) -> Phone:
    """The phone of ``przepustka_person``."""
    from .phone import Phone  # noqa: PLC0415

    return Phone(przepustka_world, przepustka_person)
