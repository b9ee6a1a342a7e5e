from datetime import UTC, datetime, timedelta

import pytest

from mock_server.sites.czytnik import rules

BEGAN = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "over"), [(29.999, False), (30, True), (31, True)])
def test_a_slow_reader_reads_for_its_whole_time(seconds: float, *, over: bool) -> None:
    assert rules.reading_is_over(BEGAN, 30, BEGAN + timedelta(seconds=seconds)) is over


def test_a_quick_reader_is_ready_at_once() -> None:
    assert rules.reading_is_over(BEGAN, 0, BEGAN)
