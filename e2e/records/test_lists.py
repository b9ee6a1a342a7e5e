"""The lists of both accounts: every entry that was put, every field of it, newest first, and nothing else."""

import pytest

from e2e.records.cases import TODAY, WHOLE, looks_like_html, many
from e2e.records.conftest import RecordOpener
from e2e.records.reading import cards_in
from e2e.records.shown import KINDS, Card
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.record import EMPTY, Record
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.record")
sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])


def listed(browser: HttpBrowser, world: WorldControl, site: str, kind: str) -> list[Card]:
    """What the list of this kind shows."""
    browser.open(world.url(site, KINDS[kind].path))
    assert browser.heading == KINDS[kind].title
    (main,) = browser.page.xpath("//main")
    return cards_in(main)


@sites
@pytest.mark.parametrize("record", [WHOLE, looks_like_html(), many(45, on_each_day=3)], ids=["whole", "html", "many"])
def test_each_list_shows_exactly_what_was_put_newest_first(
    world: WorldControl, person: Person, open_record: RecordOpener, record: Record, site: str
) -> None:
    browser = open_record(person, record, site)
    for name, kind in KINDS.items():
        assert listed(browser, world, site, name) == kind.cards(record, TODAY), name
    counted = browser.read(world.url(site, "/api/konto")).json()["entries"]
    assert counted == {name: len(getattr(record, name)) for name in KINDS}


@sites
def test_who_has_nothing_of_a_kind_is_told_so(
    world: WorldControl, person: Person, open_record: RecordOpener, site: str
) -> None:
    browser = open_record(person, EMPTY, site)
    for name in KINDS:
        assert listed(browser, world, site, name) == []
        assert browser.page.xpath("//main//ul") == [], f"{name}: a list of nothing"
        assert "Nie ma tu" in browser.text_of("//main"), name
    assert set(browser.read(world.url(site, "/api/konto")).json()["entries"].values()) == {0}


@sites
def test_only_the_reader_s_own_record_shows_and_only_the_last_one_that_was_put(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, site: str
) -> None:
    patient, other = make_person(), make_person()
    world.put_record(patient, many(5, on_each_day=1))
    before = open_record(patient, WHOLE, site)
    open_record(other, looks_like_html(), site)
    for name, kind in KINDS.items():
        assert listed(before, world, site, name) == kind.cards(WHOLE, TODAY), name
    world.put_record(patient, EMPTY)
    assert listed(before, world, site, "prescriptions") == []
