"""The consent in the app: what it says, what it changes, and what a refusal leads to."""

import allure
import pytest
from playwright.sync_api import Page

from e2e.consented import consented
from e2e.mobywatel import CODE_LIFE
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import Person, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.polish_time import told_moment
from fixtures.start import IKP
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login.refused import UsedPage
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Consent")]

SERVICES = {"ikp": IKP, "mojeikp": "mojeIKP"}


@pytest.fixture
def person(make_person: PersonMaker) -> Person:
    return make_person(given_name="Zażółć", family_name="Gęślą-Łęcka", birth_date="2004-03-09")


@pytest.mark.behaviour("consent.needed")
def test_scan_alone_opens_nothing_and_approval_does(code_page: CodePage, phone: Phone, account: Account) -> None:
    consent = phone.read_code(code_page.page)
    code_page.expect_read()
    with code_page.in_another_tab() as tab:
        tab.expect_read()
    account.expect_closed(code_page.page.context)
    consent.choose_approve()
    ConsentPage(code_page.page).submit_to_account()
    account.expect_open(code_page.page.context, phone.person.pesel)


@pytest.mark.behaviour("consent.declined")
def test_declining_returns_to_the_methods_and_a_retry_works_at_once(
    code_page: CodePage, phone: Phone, account: Account
) -> None:
    phone.read_code(code_page.page).choose_decline()
    hub = MethodsPage(code_page.page)
    hub.expect_notice("Odmówiono udostępnienia danych")
    hub.expect_all_methods()
    account.expect_closed(hub.page.context)
    phone.read_code(hub.choose("mobywatel", CodePage).page).choose_approve()
    ConsentPage(hub.page)


@pytest.mark.behaviour("consent.declined")
def test_anything_but_a_yes_is_a_no(code_page: CodePage, phone: Phone, by_hand: ByHand, account: Account) -> None:
    consent = phone.read_code(code_page.page)
    token = consent.page.locator("input[name=token]").input_value()
    by_hand.send(by_hand.write("POST", consent.page.url, like=consent.page.context, form={"token": token}))
    MethodsPage(code_page.page).expect_notice("Odmówiono udostępnienia danych")
    account.expect_closed(code_page.page.context)


@pytest.mark.parametrize("site", SERVICES)
@pytest.mark.behaviour("consent.complete")
def test_consent_names_who_asks_when_and_exactly_what_is_sent(
    site: str, page: Page, person: Person, phone: Phone, world: WorldControl, account: Account
) -> None:
    world.freeze()
    page.goto(world.url(site, "/zaloguj"))
    consent = phone.read_code(MethodsPage(page).choose_cookies().choose("mobywatel", CodePage).page)
    data = consented(person) | {"Data urodzenia": "09.03.2004"}
    consent.expect_request(SERVICES[site], data)
    consent.expect_time(told_moment(world.now()))
    account.at(site).expect_closed(page.context)


@pytest.mark.behaviour("consent.in_time")
@pytest.mark.parametrize(("seconds", "counts"), [(CODE_LIFE - 1, True), (CODE_LIFE, False)])
def test_approval_counts_until_the_code_expires(
    seconds: int, code_page: CodePage, phone: Phone, world: WorldControl, account: Account, *, counts: bool
) -> None:
    consent = phone.read_code(code_page.page)
    world.advance(seconds)
    if counts:
        consent.choose_approve()
        ConsentPage(code_page.page)
    else:
        consent.choose_approve_too_late().expect_problem("stracił ważność")
        code_page.expect_expired()
        account.expect_closed(code_page.page.context)


@pytest.mark.behaviour("consent.once", "code.once")
def test_approving_twice_makes_one_session(
    code_page: CodePage, phone: Phone, by_hand: ByHand, account: Account
) -> None:
    consent = phone.read_code(code_page.page)
    address = code_page.expect_read().page.url
    code_page.page.goto("about:blank")
    form = {"token": consent.page.locator("input[name=token]").input_value(), "decision": "approve"}
    again = by_hand.write("POST", consent.page.url, like=consent.page.context, form=form)
    consent.choose_approve()
    assert "został już użyty" in by_hand.send(again).text
    code_page.page.goto(address)
    ConsentPage(code_page.page).submit_to_account()
    assert "został już użyty" in by_hand.send(again).text
    code_page.page.goto(address)
    UsedPage(code_page.page)
    account.expect_open(code_page.page.context, phone.person.pesel)


@pytest.mark.behaviour("consent.once")
def test_consent_of_one_phone_cannot_be_given_by_another(
    code_page: CodePage, phone: Phone, make_person: PersonMaker, make_phone: PhoneMaker, by_hand: ByHand
) -> None:
    consent = phone.read_code(code_page.page)
    stranger = make_phone(make_person()).log_in()
    forged = by_hand.write("POST", consent.page.url, like=stranger.page.context, form={"decision": "approve"})
    assert by_hand.send(forged).status_code in {403, 404}
    without_token = by_hand.write("POST", consent.page.url, like=consent.page.context, form={"decision": "approve"})
    assert by_hand.send(without_token).status_code == 403
    code_page.expect_read()


@pytest.mark.devices("computer", "pixel")
@pytest.mark.behaviour("consent.equal")
def test_to_decline_is_as_easy_as_to_approve(code_page: CodePage, phone: Phone) -> None:
    text = code_page.code.text_content() or ""
    consent = phone.log_in().choose_qr().choose_type().fill_code(text).submit()
    consent.expect_equal_choices().choose_decline_by_key()
    MethodsPage(code_page.page).expect_notice("Odmówiono udostępnienia danych")
