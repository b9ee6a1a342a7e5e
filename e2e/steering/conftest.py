"""A client of the control API that knows nothing of ours."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from fixtures.by_hand import ByHand
from fixtures.world import WorldControl

Steer = Callable[..., httpx.Response]


@pytest.fixture
def steer(by_hand: ByHand, world: WorldControl) -> Steer:
    """Ask something of the world: method, path below it, and a body of JSON if there is one."""

    def ask(method: str, path: str, body: Any = None) -> httpx.Response:  # noqa: ANN401 - whatever JSON there is
        address = f"/control/worlds/{world.name}{path}"
        return by_hand.client.request(method, address, json={} if body is None and method != "GET" else body)

    return ask
