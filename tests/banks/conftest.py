import pytest

from tests.banks.visiting import BankScene


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> BankScene:
    return BankScene(monkeypatch)
