import pytest

from tests.vaccination.scene import VaccinationScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> VaccinationScene:
    return VaccinationScene(monkeypatch)
