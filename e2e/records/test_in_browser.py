"""The record on a screen: the list a person sees, the prescription they choose, and the paper they take along."""

import pytest
from playwright.sync_api import Page, expect

from e2e.records.cases import TODAY, WHOLE, looks_like_html
from e2e.records.shown import KINDS, prescription_facts, printed_facts
from fixtures.pdf import text_of_pdf
from fixtures.people import Person, PersonMaker
from fixtures.start import OPEN, open_account
from fixtures.world import WorldControl
from pages.ikp.records import PrescriptionsPage
from pages.patient.family import ChildrenPage

DEVICES = [pytest.param("ikp", "computer", id="ikp"), pytest.param("mojeikp", "pixel", id="mojeikp")]


@pytest.mark.behaviour("account.record", "account.printout")
@pytest.mark.parametrize(("site", "device"), DEVICES, indirect=["device"])
def test_a_patient_chooses_a_prescription_and_takes_its_paper_along(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    world.put_record(person, WHOLE)
    listed = OPEN[site](page, world, person).choose_tile(PrescriptionsPage)
    cards = KINDS["prescriptions"].cards(WHOLE, TODAY)
    expect(listed.headings).to_have_text([card.heading for card in cards])
    chosen = WHOLE.prescriptions[1]
    opened = listed.choose(chosen.drug)
    facts = prescription_facts(chosen, TODAY)
    expect(opened.terms).to_have_text([term for term, _ in facts])
    expect(opened.values).to_have_text([value for _, value in facts])
    told = "".join(text_of_pdf(opened.choose_download()).split())
    assert told.endswith("".join("".join(f"{term}{value}".split()) for term, value in printed_facts(chosen, person)))


@pytest.mark.behaviour("account.others_record")
def test_text_that_looks_like_html_runs_nothing_in_a_childs_account(
    page: Page, world: WorldControl, make_person: PersonMaker, uncaught_errors: list[str]
) -> None:
    parent = make_person()
    child = make_person.child_of(parent)
    world.put_record(child, looks_like_html())
    shown = open_account(page, world, parent).choose_tile(ChildrenPage).choose_child(child.full_name)
    (card,) = KINDS["prescriptions"].cards(looks_like_html(), TODAY)
    expect(shown.prescriptions).to_contain_text([card.heading])
    expect(page.get_by_role("main").get_by_role("img")).to_have_count(0)
    assert not uncaught_errors
