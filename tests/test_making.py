"""Drawn people: every credential has the shape that its system asks for (facts), whatever the name."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from faker.providers.person.pl_PL import Provider as Names

from mock_server.kernel import making
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.kernel.making import PROFILE_YEARS, Recipe, make_child, make_person
from mock_server.kernel.people import Person
from mock_server.kernel.pesel import birth_date_of

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
YEAR = timedelta(days=365)
PEOPLE = [make_person(Recipe(seed), NOW) for seed in range(60)]


@pytest.mark.parametrize(
    ("given", "family", "begins"),
    [("Łucja", "Łęcka-Żółć", "lucja.leckazolc"), ("Paweł", "Ćwikła", "pawel.cwikla"), ("Anna", "O’Neil", "anna.oneil")],
)
def test_a_user_name_writes_polish_letters_plainly(given: str, family: str, begins: str) -> None:
    profile = make_person(Recipe(1, given_name=given, family_name=family), NOW).trusted_profile
    assert profile
    assert re.fullmatch(rf"{begins}\d{{4}}", profile.username)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.pesel)
def test_credentials_have_the_shape_that_is_asked_for(person: Person) -> None:
    profile, card, app = person.trusted_profile, person.id_card, person.mobywatel
    assert profile
    assert card
    assert app
    assert profile.valid_until == NOW + PROFILE_YEARS
    assert card.valid_until == NOW.date() + 10 * YEAR
    assert re.fullmatch(r"D[A-Z]{2}\d{6} \d{6} \d{4} \d{8}", f"{card.number} {card.can} {card.pin1} {card.puk}")
    assert re.fullmatch(r"\+48[5-8]\d{8}", person.phone)
    for password in (profile.password, app.password, *(one.password for one in person.bank_customers.values())):
        assert len(password) >= 8
        assert all(re.search(kind, password) for kind in ("[A-Z]", r"\d", r"[^\w\s]|_"))
    assert set(person.bank_customers) == {bank.id for bank in INSTITUTIONS}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.pesel)
def test_a_person_is_of_age_and_a_child_is_not(person: Person) -> None:
    child = make_child(person, 1, NOW)
    assert 18 * YEAR < NOW.date() - person.birth_date < 91 * YEAR
    assert timedelta() < NOW.date() - child.birth_date < 18 * YEAR
    assert (child.family_name, child.phone) == (person.family_name, person.phone)
    assert [birth_date_of(one.pesel) for one in (person, child)] == [person.birth_date, child.birth_date]


def test_a_drawn_name_is_of_the_sex_that_the_pesel_tells() -> None:
    for person in [*PEOPLE, *(make_child(parent, 1, NOW) for parent in PEOPLE)]:
        female, male = set(Names.first_names_female), set(Names.first_names_male)
        told, other = (female, male) if int(person.pesel[9]) % 2 == 0 else (male, female)
        assert person.given_name in told - other, person


def test_no_two_people_share_what_names_them() -> None:
    for name in ("pesel", "phone"):
        assert len({getattr(person, name) for person in PEOPLE}) == len(PEOPLE)


def test_the_highest_serial_that_can_be_drawn_still_fits_into_a_pesel(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = make_person(Recipe(1), NOW)
    monkeypatch.setattr(making._faker(), "random_int", lambda _lowest, highest: highest)
    for one in (make_person(Recipe(2), NOW), make_child(parent, 1, NOW)):
        assert birth_date_of(one.pesel) == one.birth_date
