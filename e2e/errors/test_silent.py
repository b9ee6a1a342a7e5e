"""An error page, the journal and the server's log tell nothing of the person and nothing of the program."""

import logging
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from fixtures.account import Account
from fixtures.breaking import Breaker
from fixtures.by_hand import ByHand
from fixtures.people import Person, PersonMaker
from fixtures.start import open_account
from fixtures.world import WorldControl
from pages.base import AnySitePage
from pages.login.refused import NoSuchPage

pytestmark = [
    pytest.mark.behaviour("errors.silent"),
    pytest.mark.unwatched(
        "server_errors", "addresses", reason="failures, and what is asked for with a PESEL, are its subject"
    ),
]

PROGRAM = ("Traceback", ".py", "Error", "raise ", "mock_server", "document_is_theirs", "session_is_awake")
"""What only a stack trace would say."""


class BrokenPage(AnySitePage):
    """Something broke."""

    heading = "Coś poszło nie tak"


@pytest.fixture
def page_of_a_failure(page: Page, world: WorldControl, person: Person, account: Account, breaker: Breaker) -> Page:
    """Something has failed in the account of somebody who was signed in."""
    open_account(page, world, person)
    account.expect_open(page.context, person.pesel)
    page.goto("about:blank")
    breaker.fail("web.session_is_awake")
    page.goto(world.url("ikp", f"/recepty/{person.pesel}?pesel={person.pesel}"))
    BrokenPage(page).expect_problem("Spróbuj jeszcze raz za chwilę.")
    return page


def test_page_of_a_failure_says_that_and_no_more(page_of_a_failure: Page, person: Person) -> None:
    shown = page_of_a_failure.content()
    assert not [word for word in (*PROGRAM, person.pesel, person.full_name) if word in shown]


@pytest.mark.here("mock", reason="its log is read")
@pytest.mark.usefixtures("page_of_a_failure")
def test_a_failure_is_written_down_without_a_name(person: Person, caplog: pytest.LogCaptureFixture) -> None:
    records = [*caplog.get_records("setup"), *caplog.records]
    written = [record for record in records if record.levelno >= logging.INFO]
    assert any("failed" in record.getMessage() for record in written), "nobody would learn of the failure"
    logged = "\n".join(logging.Formatter().format(record) for record in written)
    assert not [word for word in ("Traceback", person.pesel, person.full_name) if word in logged]


def test_refusals_repeat_nothing_of_what_was_asked(
    page: Page, world: WorldControl, person: Person, make_person: PersonMaker, by_hand: ByHand
) -> None:
    open_account(page, world, person)
    stranger = make_person()
    asked = f"{stranger.pesel}?pesel={stranger.pesel}&imie={quote(stranger.given_name)}"
    for site, path in (("ikp", "/recepty"), ("ikp", "/dzieci"), ("login", "/login"), ("pz", "/ui/au/login")):
        answer = by_hand.send(by_hand.write("GET", world.url(site, f"{path}/{asked}"), like=page.context))
        assert answer.status_code == 404, path
        assert not [word for word in (*PROGRAM, stranger.pesel, stranger.given_name) if word in answer.text], path


def test_refused_form_repeats_no_credentials(page: Page, world: WorldControl, person: Person, by_hand: ByHand) -> None:
    open_account(page, world, person)
    profile = person.trusted_profile
    assert profile
    form = {"token": "made-up", "pesel": person.pesel, "password": profile.password}
    answer = by_hand.send(by_hand.write("POST", world.url("ikp", "/wyloguj"), like=page.context, form=form))
    assert answer.status_code == 403
    assert not [word for word in (*PROGRAM, person.pesel, profile.password) if word in answer.text]


@pytest.mark.beyond_faults("the journal is the mock's own, and no world decides what it hides")
def test_journal_tells_no_pesel_and_no_secret(
    page: Page, world: WorldControl, person: Person, by_hand: ByHand, account: Account
) -> None:
    open_account(page, world, person)
    session = account.cookies(page.context)["__Host-session"]
    by_hand.send(by_hand.write("GET", world.url("ikp", f"/recepty/{person.pesel}"), like=page.context))
    personal = {"pesel": person.pesel, "imie": person.given_name, "nazwisko": person.family_name}
    form = {"token": "made-up", "opis": f"PESEL {person.pesel}", **personal}
    by_hand.send(by_hand.write("POST", world.url("ikp", "/wyloguj"), like=page.context, form=form))
    written = "\n".join(f"{entry.event} {entry.details}" for entry in world.journal())
    assert "POST /wyloguj 403" in written
    assert not [word for word in (*personal.values(), session, "Traceback", "made-up") if word in written]


def test_unknown_page_offers_a_way_on(page: Page, world: WorldControl, person: Person) -> None:
    answer = page.goto(world.url("ikp", f"/nie-ma/{person.pesel}"))
    assert answer
    assert answer.status == 404
    NoSuchPage(page)
    expect(page.get_by_role("link", name="Przejdź do pacjent.gov.pl")).to_be_visible()
    expect(page.get_by_text(person.pesel)).to_have_count(0)
