"""The user name and the password that the person chooses."""

import allure
import pytest

from e2e.founding.founder import CONFIRM_DATA, PASSWORD, USERNAME, Founder
from fixtures.people import PersonMaker
from fixtures.world import WorldControl
from pages.pz.confirming import SmsDialog

pytestmark = allure.epic("Founding a trusted profile")
WRONG = "//input[@aria-invalid='true']/@name"


@pytest.fixture
def chooser(founder: Founder) -> Founder:
    """Whom the institution has identified."""
    founder.open()
    founder.be_identified()
    return founder


def expect_wrong(chooser: Founder, *fields: str) -> None:
    """Just these fields are told as wrong, with what to type; no password comes back, and no code is sent."""
    assert chooser.browser.status == 422
    assert chooser.browser.page.xpath(WRONG) == list(fields)
    assert chooser.browser.page.xpath("//input[@autofocus]/@name") == [fields[0]]
    assert all(chooser.browser.text_of(f"//*[@id='{field}-error']") for field in fields)
    assert PASSWORD not in chooser.browser.source
    chooser.expect_nothing_founded()


@pytest.mark.behaviour("founding.username")
@pytest.mark.parametrize("username", ["abc", "a" * 64, "Anna_Nowak-1.2"], ids=["short", "long", "mixed"])
def test_a_user_name_that_fits_is_taken(chooser: Founder, world: WorldControl, username: str) -> None:
    chooser.choose(username)
    chooser.give_code()
    profile = world.person(chooser.person.pesel).trusted_profile
    assert profile
    assert profile.username == username


@pytest.mark.behaviour("founding.username")
@pytest.mark.parametrize(
    "username",
    ["", "ab", "a" * 65, "anna nowak", "żółć", "<b>anna"],
    ids=["none", "short", "long", "blank", "accents", "html"],
)
def test_a_user_name_that_does_not_fit_is_told_and_stays_in_its_field(chooser: Founder, username: str) -> None:
    chooser.choose(username)
    expect_wrong(chooser, "username")
    assert chooser.browser.page.xpath("//input[@name='username']/@value") == [username]


@pytest.mark.behaviour("founding.username")
def test_a_user_name_of_somebody_else_is_told_and_another_is_taken(chooser: Founder, make_person: PersonMaker) -> None:
    other = make_person().trusted_profile
    assert other
    chooser.choose(other.username)
    expect_wrong(chooser, "username")
    chooser.choose(f"{other.username}1")
    chooser.expect_at(SmsDialog.heading)


@pytest.mark.behaviour("founding.username")
def test_a_user_name_taken_before_the_code_came_is_told_and_stays_its_holders(
    chooser: Founder, make_person: PersonMaker, world: WorldControl
) -> None:
    chooser.choose()
    other = make_person()
    world.change_person(other.pesel, trusted_profile={"username": USERNAME})
    chooser.give_code()
    chooser.expect_told("jest już zajęta")
    assert world.person(chooser.person.pesel).trusted_profile is None
    chooser.choose("inna.nazwa")
    chooser.give_code()
    assert world.person(chooser.person.pesel).trusted_profile


@pytest.mark.behaviour("founding.password")
@pytest.mark.parametrize("password", ["Abcdef1!", "A1!" + "a" * 61, "Żółw i 2 łosie"], ids=["short", "long", "blanks"])
def test_a_strong_password_is_taken_letter_for_letter(chooser: Founder, world: WorldControl, password: str) -> None:
    chooser.choose(password=password)
    chooser.give_code()
    profile = world.person(chooser.person.pesel).trusted_profile
    assert profile
    assert profile.password == password


@pytest.mark.behaviour("founding.password")
@pytest.mark.parametrize(
    "password",
    ["", "Abcde1!", "A1!" + "a" * 62, "abcdef1!", "Abcdefg!", "Abcdefg1", " Abcdef1!"],
    ids=["none", "short", "long", "no-capital", "no-digit", "no-special", "blank-before"],
)
def test_a_weak_password_is_told_and_the_user_name_stays(chooser: Founder, password: str) -> None:
    chooser.choose(password=password)
    expect_wrong(chooser, "password")
    assert chooser.browser.page.xpath("//input[@name='username']/@value") == [USERNAME]


@pytest.mark.behaviour("founding.password")
@pytest.mark.parametrize("again", ["", PASSWORD.lower(), f"{PASSWORD} "], ids=["none", "small", "blank"])
def test_a_password_typed_otherwise_the_second_time_is_told_there(chooser: Founder, again: str) -> None:
    chooser.choose(again=again)
    expect_wrong(chooser, "password_again")


@pytest.mark.behaviour("founding.username", "founding.password")
def test_all_that_is_wrong_is_told_at_once(chooser: Founder) -> None:
    chooser.browser.press(CONFIRM_DATA, username="", password="", password_again="")
    expect_wrong(chooser, "username", "password")


@pytest.mark.behaviour("access.paste")
def test_a_password_manager_is_told_what_the_fields_are_for(chooser: Founder) -> None:
    fields = chooser.browser.page.xpath("//main//input[@name]")
    assert {field.get("name"): field.get("autocomplete") for field in fields} == {
        "username": "username",
        "password": "new-password",
        "password_again": "new-password",
    }
