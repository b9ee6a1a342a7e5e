import pytest

from tests.patient.visiting import PatientScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> PatientScene:
    return PatientScene(monkeypatch)
