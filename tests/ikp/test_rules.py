import pytest

from mock_server.sites.ikp import rules

LISTED = ("/wylogowano", "http://pacjent.localhost:8000/?komunikat=wylogowano")


@pytest.mark.parametrize(("box", "given"), [("tak", True), ("", False), ("nie", False), ("on", False)])
def test_consent_is_a_ticked_box(box: str, given: bool) -> None:
    assert rules.consent_is_given(box) is given


@pytest.mark.parametrize("wanted", LISTED)
def test_a_logout_leads_to_a_listed_page(wanted: str) -> None:
    assert rules.leads_to_listed_page(wanted, LISTED)


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "/",
        "https://evil.example/",
        "//evil.example",
        "/wylogowano/",
        LISTED[1] + "x",
        "http://pacjent.localhost:8000",
    ],
)
def test_a_logout_leads_nowhere_else(wanted: str) -> None:
    assert not rules.leads_to_listed_page(wanted, LISTED)
