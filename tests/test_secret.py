"""Values nobody can guess, in the shape that is asked for."""

import re
import secrets

import pytest

from mock_server.kernel.secret import digits, is_opaque_id, opaque_id


def test_an_identifier_has_192_bits_and_never_comes_again() -> None:
    made = {opaque_id() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(r"[\w-]{32}", one) for one in made)


@pytest.mark.parametrize("length", [1, 4, 6, 9])
def test_a_number_may_be_any_of_its_length(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "randbelow", lambda bound: bound - 1)
    assert digits(length) == "9" * length
    monkeypatch.setattr(secrets, "randbelow", lambda _bound: 7)
    assert digits(length) == "7".rjust(length, "0")


def test_an_identifier_is_known_by_its_look() -> None:
    assert all(is_opaque_id(opaque_id()) for _ in range(100))
    for other in ("", "b", "x" * 31, "x" * 33, "x" * 31 + " ", "x" * 31 + "ż", "x" * 450_000):
        assert not is_opaque_id(other)
