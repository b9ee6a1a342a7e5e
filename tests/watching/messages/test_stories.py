"""The watcher of messages looks at whole logins: a true one has no complaint, and each lie of a system is named."""

from collections.abc import Callable

import pytest

from e2e.institutions import TRUSTED_PROFILE_BANKS
from e2e.paths import WAYS, Way
from e2e.saml.walkers import Walker
from mock_server.kernel.people import Person
from mock_server.phone import newest_sms
from pages.login.methods import TILES
from tests.watching.messages.conftest import Listened

BY_BANK = next(way for way in WAYS if (way.provider, way.confirmation) == ("ing", "consent"))
BY_APP = next(way for way in WAYS if way.confirmation == "code")


def log_in(listened: Listened, person: Person, site: str = "ikp", way: Way = BY_APP) -> None:
    browser = listened.new_browser().open(listened.world.url(site, "/zaloguj"))
    Walker(listened.world, person, browser, listened.new_browser()).walk(way)


def log_in_and_out(listened: Listened, person: Person) -> None:
    """In at both accounts by one browser, and out at one of them."""
    world, browser = listened.world, listened.new_browser()
    for site in ("mojeikp", "ikp"):
        world.expect_login(person)
        browser.open(world.url(site, "/zaloguj"))
    browser.press("Rezygnuję z logowania")


@pytest.fixture
def person(listened: Listened) -> Person:
    return listened.world.make_person(1)


@pytest.mark.parametrize("story", [log_in, log_in_and_out])
def test_a_true_story_has_no_complaint(
    listened: Listened, person: Person, story: Callable[[Listened, Person], None]
) -> None:
    story(listened, person)
    assert listened.complaints() == []


def test_two_people_and_two_methods_are_told_apart(listened: Listened, person: Person) -> None:
    log_in(listened, person)
    log_in(listened, listened.world.make_person(2), "mojeikp", BY_BANK)
    assert listened.complaints() == []


def test_a_bank_that_was_left_for_the_password_identified_nobody(listened: Listened, person: Person) -> None:
    browser = listened.new_browser().open(listened.world.url("ikp", "/zaloguj")).press(TILES["trusted_profile"])
    browser.press(TRUSTED_PROFILE_BANKS["ing"]).press("Anuluj")
    assert person.trusted_profile
    browser.press("Zaloguj się", username=person.trusted_profile.username, password=person.trusted_profile.password)
    browser.press("Potwierdź", code=newest_sms(listened.world, person).code)
    assert "/regulamin/" in browser.address
    assert listened.complaints() == []


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ("saml.told_no_bank", "AuthenticatingAuthority"),
        ("saml.told_another_bank", "AuthenticatingAuthority"),
        ("saml.told_too_high_a_level", "AuthnContextClassRef"),
        ("saml.told_for_a_day", "NotOnOrAfter"),
        ("saml.told_to_another_audience_too", "Audience"),
        ("saml.told_the_birth_date_without_its_zone", "AttributeValue"),
        ("saml.told_the_pesel_as_a_name", "NameID"),
    ],
)
def test_a_lie_of_an_assertion_is_named(listened: Listened, person: Person, fault: str, field: str) -> None:
    listened.world.plant_catalogued(fault)
    log_in(listened, person, way=BY_BANK)
    assert any(complaint.startswith("assertion:") and field in complaint for complaint in listened.complaints())


def test_a_logout_that_names_no_login_is_named(listened: Listened, person: Person) -> None:
    listened.world.plant_catalogued("logout.passed_on_without_its_login")
    log_in_and_out(listened, person)
    assert any(complaint.startswith("LogoutRequest") for complaint in listened.complaints())


def test_a_name_that_is_not_the_persons_is_named(listened: Listened, person: Person) -> None:
    log_in(listened, person)
    listened.world.change_person(person.pesel, given_name="Inna")
    assert any("AttributeValue should be Inna" in complaint for complaint in listened.complaints())


def test_a_login_of_somebody_who_did_nothing_is_named(listened: Listened, person: Person) -> None:
    log_in(listened, person)
    listened.world.remove_person(person.pesel)
    listened.world.make_person(2)
    assert any("does not say who acted" in complaint for complaint in listened.complaints())
