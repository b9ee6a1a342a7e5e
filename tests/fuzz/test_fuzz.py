"""Requests without sense, many of them: no 500, nothing unanswered, and no memory that grows.

``pytest tests -k fuzz --fuzz 50000`` sends more; whatever it finds is told with its seed and the fewest requests that
show it.
"""

import asyncio
from collections.abc import Callable

import pytest

from mock_server.kernel.clock import Clock
from tests.fuzz.playing import Found, fuzzing

SPAN = 10_000
"""Requests after which memory is measured for the first time."""
GROWTH = 1.1


@pytest.mark.timeout(3600)
def test_fuzz_finds_no_failure_and_no_growth(
    pytestconfig: pytest.Config, record_testsuite_property: Callable[[str, object], None]
) -> None:
    count, seed = pytestconfig.getoption("--fuzz"), pytestconfig.getoption("--fuzz-seed")
    marks = [SPAN, count] if count >= 2 * SPAN else []

    async def fuzz() -> list[int]:
        async with fuzzing(seed) as fuzz:
            return await fuzz.run(count, marks)

    measured = asyncio.run(fuzz())
    record_testsuite_property("requests", count)
    record_testsuite_property("seed", seed)
    if marks:
        first, last = measured
        record_testsuite_property("growth", round(last / first, 3))
        assert last <= GROWTH * first, f"{first / 1e6:.0f} MB after {SPAN}, {last / 1e6:.0f} MB after {count} requests"


@pytest.mark.timeout(600)
def test_fuzz_finds_what_is_broken_and_tells_the_few_requests_that_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_clock: Clock) -> None:
        raise RuntimeError("broken for the test")

    monkeypatch.setattr(Clock, "freeze", broken)

    async def fuzz() -> None:
        async with fuzzing(1) as fuzz:
            await fuzz.run(2000, [])

    with pytest.raises(Found, match=r"broken for the test[^\0]*seed 1, episode \d+") as found:
        asyncio.run(fuzz())
    *others, last = str(found.value).split("\n\n")[2:]
    assert "/clock/freeze'" in last
    assert len(others) < 20
