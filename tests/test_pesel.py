"""PESEL: the birth date of every century, and what is none."""

from datetime import date

import pytest

from mock_server.kernel.pesel import PeselInvalid, birth_date_of, check_digit, pesel_for

KNOWN = [
    ("1800-01-01", 0, "00810100002"),
    ("1899-12-31", 9999, "99923199997"),
    ("1900-01-01", 1, "00010100015"),
    ("1944-05-14", 135, "44051401359"),
    ("1999-12-31", 1234, "99123112343"),
    ("2000-01-01", 42, "00210100424"),
    ("2099-12-31", 5678, "99323156789"),
    ("2100-01-01", 777, "00410107779"),
    ("2199-12-31", 4321, "99523143215"),
    ("2200-01-01", 9, "00610100099"),
    ("2299-12-31", 8765, "99723187651"),
]


@pytest.mark.parametrize(("born", "serial", "pesel"), KNOWN)
def test_a_pesel_carries_the_birth_date(born: str, serial: int, pesel: str) -> None:
    assert pesel_for(date.fromisoformat(born), serial) == pesel
    assert birth_date_of(pesel).isoformat() == born


@pytest.mark.parametrize(("place", "weight"), list(enumerate((1, 3, 7, 9, 1, 3, 7, 9, 1, 3))))
def test_every_digit_has_its_weight_in_the_check_digit(place: int, weight: int) -> None:
    assert check_digit("0" * place + "1" + "0" * (9 - place)) == str(10 - weight)


def test_the_check_digit_of_nothing_is_nothing() -> None:
    assert check_digit("0" * 10) == "0"


@pytest.mark.parametrize("pesel", ["", "4405140135", "440514013590", "4405140135a", "44051401３５９", " 4405140135"])
def test_what_has_not_eleven_digits_is_none(pesel: str) -> None:
    with pytest.raises(PeselInvalid) as refused:
        birth_date_of(pesel)
    assert str(refused.value) == f"a PESEL is 11 digits, this has {len(pesel)} characters"


@pytest.mark.parametrize("last", "012345678")
def test_another_check_digit_is_told(last: str) -> None:
    with pytest.raises(PeselInvalid, match=r"^the check digit does not agree$"):
        birth_date_of("4405140135" + last)


@pytest.mark.parametrize("month", ["00", "13", "19", "20", "40", "60", "80", "93", "95", "99"])
def test_a_month_of_no_century_is_told(month: str) -> None:
    ten = f"44{month}140135"
    with pytest.raises(PeselInvalid, match=r"^the first six digits are no date: month must be in 1\.\.12"):
        birth_date_of(ten + check_digit(ten))


@pytest.mark.parametrize(("day", "right"), [("0100", False), ("0131", True), ("0132", False), ("0230", False)])
def test_a_day_of_no_month_is_told(day: str, *, right: bool) -> None:
    ten = f"44{day}0135"
    pesel = ten + check_digit(ten)
    if right:
        assert birth_date_of(pesel) == date(1944, 1, 31)
    else:
        with pytest.raises(PeselInvalid, match=r"^the first six digits are no date: day "):
            birth_date_of(pesel)
