import pytest

from tests.pz.scene import PzScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> PzScene:
    return PzScene(monkeypatch)
