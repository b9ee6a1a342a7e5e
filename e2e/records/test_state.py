"""What can still be done with a prescription: it is good through its last day in Poland, wherever it is shown."""

from datetime import date, datetime

import pytest

from e2e.records.conftest import RecordOpener
from e2e.records.reading import cards_in, facts_in
from e2e.records.shown import prescription_card, prescription_facts
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.polish_time import WARSAW
from fixtures.record import EMPTY, Prescription, Record
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.state")
LAST_DAYS = [date(2026, 1, 15), date(2026, 7, 15), date(2028, 2, 29), date(2026, 12, 31)]
"""With winter time and summer time, in which Warsaw's midnight is another one of UTC; a leap day; a year's end."""


def valid_until(last: date, *, redeemed: bool) -> Record:
    """One prescription, issued a month before its last day."""
    issued_on = date.fromordinal(last.toordinal() - 30)
    one = Prescription("Ramipryl", "rano", 1, issued_on, last, "0042", "lek. Łoś", redeemed=redeemed, id="only-one")
    return Record((one,), (), (), (), ())


def expect_told(browser: HttpBrowser, world: WorldControl, site: str, record: Record, today: date) -> None:
    """The list and the page tell what can be done today."""
    (one,) = record.prescriptions
    browser.open(world.url(site, "/recepty"))
    (main,) = browser.page.xpath("//main")
    assert cards_in(main) == [prescription_card(one, today)]
    browser.open(world.url(site, f"/recepty/{one.id}"))
    (main,) = browser.page.xpath("//main")
    assert facts_in(main) == prescription_facts(one, today)


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
@pytest.mark.parametrize("redeemed", [False, True], ids=["open", "redeemed"])
@pytest.mark.parametrize("last", LAST_DAYS, ids=str)
def test_a_prescription_is_good_until_midnight_in_warsaw_after_its_last_day(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, last: date, redeemed: bool, site: str
) -> None:
    record, day_after = valid_until(last, redeemed=redeemed), date.fromordinal(last.toordinal() + 1)
    world.freeze()
    world.set_clock(datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=WARSAW))
    browser = open_record(make_person(), record, site)
    expect_told(browser, world, site, record, last)
    world.advance(1)
    expect_told(browser, world, site, record, day_after)


def test_a_childs_prescription_ends_at_the_same_midnight(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener
) -> None:
    last = date(2026, 7, 15)
    parent, record = make_person(), valid_until(last, redeemed=False)
    world.freeze()
    world.set_clock(datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=WARSAW))
    world.put_record(make_person.child_of(parent), record)
    browser = open_record(parent, EMPTY, "ikp").open(world.url("ikp", "/uprawnienia"))
    (child,) = browser.page.xpath("//a[starts-with(@href, '/dzieci/')]/@href")
    for today in (last, date.fromordinal(last.toordinal() + 1)):
        browser.open(world.url("ikp", child))
        (section,) = browser.page.xpath("//main/section[h2='e-recepty']")
        assert cards_in(section) == [prescription_card(record.prescriptions[0], today)]
        world.advance(1)
