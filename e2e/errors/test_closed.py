"""A failure inside a check refuses: whatever breaks on the way, nothing opens."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from fixtures.account import SESSION_COOKIE, Account
from fixtures.breaking import Breaker
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.phone import Phone
from fixtures.start import PIN, open_account, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.records import PrescriptionsPage
from pages.patient.family import ChildrenPage

pytestmark = [
    pytest.mark.behaviour("errors.closed"),
    pytest.mark.unwatched("server_errors", reason="a check that fails is its subject"),
]

ON_THE_WAY = (
    "web.flow_belongs_to_browser",
    "web.flow_is_unused",
    "web.flow_in_time",
    "web.ask_is_unused",
    "web.answer_is_unused",
    "web.answer_is_for",
    "web.answer_in_time",
    "web.answer_matches_ask",
    "login.method_reaches_level",
    "login.answer_is_from_chosen_method",
    "pz.password_matches",
    "pz.profile_is_valid",
    "pz.code_is_live",
    "pz.code_matches",
    "saml.signature_is_genuine",
    "saml.certificate_is_registered",
    "saml.issuer_is_known",
    "saml.artifact_unused",
    "saml.artifact_issued_to",
    "saml.in_response_to_matches",
    "saml.audience_is_ours",
    "saml.recipient_is_ours",
    "saml.assertion_within_time",
    "saml.assertion_not_replayed",
    "saml.level_is_enough",
    "saml.condition_is_known",
    "saml.answer_is_of_now",
    "saml.person_logged_in_anew",
    "saml.hub_session_goes_on",
    "saml.pesel_check_digit_agrees",
    "saml.pesel_is_of_birth_date",
    "web.target_is_own",
    "ikp.consent_is_given",
)
"""Checks that a login by SMS to IKP passes."""

IN_THE_ACCOUNT = {
    "web.session_is_awake": "/api/konto",
    "web.session_is_young": "/recepty",
    "patient.document_is_theirs": "document",
    "patient.may_see_child": "/uprawnienia",
    "patient.is_minor": "/uprawnienia",
    "patient.may_see_adult": "/uprawnienia",
    "patient.word_counts": "/uprawnienia",
    "patient.is_in_force": "/uprawnienia",
    "patient.scope_opens": "/uprawnienia",
    "patient.may_authorise_for": "/uprawnienia",
}
"""Checks of the account, and a page that asks them."""


@pytest.fixture
def phone(world: WorldControl, person: Person) -> Phone:
    """A phone of which only the messages are read: these logins need no screen."""

    def no_screen() -> Page:
        raise AssertionError("this phone has no screen")

    return Phone(person, world, no_screen)


@pytest.mark.parametrize("rule", ON_THE_WAY)
def test_check_that_fails_on_the_way_opens_no_account(
    world: WorldControl,
    person: Person,
    phone: Phone,
    account: Account,
    breaker: Breaker,
    new_http_browser: Callable[[], HttpBrowser],
    rule: str,
) -> None:
    breaker.fail(rule)
    http_browser = log_in_by_sms(new_http_browser(), world, person, phone)
    assert http_browser.status >= 400
    cookies = {name: value for jar in http_browser.cookies.values() for name, value in jar.items()}
    assert SESSION_COOKIE not in http_browser.cookies.get(world.url("ikp").split("/")[2], {})
    breaker.mend(rule)
    assert account.data(cookies).status_code == 401


@pytest.mark.beyond_faults("the control of its neighbours: without a failure the same login opens")
def test_login_opens_when_nothing_fails(
    world: WorldControl, person: Person, phone: Phone, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    http_browser = log_in_by_sms(new_http_browser(), world, person, phone)
    assert (http_browser.status, http_browser.heading) == (200, person.full_name)


@pytest.mark.parametrize("rule", IN_THE_ACCOUNT)
def test_check_that_fails_in_the_account_shows_no_data(
    page: Page, world: WorldControl, make_person: PersonMaker, breaker: Breaker, by_hand: ByHand, rule: str
) -> None:
    parent = make_person()
    child = make_person.child_of(parent)
    world.authorise(make_person(), parent)
    open_account(page, world, parent).choose_tile(PrescriptionsPage).choose_first()
    drug = page.get_by_role("heading", level=1).inner_text().removeprefix("e-recepta: ")
    path = IN_THE_ACCOUNT[rule]
    request = by_hand.write("GET", page.url if path == "document" else world.url("ikp", path), like=page.context)
    breaker.fail(rule)
    refused = by_hand.send(request)
    assert refused.status_code == 500
    for secret in (drug, child.given_name, parent.pesel):
        assert secret not in refused.text


def test_token_check_that_fails_ends_no_session(
    page: Page, world: WorldControl, person: Person, breaker: Breaker, by_hand: ByHand, account: Account
) -> None:
    open_account(page, world, person).choose_tile(ChildrenPage)
    breaker.fail("web.token_matches")
    request = by_hand.write("POST", world.url("ikp", "/wyloguj"), like=page.context, form={"token": "made-up"})
    assert by_hand.send(request).status_code == 500
    account.expect_open(page.context, person.pesel)


@pytest.mark.parametrize(("rule", "pin"), [("mojeikp.pin_is_right", PIN), ("mojeikp.device_is_forgotten", "1357")])
def test_pin_check_that_fails_opens_nothing(
    page: Page, world: WorldControl, person: Person, breaker: Breaker, by_hand: ByHand, rule: str, pin: str
) -> None:
    open_mojeikp(page, world, person)
    breaker.fail(rule)
    answer = by_hand.send(by_hand.write("POST", world.url("mojeikp", "/pin"), like=page.context, form={"pin": pin}))
    assert answer.status_code == 500
    assert not [cookie for cookie in answer.headers.get_list("set-cookie") if cookie.startswith(SESSION_COOKIE)]


def log_in_by_sms(http_browser: HttpBrowser, world: WorldControl, person: Person, phone: Phone) -> HttpBrowser:
    """Walk a first login to IKP as far as it goes."""
    profile = person.trusted_profile
    assert profile
    steps: tuple[Callable[[], HttpBrowser], ...] = (
        lambda: http_browser.open(world.url("ikp", "/zaloguj")),
        lambda: http_browser.submit("/metoda", method="trusted_profile"),
        lambda: http_browser.submit("", username=profile.username, password=profile.password),
        lambda: http_browser.submit("/code", code=phone.read_sms().code),
        lambda: http_browser.submit("", zgoda="tak"),
    )
    for step in steps:
        if step().status >= 400:
            break
    return http_browser
