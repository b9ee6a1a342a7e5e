"""What the account makes of what login.gov.pl tells: nothing but itself."""

import unicodedata

import pytest

from mock_server.shared.patient import rules


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_composed(form: str) -> None:
    told = unicodedata.normalize(form, "Zażółć-Gęślą")  # type: ignore[arg-type]
    assert rules.name_as_told(told) == "Zażółć-Gęślą"


@pytest.mark.parametrize(("target", "path"), [("", "/konto"), ("/", "/konto"), ("/recepty/Ab-C", "/recepty/Ab-C")])
def test_landing(target: str, path: str) -> None:
    assert rules.landing_of(target) == path
