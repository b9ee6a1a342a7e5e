"""The sentences of a refusal: what would have been right, what came, and what is nearest."""

import pytest

from mock_server.saml import SamlRefused, StatusNotSuccess
from mock_server.saml.errors import LONGEST_QUOTE, expected_got, fails_closed, quoted

STATUS = "urn:oasis:names:tc:SAML:2.0:status"


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


def test_the_longest_quote_has_200_characters() -> None:
    assert (len(quoted("x" * 198)), quoted("x" * 198)[-1]) == (200, "'")
    assert (len(quoted("x" * 199)), quoted("x" * 199)[-1]) == (201, "…")


def test_at_most_five_right_values_are_listed_and_the_nearest_of_all() -> None:
    told = expected_got("it", "abcdefg", "g")
    assert told == "it: expected 'a' or 'b' or 'c' or 'd' or 'e', got 'g'; nearest is 'g'"


def test_what_is_only_a_little_alike_is_not_near() -> None:
    assert expected_got("it", ["aaaaaa", "bbbbbb"], "aabxyzxyz").endswith("got 'aabxyzxyz'")
    assert expected_got("it", ["aaaaaa", "bbbbbb"], "aaaxyzxyz").endswith("got 'aaaxyzxyz'; nearest is 'aaaaaa'")


def test_a_refusal_is_answered_with_request_denied_unless_it_says_otherwise() -> None:
    refused = SamlRefused("code", "detail")
    assert (str(refused), refused.code, refused.detail) == ("code: detail", "code", "detail")
    assert refused.status == (f"{STATUS}:Requester", f"{STATUS}:RequestDenied")
    assert SamlRefused("code", "detail", "a", "b").status == ("a", "b")


@pytest.mark.parametrize(
    ("codes", "message", "told"),
    [
        ((f"{STATUS}:Responder", f"{STATUS}:AuthnFailed"), "no", "the peer answered Responder / AuthnFailed: 'no'"),
        (("Odd",), None, "the peer answered Odd: nothing"),
    ],
)
def test_another_status_than_success_is_told_with_its_codes(
    codes: tuple[str, ...], message: str | None, told: str
) -> None:
    refused = StatusNotSuccess(codes, message)
    assert (refused.code, refused.detail) == ("status_not_success", told)
    assert (refused.codes, refused.status, refused.message) == (codes, codes, message)


def test_a_check_that_breaks_refuses_and_tells_nothing_of_the_inside() -> None:
    @fails_closed
    def check(answer: str | Exception) -> str:
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert check("fine") == "fine"
    inside = KeyError("02070803628")
    with pytest.raises(SamlRefused) as refused:
        check(inside)
    assert str(refused.value) == "check_failed: a check could not be completed"
    assert refused.value.status == (f"{STATUS}:Responder",)
    assert refused.value.__cause__ is inside
    known = SamlRefused("code", "detail")
    with pytest.raises(SamlRefused) as refused:
        check(known)
    assert refused.value is known
