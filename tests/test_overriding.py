"""Rules, and what decides in their place where a fault is planted."""

import pytest

from mock_server.kernel.rules import overriding, rule, rule_names
from mock_server.web import rules as web_rules


@rule
def is_small(number: int, *, limit: int = 10) -> bool:
    return number < limit


def test_a_rule_is_known_by_its_site_and_its_function() -> None:
    assert "test_overriding.is_small" in rule_names()
    assert web_rules.ask_is_unused.__module__ == "mock_server.web.rules"
    assert "web.ask_is_unused" in rule_names()


def test_without_a_fault_it_decides_itself() -> None:
    assert is_small(9)
    assert not is_small(10)
    assert not is_small(9, limit=9)


def test_a_replacement_is_given_the_rule_and_what_it_was_asked() -> None:
    with overriding({"test_overriding.is_small": lambda true: lambda *args, **kwargs: (true, args, kwargs)}):
        told: object = is_small(1, limit=2)
    assert told == (is_small.__wrapped__, (1,), {"limit": 2})  # type: ignore[attr-defined]


def test_another_rules_replacement_decides_nothing() -> None:
    with overriding({"test_overriding.is_big": lambda _true: lambda _number: False}):
        assert is_small(1)


def test_a_replacement_decides_until_its_block_ends() -> None:
    with overriding({"test_overriding.is_small": lambda _true: lambda _number: False}):
        with overriding({}):
            assert is_small(1)
        assert not is_small(1)
    assert is_small(1)


def test_even_a_block_that_fails_ends_it() -> None:
    with (
        pytest.raises(RuntimeError, match=r"^failed$"),
        overriding({"test_overriding.is_small": lambda _true: lambda _number: False}),
    ):
        raise RuntimeError("failed")
    assert is_small(1)


def test_two_rules_never_share_a_name() -> None:
    def is_small() -> bool:
        return True

    with pytest.raises(ValueError, match=r"^two rules are named test_overriding\.is_small: rename one$"):
        rule(is_small)
