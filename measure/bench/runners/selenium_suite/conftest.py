"""Browsers, a world and a person for each test; a failed test has the screen of each browser in its results."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from itertools import count

import allure
import httpx
import pytest
from selenium.webdriver import Chrome

from measure.bench.runners.given import VARIABLE, Given, read_given
from measure.bench.runners.selenium_suite.drivers import started
from measure.bench.runners.selenium_suite.hands import Hands
from measure.bench.runners.selenium_suite.journey import Journey
from mock_server.client import Control
from mock_server.kernel.people import Confirmation

collect_ignore = [] if VARIABLE in os.environ else ["test_paths.py"]
"""Whoever collects the whole project finds no test here: these walk what a run of the bench tells them."""
_numbers = count()
_failed = pytest.StashKey[bool]()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes a ``path`` walks each."""
    metafunc.parametrize("path", list(read_given().walks))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember for the fixtures whether the test failed."""
    report = yield
    item.stash[_failed] = item.stash.get(_failed, False) or report.failed
    return report


@pytest.fixture(scope="session")
def run() -> Given:
    """What this run was told."""
    return read_given()


@pytest.fixture(scope="session")
def control(run: Given) -> Iterator[Control]:
    """The control API of the mock."""
    with Control(run.mock) as control:
        yield control


@pytest.fixture(scope="session")
def data_client(run: Given) -> Iterator[httpx.Client]:
    """Asks the mock over HTTP."""
    with httpx.Client(base_url=run.mock, trust_env=False, timeout=30) as client:
        yield client


@pytest.fixture
def start(run: Given, request: pytest.FixtureRequest) -> Iterator[Callable[[str], Chrome]]:
    """Starts browsers, which end with the test."""
    opened: list[Chrome] = []
    with ExitStack() as stack:

        def start_on(device: str) -> Chrome:
            opened.append(stack.enter_context(started(run, device)))
            return opened[-1]

        yield start_on
        if request.node.stash.get(_failed, False):
            for driver in opened:
                allure.attach(driver.get_screenshot_as_png(), driver.current_url, allure.attachment_type.PNG)


@pytest.fixture
def journey(
    path: str, control: Control, data_client: httpx.Client, start: Callable[[str], Chrome]
) -> Iterator[Journey]:
    """A person who is about to walk the path."""
    entry, *_, device, destination, _ = path.split("-")
    world = control.create_world(f"t{os.getpid()}-{next(_numbers)}")
    person = world.make_person(confirmation=Confirmation.PUSH if "-push-" in path else Confirmation.SMS)
    driver = start(device)

    def take_phone() -> Hands:
        if device == "computer":
            other = start("pixel")
            return Hands(other, other.current_window_handle)
        driver.switch_to.new_window("tab")
        return Hands(driver, driver.current_window_handle)

    page = Hands(driver, driver.current_window_handle)
    yield Journey(page, world, person, entry, destination, take_phone, data_client)
    world.drop()
