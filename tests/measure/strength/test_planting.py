"""How long a run of faults lets anybody wait."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from fixtures.patience import PATIENCE
from measure.strength.plugin.planting import Planter
from measure.strength.plugin.records import Phase


@pytest.fixture
def planter() -> Iterator[Planter]:
    yield Planter(3.0)
    expect.set_options(timeout=PATIENCE)


@pytest.mark.parametrize(("phase", "waits", "loads"), [(Phase.CLAIM, 3000, PATIENCE), (Phase.ONLY_500, 1000, 1000)])
def test_no_context_waits_longer_than_the_run_but_a_page_may_load_slowly(
    planter: Planter, monkeypatch: pytest.MonkeyPatch, phase: Phase, waits: float, loads: float
) -> None:
    told: list[float] = []
    may_load: list[float] = []
    monkeypatch.setattr(BrowserContext, "set_default_timeout", lambda _, timeout: told.append(timeout))
    monkeypatch.setattr(BrowserContext, "set_default_navigation_timeout", lambda _, timeout: may_load.append(timeout))
    planter.listen(monkeypatch)
    planter.expect_worlds_of(phase, "sms.any_code")
    context = BrowserContext.__new__(BrowserContext)
    for timeout in (PATIENCE, 500):
        context.set_default_timeout(timeout)
    assert told == [waits, 500]
    assert may_load == [loads, 500]
