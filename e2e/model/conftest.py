"""Walks, each in a world of its own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from e2e.model.by_http import HttpDriver
from e2e.model.cast import Cast
from e2e.model.in_browser import BrowserDriver
from e2e.model.machine import BATCH
from e2e.model.tour import tour_of_transitions
from e2e.model.walk import ModelWalk, Replay, WalkMaker, replay_with
from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.http import bare_client
from fixtures.http_browser import HttpBrowser
from fixtures.world import WorldMaker


@pytest.fixture
def new_http_walk(new_world: WorldMaker) -> WalkMaker:
    """Factory of walks over HTTP alone, in worlds that may have faults of the catalogue."""

    @contextmanager
    def make(*faults: str) -> Iterator[ModelWalk]:
        with new_world(*faults) as world, ExitStack() as clients:
            computer, elsewhere = (HttpBrowser(clients.enter_context(bare_client(world))) for _ in range(2))
            yield ModelWalk(HttpDriver(Cast.assemble(world, elsewhere), computer))

    return make


@pytest.fixture
def new_browser_walk(new_world: WorldMaker, new_context: ContextMaker) -> WalkMaker:
    """Factory of walks in one real browser, each in a tab of its own."""
    context = new_context()

    @contextmanager
    def make(*faults: str) -> Iterator[ModelWalk]:
        with new_world(*faults) as world, ExitStack() as held:
            computer, elsewhere = (held.enter_context(bare_client(world)) for _ in range(2))
            page = held.enter_context(context.new_page())
            cast = Cast.assemble(world, HttpBrowser(elsewhere))
            yield ModelWalk(BrowserDriver(cast, page, Account(world, computer)))

    return make


@pytest.fixture
def replay(new_http_walk: WalkMaker) -> Replay:
    """Does acts over HTTP, one after another, as a printed test asks for."""
    return replay_with(new_http_walk)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Walks come one by one or in batches, so that workers share them and each stays within a test's time."""
    if "plan" in metafunc.fixturenames:
        metafunc.parametrize("plan", tour_of_transitions())
    if "batch" in metafunc.fixturenames:
        batches = -(-metafunc.config.getoption("--model-walks") // BATCH)
        metafunc.parametrize("batch", range(batches))
