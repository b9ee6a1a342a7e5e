"""What the account makes of what login.gov.pl tells: nothing but itself."""

import unicodedata
from datetime import date

import pytest

from mock_server.shared.patient import rules


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_composed(form: str) -> None:
    told = unicodedata.normalize(form, "Zażółć-Gęślą")  # type: ignore[arg-type]
    assert rules.name_as_told(told) == "Zażółć-Gęślą"


def test_leading_zero_and_century_stay() -> None:
    assert rules.pesel_as_told("05310700003") == "05310700003"
    assert rules.birth_date_as_told(date(1899, 12, 31), "99923100007") == date(1899, 12, 31)


@pytest.mark.parametrize(("target", "path"), [("", "/konto"), ("/", "/konto"), ("/recepty/Ab-C", "/recepty/Ab-C")])
def test_landing(target: str, path: str) -> None:
    assert rules.landing_of(target) == path


def test_only_the_session_says_whose_data_show() -> None:
    assert rules.patient_shown("05310700003", "99123100007") == "05310700003"
