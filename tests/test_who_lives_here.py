"""The people of a world: found by what they type or hold, which is nobody else's."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import (
    Attempts,
    BankCustomer,
    Confirmation,
    DuplicatePerson,
    IdCard,
    MobywatelApp,
    People,
    Person,
    TrustedProfile,
)

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def somebody(pesel: str = "44051401359") -> Person:
    """Who holds nothing."""
    return Person(pesel, "Anna", "Łoś", date(1944, 5, 14), "+48500100200", "anna@example.org")


@pytest.fixture
def first() -> Person:
    return make_person(Recipe(1), NOW)


@pytest.fixture
def second() -> Person:
    return make_person(Recipe(2), NOW)


@pytest.fixture
def people(first: Person, second: Person) -> People:
    """Two with everything, and before them one with nothing."""
    people = People()
    for one in (somebody(), first, second):
        assert people.add(one) is one
    return people


def test_everybody_is_counted_and_listed_as_they_came(people: People, first: Person, second: Person) -> None:
    assert len(people) == 3
    assert list(people) == [somebody(), first, second]


@pytest.mark.parametrize("which", [0, 1])
def test_a_person_is_found_by_what_is_theirs(people: People, first: Person, second: Person, which: int) -> None:
    one = (first, second)[which]
    assert one.trusted_profile
    assert one.id_card
    assert people.by_pesel(one.pesel) is one
    assert people.by_username(one.trusted_profile.username) is one
    assert people.by_card(one.id_card.number) is one
    assert people.by_phone(one.phone) is one
    for bank, customer in one.bank_customers.items():
        assert people.by_customer_number(bank, customer.number) is one


def test_nobody_is_found_by_what_is_nobodys(people: People, first: Person) -> None:
    assert people.by_pesel("") is None
    assert people.by_username("") is None
    assert people.by_card("") is None
    assert people.by_phone("") is None
    assert people.by_customer_number("mbank", first.bank_customers["ipko"].number) is None
    assert people.by_customer_number("no-bank", first.bank_customers["ipko"].number) is None


def test_who_leaves_is_found_no_more_and_may_leave_twice(people: People, first: Person, second: Person) -> None:
    people.remove(first.pesel)
    people.remove(first.pesel)
    assert people.by_pesel(first.pesel) is None
    assert list(people) == [somebody(), second]


def with_username(one: Person, other: Person) -> str:
    assert one.trusted_profile
    assert other.trusted_profile
    one.trusted_profile.username = other.trusted_profile.username
    return f"the user name {other.trusted_profile.username} is taken in this world"


def with_card(one: Person, other: Person) -> str:
    assert one.id_card
    assert other.id_card
    one.id_card.number = other.id_card.number
    return f"the card {other.id_card.number} is taken in this world"


def with_customer_number(one: Person, other: Person) -> str:
    one.bank_customers["envelo"].number = other.bank_customers["envelo"].number
    return f"the customer number {other.bank_customers['envelo'].number} is taken at envelo"


def with_pesel(one: Person, other: Person) -> str:
    one.pesel = other.pesel
    return f"PESEL {other.pesel} is taken in this world"


@pytest.mark.parametrize("take", [with_username, with_card, with_customer_number, with_pesel])
def test_nobody_comes_with_what_is_anothers(
    people: People, second: Person, take: Callable[[Person, Person], str]
) -> None:
    stranger = make_person(Recipe(3), NOW)
    told = take(stranger, second)
    with pytest.raises(DuplicatePerson) as refused:
        people.add(stranger)
    assert str(refused.value) == told
    assert len(people) == 3


def test_what_is_ones_own_is_no_twin(people: People, first: Person) -> None:
    people.require_unique(first)
    people.require_unique(somebody())


def test_nothing_is_held_and_nothing_was_tried_at_the_beginning() -> None:
    one, other = somebody(), somebody()
    assert (one.trusted_profile, one.id_card, one.mobywatel) == (None, None, None)
    assert (one.bank_customers, one.children, one.may_see) == ({}, [], [])
    assert one.children is not other.children
    profile = TrustedProfile("anna", "secret", NOW)
    assert (profile.confirmation, profile.bank) == (Confirmation.SMS, None)
    for holds in (profile, BankCustomer("1", "secret"), MobywatelApp("secret")):
        assert (holds.attempts.wrong, holds.attempts.locked_until) == (0, None)
    card = IdCard("DAA000001", "111111", "1111", "11111111", NOW.date())
    assert (card.revoked, card.wrong_pins, card.wrong_puks) == (False, 0, 0)
    assert Attempts() == Attempts(0, None)


def test_a_full_name_is_both_names() -> None:
    assert somebody().full_name == "Anna Łoś"
