import pytest

from tests.control.steering import Steering


@pytest.fixture
def steering() -> Steering:
    return Steering()
