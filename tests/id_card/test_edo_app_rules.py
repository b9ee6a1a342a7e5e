import pytest

from mock_server.sites.edo_app import rules

OURS = "e-dowod.localhost"


@pytest.mark.parametrize(("scheme", "ours"), [("edo", True), ("https", False), ("edox", False), ("", False)])
def test_only_our_scheme_is_taken_up(scheme: str, *, ours: bool) -> None:
    assert rules.scheme_is_ours(scheme) is ours


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("e-dowod.localhost", True),
        ("e-dowod.localhost.evil.example", False),
        ("x.e-dowod.localhost", False),
        ("e-dowod--other.localhost", False),
        ("", False),
    ],
)
def test_only_the_login_pages_own_host_is_trusted(host: str, *, ours: bool) -> None:
    assert rules.host_is_ours(host, OURS) is ours


@pytest.mark.parametrize(
    ("number", "well_formed"), [("012345678", True), ("12345678", False), ("0123456789", False), ("01234567x", False)]
)
def test_a_number_has_nine_digits(number: str, *, well_formed: bool) -> None:
    assert rules.number_is_well_formed(number) is well_formed
