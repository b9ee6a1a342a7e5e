import pytest

from tests.booking.scene import BookingScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> BookingScene:
    return BookingScene(monkeypatch)
