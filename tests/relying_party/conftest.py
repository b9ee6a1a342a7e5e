import pytest

from tests.relying_party.visiting import RelyingPartyScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> RelyingPartyScene:
    return RelyingPartyScene(monkeypatch)
