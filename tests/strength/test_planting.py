"""How long a run of faults lets anybody wait."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from fixtures.browsers import PATIENCE
from fixtures.strength.planting import Planter
from fixtures.strength.records import Phase


@pytest.fixture
def planter() -> Iterator[Planter]:
    yield Planter(3.0)
    expect.set_options(timeout=PATIENCE)


@pytest.mark.parametrize(("phase", "milliseconds"), [(Phase.CLAIM, 3000), (Phase.ONLY_500, 1000)])
def test_no_context_waits_longer_than_the_run(
    planter: Planter, monkeypatch: pytest.MonkeyPatch, phase: Phase, milliseconds: float
) -> None:
    told: list[float] = []
    monkeypatch.setattr(BrowserContext, "set_default_timeout", lambda _, timeout: told.append(timeout))
    planter.listen(monkeypatch)
    planter.expect_worlds_of(phase, "sms.any_code")
    context = BrowserContext.__new__(BrowserContext)
    for timeout in (PATIENCE, 500):
        context.set_default_timeout(timeout)
    assert told == [milliseconds, 500]
