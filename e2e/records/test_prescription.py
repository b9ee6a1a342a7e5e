"""One prescription: its page and its printout tell what it holds, whosever link was followed."""

from urllib.parse import urljoin

import pytest

from e2e.records.cases import TODAY, WHOLE, looks_like_html
from e2e.records.conftest import RecordOpener
from e2e.records.reading import facts_in
from e2e.records.shown import KINDS, Facts, prescription_facts, printed_facts
from fixtures.http_browser import HttpBrowser
from fixtures.pdf import text_of_pdf
from fixtures.pdf_paper import expect_on_paper
from fixtures.people import PersonMaker
from fixtures.record import EMPTY, Prescription, Record
from fixtures.world import WorldControl

sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])
LONG = "Substancja " + "czynna " * 140 + "na końcu"
RECORDS = [
    pytest.param(WHOLE, id="whole"),
    pytest.param(looks_like_html(), id="html"),
    pytest.param(
        Record(
            (Prescription(LONG, f"Dawka {LONG}", 1, TODAY, TODAY, "0000", "lek. Łoś", redeemed=True),), (), (), (), ()
        ),
        id="long",
    ),
]


def links(browser: HttpBrowser, world: WorldControl, site: str) -> dict[str, str]:
    """The addresses to which the list of prescriptions leads, by what their links say."""
    browser.open(world.url(site, KINDS["prescriptions"].path))
    found = browser.page.xpath("//main//li//a")
    return {" ".join(link.text_content().split()): urljoin(browser.address, link.get("href")) for link in found}


def printout(browser: HttpBrowser, address: str) -> bytes:
    """The PDF that the page of a prescription offers."""
    (download,) = browser.open(address).page.xpath("//main//a[@download]/@href")
    return browser.read(urljoin(browser.address, download)).content


def without_blanks(facts: Facts) -> str:
    """All of it in a row; where a line ends on paper is the paper's business."""
    return "".join("".join(part.split()) for fact in facts for part in fact)


@pytest.mark.behaviour("account.record")
@sites
@pytest.mark.parametrize("record", RECORDS)
def test_each_link_leads_to_its_own_prescription_told_whole(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, record: Record, site: str
) -> None:
    browser = open_record(make_person(), record, site)
    leads = links(browser, world, site)
    assert set(leads) == {one.drug for one in record.prescriptions}
    for one in record.prescriptions:
        browser.open(leads[one.drug])
        assert browser.heading == f"e-recepta: {one.drug}"
        (main,) = browser.page.xpath("//main")
        assert facts_in(main) == prescription_facts(one, TODAY)


@pytest.mark.behaviour("account.printout")
@sites
@pytest.mark.parametrize("record", RECORDS)
def test_each_printout_tells_its_own_prescription_and_its_own_patient(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, record: Record, site: str
) -> None:
    patient = make_person(given_name="Zażółć-Gęślą", family_name="O'Jaźń <b>Ćma</b>")
    browser = open_record(patient, record, site)
    leads = links(browser, world, site)
    for one in record.prescriptions:
        _title, _, told = text_of_pdf(printout(browser, leads[one.drug])).partition("\n")
        assert "".join(told.split()) == without_blanks(printed_facts(one, patient))


@pytest.mark.behaviour("account.printout")
@sites
@pytest.mark.parametrize("record", RECORDS)
def test_each_line_of_a_printout_lies_on_the_paper(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, record: Record, site: str
) -> None:
    browser = open_record(make_person(family_name="Przeździecka-" * 5 + "Ćma"), record, site)
    for address in links(browser, world, site).values():
        expect_on_paper(printout(browser, address))


@pytest.mark.behaviour("account.record")
@sites
def test_a_prescription_that_is_taken_away_opens_no_more(
    world: WorldControl, make_person: PersonMaker, open_record: RecordOpener, site: str
) -> None:
    patient = make_person()
    browser = open_record(patient, WHOLE, site)
    addresses = links(browser, world, site).values()
    world.put_record(patient, EMPTY)
    for address in addresses:
        assert browser.read(address).status_code == 404
        assert browser.read(f"{address}/pdf").status_code == 404
