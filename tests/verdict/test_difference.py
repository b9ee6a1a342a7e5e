"""A difference is told in few lines: a whole element in one, and what only follows as a number."""

from mock_server.verdict.judging.record import Change
from mock_server.verdict.telling.difference import Line, lines_of

SAML = "{urn:oasis:names:tc:SAML:2.0:protocol}"


def test_a_value_is_told_with_both_sides() -> None:
    assert lines_of([Change("T@ID", "a", "b")]) == [Line(" ", "T@ID"), Line("-", "a"), Line("+", "b")]


def test_a_large_element_is_one_line() -> None:
    inside = [Change(f"R/Response@A{number}", None, "x") for number in range(11)]
    added = [Change("R/Response", None, f"{SAML}Response"), *inside, Change("R/ResponseElse#text", None, "y")]
    assert lines_of(added) == [
        Line(" ", "R/Response"),
        Line("+", "<Response>, with 11 things in it"),
        Line(" ", "R/ResponseElse#text"),
        Line("+", "y"),
    ]


def test_a_small_element_is_told_with_what_is_in_it() -> None:
    added = [Change("R/Status", None, f"{SAML}Status"), Change("R/Status@Value", None, "x")]
    assert [line.text for line in lines_of(added) if line.mark == "+"] == [f"{SAML}Status", "x"]


def test_what_follows_is_counted() -> None:
    (line,) = lines_of([Change("R/Signature/SignatureValue#text", "a", "b", True)])
    assert "1 digests" in line.text


def test_a_long_value_is_cut() -> None:
    assert len(lines_of([Change("T@ID", None, "x" * 10_000)])[1].text) < 1300
