import pytest

from tests.prevention.scene import PreventionScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> PreventionScene:
    return PreventionScene(monkeypatch)
