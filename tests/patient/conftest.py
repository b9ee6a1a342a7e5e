import pytest

from tests.patient.visiting import IKP, MOJEIKP, PatientScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> PatientScene:
    return PatientScene(monkeypatch)


@pytest.fixture(params=[IKP, MOJEIKP], ids=["ikp", "mojeikp"])
def host(request: pytest.FixtureRequest) -> str:
    return str(request.param)
