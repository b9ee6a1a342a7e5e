"""Rules, and what decides in their place where a fault is planted."""

import asyncio

import pytest

from mock_server.faults.replacing import always, replaced
from mock_server.kernel.rules import name_of, replacing, rule, rules, seam, true
from mock_server.web import rules as web_rules


@rule
def is_small(number: int, *, limit: int = 10) -> bool:
    return number < limit


class Counter:
    def __init__(self) -> None:
        self.count = 0

    @seam
    def add(self, number: int) -> int:
        self.count += number
        return self.count


@seam
async def greet(name: str) -> str:
    return f"Hello {name}"


def test_a_seam_is_replaced_in_every_object_until_its_block_ends() -> None:
    counter = Counter()
    with replacing({name_of(Counter.add): lambda self, number: true(Counter.add)(self, 2 * number)}):
        assert counter.add(1) == 2
    assert counter.add(1) == 3


def test_a_seam_may_be_awaited() -> None:
    async def shout(name: str) -> str:
        return (await true(greet)(name)).upper()

    assert asyncio.run(greet("Ala")) == "Hello Ala"
    with replacing({"tests.greet": shout}):
        assert asyncio.run(greet("Ala")) == "HELLO ALA"


def test_what_is_not_marked_has_no_name() -> None:
    with pytest.raises(ValueError, match="neither a rule nor a seam"):
        name_of(len)


def test_a_rule_is_known_by_its_site_and_its_function() -> None:
    assert "tests.is_small" in rules()
    assert web_rules.ask_is_unused.__module__ == "mock_server.web.rules"
    assert "web.ask_is_unused" in rules()


def test_without_a_fault_it_decides_itself() -> None:
    assert is_small(9)
    assert not is_small(10)
    assert not is_small(9, limit=9)


def test_a_replacement_is_asked_what_the_rule_was_asked_and_the_true_rule_stays_at_hand() -> None:
    with replacing({"tests.is_small": lambda *args, **kwargs: (args, kwargs)}):
        told: object = is_small(1, limit=2)
        assert true(is_small)(1)
    assert told == ((1,), {"limit": 2})


def test_another_rules_replacement_decides_nothing() -> None:
    with replacing({"tests.is_big": lambda _number: False}):
        assert is_small(1)


def test_a_replacement_decides_until_its_block_ends() -> None:
    with replacing({"tests.is_small": lambda _number: False}):
        with replacing({}):
            assert is_small(1)
        assert not is_small(1)
    assert is_small(1)


def test_even_a_block_that_fails_ends_it() -> None:
    with (
        pytest.raises(RuntimeError, match=r"^failed$"),
        replacing({"tests.is_small": lambda _number: False}),
    ):
        raise RuntimeError("failed")
    assert is_small(1)


def test_two_rules_never_share_a_name() -> None:
    def is_small() -> bool:
        return True

    with pytest.raises(ValueError, match=r"^two rules or seams are named tests\.is_small: rename one$"):
        rule(is_small)


def test_a_replacement_of_another_signature_is_an_error_of_the_type_checker() -> None:
    """mypy asserts each ignored error: once it no longer shows, its comment is unused, which is an error too."""
    planted = [
        replaced(is_small, lambda number, *, limit=10: number <= limit),
        replaced(is_small, lambda other, *, limit=10: other <= limit),  # type: ignore[arg-type]
        replaced(is_small, lambda number: number <= 10),  # type: ignore[arg-type, misc]
        replaced(is_small, lambda number, *, limit=10: str(number + limit)),  # type: ignore[arg-type, return-value]
        replaced(Counter.add, lambda self, number: [number]),  # type: ignore[arg-type, return-value]
        always(is_small, True),
        always(is_small, "yes"),  # type: ignore[misc]
    ]
    assert {fault.name for fault in planted} == {"tests.is_small", "tests.Counter.add"}
