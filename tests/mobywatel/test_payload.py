"""The text of a code: written as the facts say, and read in no other form."""

from datetime import UTC, datetime

import pytest

from mock_server.shared.mobywatel_code import Payload, ReadCode, read

UUID = "9f6a05fd-bc89-4d16-a972-714e63651da6"
HOST = "login-mobywatel--w1.localhost"
TEXT = f"8;D;1;;;9216;;{UUID};1767225600000;1767225900000;{HOST};0;3;;"


def test_a_code_has_fifteen_fields_and_moments_in_milliseconds() -> None:
    issued, expires = (datetime(2026, 1, 1, 0, minute, tzinfo=UTC) for minute in (0, 5))
    assert Payload(UUID, issued, expires, HOST).text() == TEXT


@pytest.mark.parametrize("year", [1900, 1969, 1970, 2289])
def test_a_code_of_any_year_that_a_clock_goes_to_is_read_again(year: int) -> None:
    moment = datetime(year, 1, 1, tzinfo=UTC)
    assert read(Payload(UUID, moment, moment, HOST).text()) == ReadCode(UUID, HOST)


@pytest.mark.parametrize("text", [TEXT, f"  {TEXT}\n", TEXT.replace(UUID, UUID.upper())])
def test_what_is_written_is_read_again(text: str) -> None:
    assert read(text) == ReadCode(UUID, HOST)


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT.removesuffix(";"),
        f"{TEXT};",
        TEXT.replace("8;D;1", "9;D;1"),
        TEXT.replace(";0;3;;", ";0;4;;"),
        TEXT.replace(UUID, "no-uuid"),
        TEXT.replace("1767225600000", "now"),
        TEXT.replace("1767225900000", "soon"),
        TEXT.replace("1767225600000", "--1"),
        TEXT.replace("1767225600000", "²"),
    ],
)
def test_another_form_is_not_read(text: str) -> None:
    assert read(text) is None
