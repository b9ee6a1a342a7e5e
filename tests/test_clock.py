"""A world's clock: real time until a test moves it or lets it stand still."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mock_server.kernel.clock import WARSAW, Clock

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def error_of(clock: Clock, ahead: timedelta) -> timedelta:
    """How far the clock is from real time and so much ahead."""
    return abs(clock.now() - datetime.now(UTC) - ahead)


@pytest.fixture
def standing() -> Clock:
    clock = Clock()
    clock.freeze()
    clock.set(NOON)
    return clock


def test_it_begins_with_real_time() -> None:
    clock = Clock()
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().tzinfo is UTC
    assert clock.is_frozen is False


def test_it_is_moved_on_and_back_and_goes_on() -> None:
    clock = Clock()
    clock.advance(3 * HOUR)
    clock.advance(-HOUR)
    assert error_of(clock, 2 * HOUR) < timedelta(minutes=1)
    assert clock.is_frozen is False


def test_one_that_stands_still_is_moved_exactly(standing: Clock) -> None:
    assert standing.is_frozen is True
    assert standing.now() == NOON
    standing.advance(HOUR)
    assert standing.now() == NOON + HOUR
    standing.advance(-3 * HOUR)
    assert standing.now() == NOON - 2 * HOUR
    assert standing.is_frozen is True


def test_it_tells_in_utc_what_was_set_in_another_zone(standing: Clock) -> None:
    standing.set(datetime(2026, 7, 1, 0, 30, tzinfo=timezone(2 * HOUR)))
    assert standing.now().isoformat() == "2026-06-30T22:30:00+00:00"
    assert standing.now().astimezone(WARSAW).isoformat() == "2026-07-01T00:30:00+02:00"


def test_a_time_without_its_zone_moves_nothing(standing: Clock) -> None:
    with pytest.raises(ValueError, match=r"^give the time with its zone, as in 2026-01-31T12:00:00\+01:00$"):
        standing.set(datetime(2026, 7, 1, 0, 30))
    assert standing.now() == NOON


def test_it_runs_again_from_where_it_stood(standing: Clock) -> None:
    ahead = NOON - datetime.now(UTC)
    standing.resume()
    assert standing.is_frozen is False
    assert error_of(standing, ahead) < timedelta(minutes=1)


def test_one_that_runs_is_not_resumed() -> None:
    clock = Clock()
    clock.advance(HOUR)
    clock.resume()
    assert error_of(clock, HOUR) < timedelta(minutes=1)


@pytest.mark.parametrize(("last", "first_out"), [("1900-01-01T00:00Z", -1), ("2289-12-31T23:59:59Z", 1)])
def test_it_stays_where_everybody_has_a_pesel(standing: Clock, last: str, first_out: int) -> None:
    standing.set(datetime.fromisoformat(last))
    at_the_end = standing.now()
    for far in (timedelta(seconds=first_out), first_out * timedelta(days=999_999_999)):
        with pytest.raises(ValueError, match=r"^the clock goes from the year 1900 to 2289$"):
            standing.advance(far)
    assert standing.now() == at_the_end
