"""The sentences of a refusal: what would have been right, what came, and what is nearest."""

import pytest

from mock_server.saml.errors import LONGEST_QUOTE, expected_got, quoted


@pytest.mark.parametrize(
    ("right", "got", "told"),
    [
        ([], "a", "it: expected nothing (none is registered), got 'a'"),
        (["abcd"], "abce", "it: expected 'abcd', got 'abce'"),
        (["abcd", "xyz"], "abce", "it: expected 'abcd' or 'xyz', got 'abce'; nearest is 'abcd'"),
        (["abcd", "xyz"], None, "it: expected 'abcd' or 'xyz', got nothing"),
        ("fabcde", "-", "it: expected 'a' or 'b' or 'c' or 'd' or 'e', got '-'"),
    ],
)
def test_a_refusal_is_one_sentence(right: list[str], got: str | None, told: str) -> None:
    assert expected_got("it", right, got) == told


def test_a_long_value_is_cut() -> None:
    assert quoted("x" * (LONGEST_QUOTE - 2)) == repr("x" * (LONGEST_QUOTE - 2))
    assert quoted("x" * (LONGEST_QUOTE - 1)) == "'" + "x" * (LONGEST_QUOTE - 1) + "…"
