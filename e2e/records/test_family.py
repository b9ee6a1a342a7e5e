"""The accounts of others: a child's or an authorising adult's page shows that person's record, whole, and no other."""

import pytest

from e2e.records.cases import TODAY, WHOLE, looks_like_html, many
from e2e.records.conftest import RecordOpener
from e2e.records.reading import cards_in, facts_in
from e2e.records.shown import KINDS, Card, told_day
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.record import EMPTY, Record
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.others_record")


def open_other(browser: HttpBrowser, world: WorldControl, person: Person, site: str = "ikp") -> None:
    """Follow the tile of this person."""
    browser.open(world.url(site, "/uprawnienia"))
    named = "//main//li/a[normalize-space(strong)=$name]/@href"
    (address,) = browser.page.xpath(named, name=person.full_name)
    browser.open(world.url(site, address))
    assert browser.heading == person.full_name


def shown(browser: HttpBrowser) -> dict[str, list[Card]]:
    """What each section of the page shows, by its heading."""
    sections = browser.page.xpath("//main/section")
    return {str(section.xpath("string(h2)")): cards_in(section) for section in sections}


def expected(record: Record) -> dict[str, list[Card]]:
    """Every kind, in the order of the account."""
    return {kind.title: kind.cards(record, TODAY) for kind in KINDS.values()}


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
@pytest.mark.parametrize("record", [WHOLE, looks_like_html(), many(12, on_each_day=2)], ids=["whole", "html", "many"])
def test_each_persons_page_shows_their_own_record_and_nobody_elses(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, record: Record, site: str
) -> None:
    reader, adult = make_person(), make_person()
    child, sibling = make_person.child_of(reader), make_person.child_of(reader)
    world.change_person(reader.pesel, may_see=[adult.pesel])
    records = {child.pesel: record, sibling.pesel: EMPTY, adult.pesel: many(3, on_each_day=1)}
    for pesel, put in records.items():
        world.put_record(world.person(pesel), put)
    browser = open_record(reader, many(7, on_each_day=1), site)
    for person in (child, sibling, adult):
        open_other(browser, world, person, site)
        facts = (("PESEL", person.pesel), ("Data urodzenia", told_day(person.birth_date)))
        (main,) = browser.page.xpath("//main")
        assert facts_in(main) == facts
        assert shown(browser) == expected(records[person.pesel])


def test_who_has_nothing_of_a_kind_is_told_so_in_every_section(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener
) -> None:
    reader = make_person()
    child = make_person.child_of(reader)
    world.put_record(child, EMPTY)
    browser = open_record(reader, WHOLE, "ikp")
    open_other(browser, world, child)
    sections = browser.page.xpath("//main/section")
    assert len(sections) == len(KINDS)
    assert all("Nie ma tu" in section.text_content() for section in sections)
    assert browser.page.xpath("//main//ul") == []


def test_a_childs_prescription_opens_to_no_parent_as_a_document(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener
) -> None:
    reader = make_person()
    child = make_person.child_of(reader)
    world.put_record(child, WHOLE)
    browser = open_record(reader, EMPTY, "ikp")
    open_other(browser, world, child)
    assert browser.page.xpath("//main/section//a") == []
    for one in world.record(child).prescriptions:
        for end in ("", "/pdf"):
            assert browser.read(world.url("ikp", f"/recepty/{one.id}{end}")).status_code == 404
