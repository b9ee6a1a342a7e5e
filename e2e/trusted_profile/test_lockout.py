"""Guessing passwords: unknown names and wrong passwords look the same; the lock is the right one, and opens again."""

import re
from collections.abc import Callable

import allure
import pytest

from e2e.trusted_profile.asked import WRONG, other_than, sign_in_by_hand, submit_password, try_by_hand
from fixtures.account import Account
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

pytestmark = allure.epic("Profil zaufany")

TRIES, LOCK = 5, 600
FORM, CODE = "Zaloguj się na swoje konto", "Potwierdź kodem SMS"


def shown(http_browser: HttpBrowser, username: str) -> tuple[int, str]:
    """Everything that could tell an attacker whether the name exists."""
    text = " ".join(str(http_browser.page.text_content()).split())
    filled = http_browser.page.xpath("//input[@name='username']/@value")
    return http_browser.status, re.sub(re.escape(username), "NAME", f"{text} {filled}")


def lock(http_browser: HttpBrowser, world: WorldControl, username: str) -> None:
    """Five wrong passwords in a row."""
    for _ in range(TRIES):
        try_by_hand(http_browser, world, username)


@pytest.mark.behaviour("lock.same", "errors.silent")
def test_an_unknown_name_and_a_wrong_password_look_the_same_up_to_the_lock(
    person: Person, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    world.freeze()
    assert person.trusted_profile
    known, unknown = person.trusted_profile.username, "nikt.taki0000"
    http_browser = new_http_browser()
    for number in range(1, TRIES + 2):
        seen = [shown(try_by_hand(http_browser, world, name), name) for name in (known, unknown)]
        assert seen[0] == seen[1], f"try {number}"
        assert seen[0][0] == 422
        assert ("zablokowane" in seen[0][1]) == (number >= TRIES), f"try {number}"


@pytest.mark.behaviour("lock.same")
@pytest.mark.devices("computer", "pixel")
def test_a_wrong_password_is_told_and_the_right_one_counts_then(
    hub: MethodsPage, person: Person, account: Account
) -> None:
    profile = person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    for name, password in ((profile.username, WRONG), ("nikt.taki0000", profile.password)):
        login.fill_credentials(name, password)
        login.submit(LoginPage).expect_field_error("Hasło", re.compile("Nieprawidłowy login lub hasło"))
    account.expect_closed(hub.page.context)
    login.fill_credentials(profile.username, profile.password)
    login.submit(SmsDialog)


@pytest.mark.behaviour("lock.right")
def test_the_lock_hits_the_account_that_was_guessed_at_from_every_browser_and_no_other(
    person: Person,
    make_person: PersonMaker,
    world: WorldControl,
    new_http_browser: Callable[[], HttpBrowser],
) -> None:
    assert person.trusted_profile
    neighbour = make_person(family_name=person.family_name)
    attacker = new_http_browser()
    lock(attacker, world, person.trusted_profile.username)
    locked = sign_in_by_hand(new_http_browser(), world, person)
    assert (locked.status, locked.heading) == (422, FORM)
    assert world.inbox(person).sms == []
    assert sign_in_by_hand(attacker, world, neighbour).heading == CODE
    assert sign_in_by_hand(new_http_browser(), world, make_person()).heading == CODE


@pytest.mark.behaviour("lock.right")
def test_guesses_spread_over_two_names_lock_neither(
    person: Person, make_person: PersonMaker, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    other, attacker = make_person(), new_http_browser()
    assert person.trusted_profile
    assert other.trusted_profile
    for _ in range(TRIES - 1):
        try_by_hand(attacker, world, person.trusted_profile.username)
        try_by_hand(attacker, world, other.trusted_profile.username)
    assert sign_in_by_hand(new_http_browser(), world, person).heading == CODE
    assert sign_in_by_hand(new_http_browser(), world, other).heading == CODE


@pytest.mark.behaviour("lock.right")
def test_wrong_codes_and_right_passwords_in_turn_lock_the_account_too(
    phone: Phone, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    attacker = new_http_browser()
    for _ in range(TRIES):
        assert sign_in_by_hand(attacker, world, phone.person).heading == CODE
        for _ in range(3):
            attacker.submit("/code", code=other_than(phone.read_sms().code))
    assert sign_in_by_hand(attacker, world, phone.person).heading == FORM


@pytest.mark.behaviour("lock.lasts")
def test_the_lock_lasts_ten_minutes_to_the_second_and_starts_counting_anew(
    person: Person, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    world.freeze()
    assert person.trusted_profile
    http_browser = new_http_browser()
    lock(http_browser, world, person.trusted_profile.username)
    world.advance(LOCK - 1)
    assert sign_in_by_hand(http_browser, world, person).heading == FORM
    assert "zablokowane na 10 minut" in http_browser.text_of("//p[@role='alert']")
    world.advance(1)
    for _ in range(TRIES - 1):
        try_by_hand(http_browser, world, person.trusted_profile.username)
    assert sign_in_by_hand(http_browser, world, person).heading == CODE


@pytest.mark.behaviour("lock.lasts")
def test_the_page_tells_the_lock_and_lets_in_after_it(hub: MethodsPage, person: Person, world: WorldControl) -> None:
    world.freeze()
    profile = person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    for _ in range(TRIES - 1):
        login.fill_credentials(profile.username, WRONG)
        login.submit(LoginPage).expect_field_error("Hasło", "Nieprawidłowy login lub hasło.")
    login.fill_credentials(profile.username, WRONG)
    login.submit(LoginPage).expect_problem("Konto jest zablokowane na 10 minut")
    login.fill_credentials(profile.username, profile.password)
    login.submit(LoginPage).expect_problem("Konto jest zablokowane")
    world.advance(LOCK)
    login.submit_cancel(MethodsPage)
    submit_password(hub, person, SmsDialog)
