import pytest

from mock_server.web import rules


@pytest.mark.parametrize("target", ["/", "/recepty", "/recepty?a=1&b=//c#d", "/%C4%85", "/a//b", "/%2525"])
def test_a_path_of_this_site_may_be_returned_to(target: str) -> None:
    assert rules.target_is_own(target) is True


@pytest.mark.parametrize(
    "target",
    [
        "", "recepty", "https://evil.example/", "//evil.example", "/%2Fevil.example", "/%252Fevil.example",
        "%2F%2Fevil.example", "/\\evil.example", "/%5Cevil.example", "/%255Cevil.example", "/a\rb", "/a%0Db", "/a\nb",
        "/a%0Ab", "/a\tb", "/%09/evil.example", "/a\0b", "/a%00b",
    ],
)  # fmt: skip
def test_nothing_else_may(target: str) -> None:
    assert rules.target_is_own(target) is False
