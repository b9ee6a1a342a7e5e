"""A document opens to whom it was made out, and to nobody else; without a session nothing opens."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from e2e.account.conftest import DocumentOpener
from e2e.account.pages import DATA, PRIVATE
from fixtures.account import SESSION_COOKIE, Account
from fixtures.by_hand import ByHand
from fixtures.devices import COMPUTER, Device
from fixtures.pdf import text_of_pdf
from fixtures.people import Person, PersonMaker
from fixtures.start import OPEN
from fixtures.world import WorldControl

sites = pytest.mark.parametrize("site", PRIVATE)


@pytest.mark.behaviour("account.document")
@sites
def test_document_of_somebody_else_is_not_there(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    open_document: DocumentOpener,
    by_hand: ByHand,
    site: str,
) -> None:
    world.freeze()  # the page says how long the session still lives
    owner = make_person(birth_date="1984-02-29")
    namesake = make_person(birth_date="1984-02-29", family_name=owner.family_name)
    address = open_document(page, owner, site)
    other = new_actor(COMPUTER)
    open_document(other, namesake, site)
    unknown = address.rpartition("/")[0] + "/no-such-document"
    for end in ("", "/pdf"):
        assert by_hand.send(by_hand.write("GET", address + end, like=page.context)).status_code == 200
        refused = by_hand.send(by_hand.write("GET", address + end, like=other.context))
        assert refused.status_code == 404
        assert refused.text == by_hand.send(by_hand.write("GET", unknown + end, like=other.context)).text


@pytest.mark.behaviour("account.data")
@sites
def test_nothing_opens_without_a_session(
    page: Page, world: WorldControl, person: Person, open_document: DocumentOpener, by_hand: ByHand, site: str
) -> None:
    document = open_document(page, person, site)
    for address in (*(world.url(site, path) for path in PRIVATE[site]), document, f"{document}/pdf"):
        for cookie in ("", f"{SESSION_COOKIE}=made-up", f"{SESSION_COOKIE}="):
            request = by_hand.write("GET", address)
            request.headers["Cookie"] = cookie
            answer = by_hand.send(request)
            assert answer.status_code == 303, address
            assert person.pesel not in answer.text
            assert not answer.content.startswith(b"%PDF")


@pytest.mark.behaviour("account.data")
@sites
def test_data_endpoint_answers_401_without_a_session(
    page: Page, world: WorldControl, person: Person, account: Account, site: str
) -> None:
    OPEN[site](page, world, person)
    its_account = account.at(site)
    its_account.expect_open(page.context, person.pesel)
    cut = its_account.cookies(page.context)[SESSION_COOKIE][:-1]
    for cookies in ({}, {SESSION_COOKIE: ""}, {SESSION_COOKIE: "made-up"}, {SESSION_COOKIE: cut}):
        answer = its_account.data(cookies)
        assert answer.status_code == 401
        assert answer.json() == {"error": "no_session"}


@pytest.mark.behaviour("account.data")
@sites
def test_printout_is_the_patients_own(
    page: Page, person: Person, open_document: DocumentOpener, by_hand: ByHand, site: str
) -> None:
    address = open_document(page, person, site)
    answer = by_hand.send(by_hand.write("GET", f"{address}/pdf", like=page.context))
    assert answer.headers["content-type"] == "application/pdf"
    printed = text_of_pdf(answer.content)
    assert person.full_name in printed
    assert person.pesel in printed


@pytest.mark.unwatched("addresses", reason="what is asked for with a PESEL is its subject")
@pytest.mark.behaviour("account.parameter")
@sites
def test_pesel_in_an_address_chooses_nobody(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    by_hand: ByHand,
    site: str,
) -> None:
    world.freeze()  # the page says how long the session still lives
    patient, other = make_person(), make_person(birth_date="1961-05-17")
    OPEN[site](new_actor(COMPUTER), world, other)
    OPEN[site](page, world, patient)
    for path in (*PRIVATE[site], DATA):
        plain = by_hand.send(by_hand.write("GET", world.url(site, path), like=page.context))
        for asked in (f"?pesel={other.pesel}", f"?pesel={patient.pesel}&pesel={other.pesel}"):
            answer = by_hand.send(by_hand.write("GET", world.url(site, path) + asked, like=page.context))
            come_back = quote(asked)  # in the links of the switch
            assert answer.text.replace(come_back, "") == plain.text, path
