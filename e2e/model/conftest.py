"""Walks, each in a world of its own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from e2e.model.by_http import HttpDriver
from e2e.model.cast import Cast
from e2e.model.machine import BATCH
from e2e.model.walk import Replay, Walk, WalkMaker, replay_with
from fixtures.http import bare_client
from fixtures.surfer import Surfer
from fixtures.world import WorldMaker


@pytest.fixture
def new_http_walk(new_world: WorldMaker) -> WalkMaker:
    """Factory of walks over HTTP alone, in worlds that may have faults of the catalogue."""

    @contextmanager
    def make(*faults: str) -> Iterator[Walk]:
        with new_world() as world, ExitStack() as clients:
            for fault in faults:
                world.plant_catalogued(fault)
            computer, elsewhere = (Surfer(clients.enter_context(bare_client(world))) for _ in range(2))
            yield Walk(HttpDriver(Cast.assemble(world, elsewhere), computer))

    return make


@pytest.fixture
def replay(new_http_walk: WalkMaker) -> Replay:
    """Does acts over HTTP, one after another, as a printed test asks for."""
    return replay_with(new_http_walk)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Random walks come in batches, so that workers share them and each stays within a test's time."""
    if "batch" in metafunc.fixturenames:
        batches = -(-metafunc.config.getoption("--model-walks") // BATCH)
        metafunc.parametrize("batch", range(batches))
