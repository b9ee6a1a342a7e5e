from datetime import timedelta

import pytest

from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.kernel.making import Recipe, end_of_profile, make_person
from mock_server.kernel.open_things import Kind
from mock_server.kernel.people import Confirmation, TrustedProfile
from mock_server.sites.pz import rules
from pages.pz.confirming import SmsDialog
from pages.pz.founding import FoundingDataPage, FoundingPage, FoundingRefusedPage
from pages.pz.front import FrontPage, OwnSignInPage
from pages.pz.login import LoginPage, NoProfilePage
from tests.pz.founder import PASSWORD, Founder
from tests.pz.scene import PZ, PzScene, step_of

ALL = [bank.id for bank in INSTITUTIONS]
INSTANT = timedelta(milliseconds=1)


@pytest.fixture
def founder(scene: PzScene) -> Founder:
    return Founder(scene)


@pytest.mark.parametrize("bank", ALL)
def test_each_institution_founds_a_profile_valid_three_years_and_linked_to_it(founder: Founder, bank: str) -> None:
    signing_in = founder.founded(bank)
    assert signing_in.heading == OwnSignInPage.heading
    assert signing_in.texts("//*[@role='status']//time")
    now = founder.scene.world.clock.now()
    assert founder.person.trusted_profile == TrustedProfile(
        founder.username, PASSWORD, end_of_profile(now), Confirmation.SMS, bank
    )
    assert founder.scene.give_password(signing_in).heading == SmsDialog.heading


def test_the_data_are_shown_as_the_bank_said_them(founder: Founder) -> None:
    told = founder.identified().texts("//dd")
    assert told[:3] == [founder.person.given_name, founder.person.family_name, founder.person.pesel]
    assert founder.scene.messages == []


def test_nothing_is_founded_before_the_right_code(founder: Founder) -> None:
    step = founder.asked_for_code()
    assert founder.scene.type_code(step, founder.scene.wrong_code).status == 422
    assert founder.person.trusted_profile is None


def test_after_three_wrong_codes_the_bank_must_say_again_who_it_is(founder: Founder) -> None:
    step = founder.asked_for_code()
    right = founder.scene.code
    for _ in range(rules.TRIES):
        seen = founder.scene.type_code(step, founder.scene.wrong_code)
    assert (seen.heading, founder.scene.type_code(step, right).heading) == (FoundingPage.heading, FoundingPage.heading)
    assert founder.scene.browser.get(f"{seen.url}/data").heading == FoundingPage.heading
    assert founder.person.trusted_profile is None


def test_no_data_are_taken_before_an_institution_said_anything(founder: Founder) -> None:
    page = founder.begin()
    seen = founder.scene.browser.post(f"{page.url}/data", username="ktokolwiek", password=PASSWORD)
    assert seen.heading == FoundingPage.heading
    assert founder.scene.messages == []


def test_another_browser_cannot_go_on(founder: Founder) -> None:
    data = founder.identified()
    stranger = type(founder.scene.browser)(founder.scene.server)
    assert {stranger.get(data.url).status, stranger.post(data.url).status} == {403}


def test_a_founding_is_no_login_and_a_login_no_founding(founder: Founder) -> None:
    founding, login = founder.begin().url.rpartition("/")[2], founder.scene.ask().url.rpartition("/")[2]
    assert founder.scene.browser.get(f"{PZ}/ui/au/login/{founding}").status == 404
    for path in ("", "/data"):
        assert founder.scene.browser.get(f"{PZ}/ui/au/register/{login}{path}").status == 404


def test_another_choice_of_institution_makes_the_first_count_no_more(founder: Founder) -> None:
    step = founder.asked_for_code()
    data = step.url
    address = founder.scene.browser.get(step_of(step)).page.xpath("//form/@action")[0]
    founding = founder.scene.browser.get(f"{PZ}{address.removesuffix('/data')}")
    founder.choose(founding, "mbank")
    assert founder.scene.type_code(step, founder.scene.code).heading == FoundingPage.heading
    assert founder.scene.browser.get(data).heading == FoundingPage.heading
    assert founder.person.trusted_profile is None


def test_the_last_credentials_count(founder: Founder) -> None:
    data = founder.identified()
    founder.choose_credentials(data)
    step = founder.choose_credentials(data, username="inna.nazwa")
    assert len(founder.scene.messages) == 1
    founder.scene.type_code(step, founder.scene.code)
    assert founder.scene.profile.username == "inna.nazwa"


@pytest.mark.parametrize("lost", ["username", "profile"])
def test_what_comes_in_the_way_before_the_code_is_told(founder: Founder, lost: str) -> None:
    step = founder.asked_for_code()
    other = make_person(Recipe(2), founder.scene.world.clock.now())
    assert other.trusted_profile
    if lost == "username":
        other.trusted_profile.username = founder.username
        founder.scene.world.people.add(other)
    else:
        founder.person.trusted_profile = other.trusted_profile
    seen = founder.scene.type_code(step, founder.scene.code)
    assert seen.heading == (FoundingDataPage if lost == "username" else FoundingRefusedPage).heading
    assert founder.person.trusted_profile is (None if lost == "username" else other.trusted_profile)


def test_of_two_foundings_of_one_person_one_wins(founder: Founder) -> None:
    first, second = founder.identified(), founder.identified("mbank")
    first, code_of_first = founder.choose_credentials(first), founder.scene.code
    second = founder.choose_credentials(second, username="druga.nazwa")
    founder.scene.type_code(first, code_of_first)
    assert founder.scene.type_code(second, founder.scene.code).heading == FoundingRefusedPage.heading
    assert (founder.scene.profile.username, founder.scene.profile.bank) == (founder.username, "ing")


def test_founding_anew_ends_what_was_begun_with_the_old_profile(founder: Founder) -> None:
    scene = founder.scene
    founder.person.trusted_profile = make_person(Recipe(1), scene.world.clock.now()).trusted_profile
    scene.profile.valid_until = scene.world.clock.now()
    scene.signed_in()
    elsewhere = scene.give_password(scene.browser.get(f"{PZ}/ui/au/login"))
    code_of_old = scene.code
    scene.wait(1)
    founder.founded()
    assert scene.type_code(elsewhere, code_of_old).heading == OwnSignInPage.heading
    assert scene.browser.get(f"{PZ}/account").status == 401
    assert (scene.profile.username, scene.profile.password) == (founder.username, PASSWORD)


def test_who_came_from_a_login_goes_back_to_it(founder: Founder) -> None:
    login = founder.scene.ask()
    page = founder.begin(f"{login.url.removeprefix(PZ)}/register")
    step = founder.choose_credentials(founder.identified(page=page))
    seen = founder.scene.type_code(step, founder.scene.code)
    assert (seen.url, seen.heading) == (login.url, LoginPage.heading)
    founder.scene.type_code(founder.scene.give_password(seen), founder.scene.code)
    (answer,) = founder.scene.asker.answers
    assert answer.identity
    assert answer.identity.pesel == founder.person.pesel


def test_who_has_no_profile_founds_one_and_goes_on(founder: Founder) -> None:
    login = founder.scene.ask()
    alert = founder.identified(page=login)
    assert alert.heading == NoProfilePage.heading
    page = founder.begin(str(alert.page.xpath("//main//a/@href")[0]))
    founder.scene.type_code(founder.choose_credentials(founder.identified(page=page)), founder.scene.code)
    founder.identified(page=login)
    assert len(founder.scene.asker.answers) == 1


@pytest.mark.parametrize("from_login", [True, False])
def test_cancel_goes_back_to_where_the_person_came_from(founder: Founder, from_login: bool) -> None:
    login = founder.scene.ask()
    start = f"{login.url.removeprefix(PZ)}/register" if from_login else "/ui/au/register"
    page = founder.begin(start)
    data = founder.identified(page=page)
    seen = founder.scene.browser.post(page.url.replace("/register/", "/cancel/"))
    assert seen.heading == (LoginPage if from_login else FrontPage).heading
    assert seen.texts("//*[@role='status']")
    assert founder.scene.browser.get(data.url).status == 410


def test_a_login_that_is_over_meanwhile_is_not_gone_back_to(founder: Founder) -> None:
    login = founder.scene.ask()
    page = founder.begin(f"{login.url.removeprefix(PZ)}/register")
    founder.scene.cancel_login(login)
    assert founder.scene.browser.post(page.url.replace("/register/", "/cancel/")).heading == FrontPage.heading


def test_a_bank_that_waits_is_told_that_the_founding_was_given_up(founder: Founder) -> None:
    page = founder.begin()
    at_bank = founder.choose(page)
    founder.scene.browser.post(page.url.replace("/register/", "/cancel/"))
    assert founder.scene.browser.get(at_bank.url).status == 410


def test_a_founding_under_way_is_told_with_whose_it_is(founder: Founder) -> None:
    def told() -> list[tuple[Kind, str, str | None]]:
        open_now = founder.scene.world.open_things()
        return [(thing.kind, thing.what, thing.pesel) for thing in open_now if thing.site == "pz"]

    step, pesel = founder.begin(), founder.person.pesel
    assert told() == [(Kind.CHANGE, "founding", None)]
    step = founder.choose_credentials(founder.identified(page=step))
    assert (Kind.CHANGE, "founding", pesel) in told()
    assert (Kind.CODE, "SMS", pesel) in told()
    founder.scene.type_code(step, founder.scene.code)
    assert [kind for kind, *_ in told()] == [Kind.LOGIN], "the sign-in to which the founding led"
