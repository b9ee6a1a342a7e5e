"""Whom one authorises and on which terms: what the form takes, what it refuses, and where it says why."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from e2e.morning import MORNING
from e2e.rights.conftest import Enter
from fixtures.authorising import Scope, Visitor
from fixtures.people import Person, PersonMaker
from fixtures.start import open_account
from fixtures.world import WorldControl
from pages.patient.authorising import AuthorisePage
from pages.patient.family import ChildrenPage

named = pytest.mark.behaviour("account.named")
terms = pytest.mark.behaviour("account.terms")
TODAY, DAY = MORNING.date(), timedelta(days=1)
UNKNOWN = (
    "Nie znaleźliśmy osoby o tym imieniu, nazwisku i numerze PESEL. "
    "Sprawdź, czy wszystkie trzy są takie jak w jej dowodzie."
)


@pytest.fixture
def carer(make_person: PersonMaker) -> Person:
    """Somebody who can be authorised."""
    return make_person(given_name="Zażółć", family_name="Łęcka Gęśl")


@pytest.fixture
def owner(person: Person, enter: Enter) -> Visitor:
    """Somebody who authorises."""
    return enter(person, "ikp")


def expect_wrong(owner: Visitor, name: str, why: str) -> None:
    """This field alone is marked wrong, and described by why."""
    (field,) = owner.browser.page.xpath("//*[@aria-invalid='true']")
    (told, *_) = str(field.get("aria-describedby")).split()
    assert field.get("name") == name
    assert why in owner.browser.text_of(f"//*[@id='{told}']")


@named
@terms
def test_a_mistake_is_told_at_its_field_and_nothing_that_was_typed_is_lost(
    page: Page, world: WorldControl, person: Person, carer: Person
) -> None:
    form = open_account(page, world, person).choose_tile(ChildrenPage).choose_authorise()
    form.fill_person("Ktośinny", carer.family_name, carer.pesel)
    form.choose_scope({"visits"})
    form.last_day.fill((TODAY + 7 * DAY).isoformat())
    form = form.submit(AuthorisePage)
    form.expect_field_error(AuthorisePage.pesel_label, UNKNOWN)
    form.expect_scope({"visits"})
    expect(form.last_day).to_have_value((TODAY + 7 * DAY).isoformat())
    assert world.authorisations() == []
    form.fill_person(carer.given_name, carer.family_name, carer.pesel)
    form.first_day.fill((TODAY - DAY).isoformat())
    form = form.submit(AuthorisePage)
    form.expect_field_error(AuthorisePage.first_day_label, "Upoważnienie może obowiązywać najwcześniej od dziś.")
    form.first_day.fill(TODAY.isoformat())
    form.choose_scope(())
    form = form.submit(AuthorisePage)
    expect(form.boxes.first).to_be_focused()
    expect(form.boxes.first).to_have_accessible_description("Zaznacz, co ta osoba może zobaczyć.")
    form.choose_scope({"visits"})
    granted = form.submit(ChildrenPage).granted
    expect(granted).to_contain_text(carer.full_name)
    expect(granted).to_contain_text("wizyty")


@named
@terms
def test_of_several_mistakes_the_first_alone_takes_the_focus(page: Page, world: WorldControl, person: Person) -> None:
    form = open_account(page, world, person).choose_tile(ChildrenPage).choose_authorise()
    form.choose_scope(())
    form.submit(AuthorisePage)
    expect(page.get_by_label("Imię osoby upoważnionej")).to_be_focused()
    expect(page.locator("main [autofocus]")).to_have_count(1)


@named
@pytest.mark.parametrize(
    "typed",
    [
        {"imie": "Zazolc"},
        {"imie": "Zażółć Maria"},
        {"nazwisko": "Łęcka"},
        {"nazwisko": "Łącka Gęśl"},
        {"pesel": "44051401359"},
    ],
    ids=["accents", "more-names", "half-a-name", "letter", "unknown"],
)
def test_name_and_pesel_must_both_be_the_same_person_s(
    world: WorldControl, owner: Visitor, carer: Person, typed: dict[str, str]
) -> None:
    assert owner.authorise(carer, typed=typed).status == 422
    expect_wrong(owner, "pesel", UNKNOWN)
    assert world.authorisations() == []


@named
def test_capitals_and_blanks_of_a_name_do_not_matter(world: WorldControl, owner: Visitor, carer: Person) -> None:
    owner.authorise(carer, typed={"imie": " zażółć ", "nazwisko": "ŁĘCKA   gęśl"})
    assert [one.authorised for one in world.authorisations()] == [carer.pesel]


@named
def test_nobody_authorises_themselves(world: WorldControl, owner: Visitor, person: Person) -> None:
    assert owner.authorise(person).status == 422
    expect_wrong(owner, "pesel", "To Twój numer PESEL")
    assert world.authorisations() == []


@named
@pytest.mark.parametrize(("born", "taken"), [("2008-11-19", True), ("2008-11-20", False)], ids=["18", "17"])
def test_only_who_is_of_age_can_be_authorised(
    world: WorldControl, make_person: PersonMaker, owner: Visitor, born: str, taken: bool
) -> None:
    owner.authorise(make_person(birth_date=born))
    assert len(world.authorisations()) == taken
    if not taken:
        expect_wrong(owner, "pesel", "ukończyła 18 lat")


@named
def test_one_person_has_one_right_at_a_time_and_others_theirs(
    world: WorldControl, make_person: PersonMaker, owner: Visitor, carer: Person, enter: Enter, person: Person
) -> None:
    owner.authorise(carer, Scope.VISITS, typed={"do": TODAY.isoformat()})
    assert owner.authorise(carer, Scope.REFERRALS).status == 422
    expect_wrong(owner, "pesel", "ma już upoważnienie")
    assert owner.authorise(make_person()).status == 200
    assert len(world.authorisations()) == 2
    world.advance(24 * 3600)
    assert enter(person, "ikp").authorise(carer, Scope.REFERRALS).status == 200


@named
def test_a_right_that_begins_later_is_one_already(world: WorldControl, owner: Visitor, carer: Person) -> None:
    tomorrow = (TODAY + DAY).isoformat()
    assert owner.authorise(carer, Scope.VISITS, typed={"od": tomorrow}).status == 200
    assert owner.authorise(carer, Scope.REFERRALS).status == 422
    expect_wrong(owner, "pesel", "ma już upoważnienie")
    assert len(world.authorisations()) == 1


@terms
@pytest.mark.parametrize(("first", "taken"), [(-1, False), (0, True), (1, True)], ids=["past", "today", "tomorrow"])
def test_a_right_begins_today_or_later(
    world: WorldControl, owner: Visitor, carer: Person, first: int, taken: bool
) -> None:
    day = TODAY + first * DAY
    owner.authorise(carer, typed={"od": day.isoformat()})
    assert [one.first_day for one in world.authorisations()] == [day] * taken
    if not taken:
        expect_wrong(owner, "od", "najwcześniej od dziś")


@terms
@pytest.mark.parametrize(("last", "taken"), [(4, False), (5, True)], ids=["before", "same-day"])
def test_a_right_ends_no_earlier_than_it_begins(
    world: WorldControl, owner: Visitor, carer: Person, last: int, taken: bool
) -> None:
    days = {"od": (TODAY + 5 * DAY).isoformat(), "do": (TODAY + last * DAY).isoformat()}
    owner.authorise(carer, typed=days)
    assert len(world.authorisations()) == taken
    if not taken:
        expect_wrong(owner, "do", "nie może być wcześniejszy")


@terms
@pytest.mark.parametrize(
    ("field", "day", "why"),
    [
        *(("od", day, "Podaj dzień") for day in ("", "jutro", "2027-02-29", "19.11.2026", "9999-12-31")),
        *(("do", day, "całą datę") for day in ("jutro", "2027-02-29", "19.11.2026", "2027-11", "9999-12-31")),
    ],
)
def test_what_is_no_day_is_told(
    world: WorldControl, owner: Visitor, carer: Person, field: str, day: str, why: str
) -> None:
    assert owner.authorise(carer, typed={field: day}).status == 422
    expect_wrong(owner, field, why)
    assert world.authorisations() == []


@named
@pytest.mark.parametrize("typed", ["4405140135", "440514013599", "44051401358", "44131401359", "4405140135x"])
def test_what_is_no_pesel_is_told(world: WorldControl, owner: Visitor, carer: Person, typed: str) -> None:
    assert owner.authorise(carer, typed={"pesel": typed}).status == 422
    expect_wrong(owner, "pesel", "11 cyfr, bez pomyłki")
    assert world.authorisations() == []


@terms
@pytest.mark.parametrize(("last", "taken"), [(2, False), (3, True)], ids=["yesterday", "today"])
def test_a_right_that_runs_keeps_its_first_day_and_can_still_change(
    world: WorldControl, person: Person, carer: Person, enter: Enter, last: int, taken: bool
) -> None:
    world.authorise(person, carer, scope={Scope.VISITS})
    world.advance(3 * 24 * 3600)
    owner = enter(person, "ikp")
    owner.change(Scope.REFERRALS, typed={"do": (TODAY + last * DAY).isoformat()})
    (right,) = world.authorisations()
    changed = (frozenset({Scope.REFERRALS}), TODAY + last * DAY)
    kept: tuple[frozenset[Scope], date | None] = (frozenset({Scope.VISITS}), None)
    assert right.first_day == TODAY
    assert (right.scope, right.last_day) == (changed if taken else kept)


@terms
def test_a_right_that_runs_can_begin_on_no_other_past_day(
    world: WorldControl, person: Person, carer: Person, enter: Enter
) -> None:
    world.authorise(person, carer)
    world.advance(3 * 24 * 3600)
    owner = enter(person, "ikp")
    assert owner.change(Scope.VISITS, typed={"od": (TODAY + DAY).isoformat()}).status == 422
    expect_wrong(owner, "od", "najwcześniej od dziś")
