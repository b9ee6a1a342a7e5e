"""Drawn people: every credential has the shape that its system asks for (facts), whatever the name."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from faker.providers.person.pl_PL import Provider as Names

from mock_server.kernel import making
from mock_server.kernel.clock import WARSAW
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.kernel.making import Holding, Recipe, give, make_child, make_person, take
from mock_server.kernel.people import Confirmation, Person
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
    assert profile.valid_until == NOW.replace(year=2029)
    assert card.valid_until == NOW.date() + 10 * YEAR
    assert re.fullmatch(r"D[A-Z]{2}\d{6} \d{6} \d{4} \d{8}", f"{card.number} {card.can} {card.pin1} {card.puk}")
    assert re.fullmatch(r"\+48[5-8]\d{8}", person.phone)
    for password in (profile.password, app.password, *(one.password for one in person.bank_customers.values())):
        assert len(password) >= 8
        assert all(re.search(kind, password) for kind in ("[A-Z]", r"\d", r"[^\w\s]|_"))
    assert set(person.bank_customers) == {bank.id for bank in INSTITUTIONS}


DAYS = [
    NOW,
    NOW + timedelta(days=1),
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),  # in Poland the year is over
    datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
    datetime(1950, 6, 1, tzinfo=UTC),
    datetime(2289, 1, 1, tzinfo=UTC),
]


def age_of(person: Person, now: datetime) -> int:
    today, born = now.astimezone(WARSAW).date(), person.birth_date
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


@pytest.mark.parametrize("day", DAYS[1:], ids=str)
def test_a_seed_makes_the_same_person_whatever_the_day(day: datetime) -> None:
    for seed in range(20):
        then, later = make_person(Recipe(seed), NOW), make_person(Recipe(seed), day)
        for one, now in ((then, NOW), (later, day)):
            assert one.trusted_profile
            assert one.id_card
            one.trusted_profile.valid_until = NOW
            one.id_card.valid_until -= now.date() - NOW.date()
        assert later == then


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.pesel)
def test_a_drawn_person_is_of_age_from_2026_on(person: Person) -> None:
    assert 18 <= age_of(person, datetime(2026, 1, 1, tzinfo=UTC)) <= 90
    assert birth_date_of(person.pesel) == person.birth_date


@pytest.mark.parametrize("age", [0, 12, 17, 18, 99])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_person_made_by_age_has_it_on_that_day(day: datetime, age: int) -> None:
    for seed in range(200):
        person = make_person(Recipe(seed, frozenset(), age=age), day)
        assert age_of(person, day) == age
        assert birth_date_of(person.pesel) == person.birth_date
        assert person.birth_date <= day.astimezone(WARSAW).date()


def test_whoever_is_made_by_age_is_the_seeds_person_but_for_the_birth_year() -> None:
    drawn, aged = make_person(Recipe(1), NOW), make_person(Recipe(1, age=12), NOW)
    assert (aged.birth_date.month, aged.birth_date.day) == (drawn.birth_date.month, drawn.birth_date.day)
    aged.birth_date, aged.pesel = drawn.birth_date, drawn.pesel
    assert aged == drawn


def test_a_birthday_on_the_29th_of_february_is_kept_a_day_early_by_age(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making._faker(), "date_between", lambda *_: date(2004, 2, 29))
    days = [datetime(2027, 2, 27, 12, tzinfo=UTC), datetime(2027, 2, 28, 12, tzinfo=UTC)]
    born = [make_person(Recipe(1, age=12), day).birth_date for day in days]
    assert born == [date(2014, 2, 28), date(2015, 2, 28)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_child_is_under_age_on_any_day_and_for_a_year_to_come(day: datetime) -> None:
    for parent in PEOPLE:
        child = make_child(parent, Recipe(int(parent.pesel[:4])), day)
        assert 1 <= age_of(child, day) <= 16
        assert (child.family_name, child.phone) == (parent.family_name, parent.phone)
        assert birth_date_of(child.pesel) == child.birth_date


@pytest.mark.parametrize("age", [0, 17])
def test_a_child_is_made_of_the_age_that_is_asked_for(age: int) -> None:
    assert {age_of(make_child(PEOPLE[0], Recipe(seed, age=age), NOW), NOW) for seed in range(50)} == {age}


def test_a_drawn_name_is_of_the_sex_that_the_pesel_tells() -> None:
    for person in [*PEOPLE, *(make_child(PEOPLE[0], Recipe(seed), NOW) for seed in range(60))]:
        female, male = set(Names.first_names_female), set(Names.first_names_male)
        told, other = (female, male) if int(person.pesel[9]) % 2 == 0 else (male, female)
        assert person.given_name in told - other, person


def test_no_two_people_share_what_names_them() -> None:
    for name in ("pesel", "phone"):
        assert len({getattr(person, name) for person in PEOPLE}) == len(PEOPLE)


def test_the_highest_serial_that_can_be_drawn_still_fits_into_a_pesel(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = make_person(Recipe(1), NOW)
    monkeypatch.setattr(making._faker(), "random_int", lambda _lowest, highest: highest)
    for one in (make_person(Recipe(2), NOW), make_child(parent, Recipe(1), NOW)):
        assert birth_date_of(one.pesel) == one.birth_date


FIELDS = {
    Holding.TRUSTED_PROFILE: "trusted_profile",
    Holding.BANKS: "bank_customers",
    Holding.ID_CARD: "id_card",
    Holding.MOBYWATEL: "mobywatel",
}


def nobody_minds(_person: Person) -> None:
    """Every person is welcome."""


def held(person: Person) -> set[Holding]:
    return {holding for holding, field in FIELDS.items() if getattr(person, field)}


def test_the_seed_decides_and_what_is_given_counts() -> None:
    drawn = make_person(Recipe(1), NOW)
    assert make_person(Recipe(1), NOW) == drawn
    given = make_person(Recipe(1, given_name="Ewa", family_name="Kot", birth_date=date(1899, 2, 28)), NOW)
    assert (given.full_name, given.birth_date, birth_date_of(given.pesel)) == ("Ewa Kot", *2 * [date(1899, 2, 28)])
    assert (given.phone, given.email) == (drawn.phone, drawn.email)
    assert "@" in given.email


@pytest.mark.parametrize("holdings", [frozenset[Holding](), *(frozenset({one}) for one in Holding), frozenset(Holding)])
def test_a_person_is_made_with_what_was_asked_for(holdings: frozenset[Holding]) -> None:
    assert held(make_person(Recipe(1, holdings), NOW)) == holdings


@pytest.mark.parametrize("confirmation", Confirmation)
def test_a_profile_confirms_as_was_asked_for(confirmation: Confirmation) -> None:
    profile = make_person(Recipe(1, confirmation=confirmation), NOW).trusted_profile
    assert profile
    assert profile.confirmation is confirmation


def test_a_customer_number_has_eight_digits_where_it_is_no_address() -> None:
    for person in PEOPLE:
        numbers = {bank: customer.number for bank, customer in person.bank_customers.items()}
        assert re.fullmatch(r"[\w.-]+@example\.(com|net|org)", numbers.pop("envelo"))
        assert all(re.fullmatch(r"\d{8}", number) for number in numbers.values())


def test_the_lowest_serial_that_can_be_drawn_is_the_first_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making._faker(), "random_int", lambda lowest, _highest: lowest)
    serials = {make_person(Recipe(seed), NOW).pesel[6:10] for seed in range(10)}
    assert serials == {"0000", "0001"}
    assert make_child(make_person(Recipe(1), NOW), Recipe(1), NOW).pesel[6:10] == "0000"


def test_a_child_has_its_parents_contacts_and_holds_nothing() -> None:
    parent = make_person(Recipe(1), NOW)
    first = make_child(parent, Recipe(1), NOW)
    assert first.email == parent.email
    assert held(first) == set()
    assert make_child(parent, Recipe(1), NOW) == first


@pytest.mark.parametrize("holding", Holding)
def test_what_is_given_later_is_drawn_anew_and_all_else_stays(holding: Holding) -> None:
    person, before = make_person(Recipe(1), NOW), make_person(Recipe(1), NOW)
    give(person, Recipe(2, frozenset({holding})), NOW + YEAR, nobody_minds)
    for name in vars(person):
        assert (getattr(person, name) == getattr(before, name)) is (name != FIELDS[holding]), name


def test_what_is_given_later_lives_from_then_on() -> None:
    person = make_person(Recipe(1), NOW)
    give(person, Recipe(2, confirmation=Confirmation.PUSH), NOW + YEAR, nobody_minds)
    assert person.trusted_profile
    assert person.id_card
    assert person.trusted_profile.valid_until == NOW.replace(year=2030)
    assert person.trusted_profile.confirmation is Confirmation.PUSH
    assert person.id_card.valid_until == NOW.date() + YEAR + 10 * YEAR


def test_the_same_seed_gives_the_same_later() -> None:
    one, other = make_person(Recipe(1), NOW), make_person(Recipe(1), NOW)
    for person in (one, other):
        give(person, Recipe(2), NOW, nobody_minds)
    assert one == other


def test_a_gift_that_is_refused_changes_nothing() -> None:
    person, before = make_person(Recipe(1), NOW), make_person(Recipe(1), NOW)
    shown: list[Person] = []

    def refuse(changed: Person) -> None:
        shown.append(changed)
        raise ValueError("no")

    with pytest.raises(ValueError, match=r"^no$"):
        give(person, Recipe(2, frozenset({Holding.ID_CARD})), NOW, refuse)
    assert person == before
    assert [one.id_card == before.id_card for one in shown] == [False]


@pytest.mark.parametrize("holding", Holding)
def test_what_is_taken_away_is_held_no_more(holding: Holding) -> None:
    person = make_person(Recipe(1), NOW)
    take(person, holding)
    assert held(person) == set(Holding) - {holding}
    assert getattr(person, FIELDS[holding]) == ({} if holding is Holding.BANKS else None)
