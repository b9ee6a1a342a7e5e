"""Instants and dates: what is written, what is read, and what is neither."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mock_server.saml import SamlRefused
from mock_server.saml.times import read_date, read_instant, write_date, write_instant

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        (NOON, "2026-01-31T12:00:00.000Z"),
        (NOON.replace(microsecond=987_654), "2026-01-31T12:00:00.987Z"),
        (NOON.astimezone(timezone(timedelta(hours=2))), "2026-01-31T12:00:00.000Z"),
    ],
)
def test_an_instant_is_written_in_utc_to_the_millisecond(instant: datetime, written: str) -> None:
    assert write_instant(instant) == written


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-31T12:00:00Z", NOON),
        ("2026-01-31T12:00:00", NOON),
        ("2026-01-31T12:00:00.987Z", NOON.replace(microsecond=987_000)),
        ("2026-01-31T14:30:00+02:30", NOON),
        ("2026-01-31T10:00:00-02:00", NOON),
    ],
)
def test_an_instant_is_read(text: str, instant: datetime) -> None:
    assert read_instant(text) == instant
    assert read_instant(text).tzinfo is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-01-31",
        "20260131T120000Z",
        "2026-01-31 12:00:00Z",
        "2026-01-31T12:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00+0200",
        "2026-01-31T12:00:00ZZ",
        " 2026-01-31T12:00:00Z",
        "2026-01-32T12:00:00Z",
        "2026-01-31T24:00:01Z",
    ],
)
def test_what_is_no_instant_is_told_so_and_not_quoted(text: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        read_instant(text)
    assert str(refused.value) == "malformed: an instant is not an xs:dateTime such as 2026-01-31T12:00:00Z"


def test_a_date_is_written_with_its_zone() -> None:
    assert write_date(date(1987, 2, 2)) == "1987-02-02Z"


@pytest.mark.parametrize("text", ["1987-02-22", "1987-02-22Z", "1987-02-22+01:00", "1987-02-22-11:00"])
def test_a_date_is_read(text: str) -> None:
    assert read_date(text) == date(1987, 2, 22)


@pytest.mark.parametrize("text", ["", "19870222", "1987-W08-7", "1987-02-22+0100", "1987-02-22ZZ", "1987-02-30", "x"])
def test_what_is_no_date_is_told_so_and_not_quoted(text: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        read_date(text)
    assert str(refused.value) == "malformed: a date is not an xs:date such as 1987-02-22Z"
