from functools import partial

import httpx
import pytest

from mock_server.client import Control
from tests.control.steering import Steering
from tests.control.wire import Wire


@pytest.fixture
def steering() -> Steering:
    return Steering()


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """What every client speaks to that is made meanwhile."""
    wire = Wire()
    monkeypatch.setattr(httpx, "Client", partial(httpx.Client, transport=httpx.MockTransport(wire.handle)))
    return wire


@pytest.fixture
def asking(wire: Wire) -> Control:
    return Control("http://127.0.0.1:7/")
