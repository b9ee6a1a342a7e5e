"""Who founds no profile: who has one, whom the register knows otherwise, who is too young; each told what to do."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import allure
import pytest

from e2e.founding.conftest import FounderMaker
from e2e.founding.founder import ALERT, BANK, PASSWORD, USERNAME, Founder
from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation
from fixtures.polish_time import WARSAW, told_moment
from fixtures.world import WorldControl
from pages.pz.founding import FoundingDataPage, FoundingPage, FoundingRefusedPage
from pages.pz.front import OwnSignInPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Founding a trusted profile")

SECOND = timedelta(seconds=1)


def expect_refused(founder: Founder, reason: str, advice: str) -> None:
    """The founder is told why not, and what to do instead; no code is sent for what is tried nevertheless."""
    founder.expect_at(FoundingRefusedPage.heading)
    assert reason in founder.browser.text_of(ALERT)
    assert advice in founder.browser.text_of("//main")
    sent = founder.world.inbox(founder.person).sms
    typed = {"username": USERNAME, "password": PASSWORD, "password_again": PASSWORD}
    founder.browser.post(founder.browser.address, **typed)
    founder.expect_at(FoundingRefusedPage.heading)
    assert founder.world.inbox(founder.person).sms == sent


@pytest.fixture
def holder(make_founder: FounderMaker, world: WorldControl) -> Founder:
    """Somebody who has a profile, which confirms by push and expires in an hour."""
    world.freeze()
    founder = make_founder(confirmation=Confirmation.PUSH, holdings=("trusted_profile", "banks", "mobywatel"))
    until = world.now() + timedelta(hours=1)
    founder.person = world.change_person(founder.person.pesel, trusted_profile={"valid_until": until.isoformat()})
    return founder


@pytest.mark.behaviour("founding.existing")
def test_who_has_a_valid_profile_is_told_until_when_and_keeps_it(holder: Founder, world: WorldControl) -> None:
    world.advance(3599)
    holder.open()
    holder.be_identified()
    expect_refused(holder, f"ważny do {told_moment(world.now() + SECOND)}", "hasłem albo przez bank")
    assert world.person(holder.person.pesel).trusted_profile == holder.person.trusted_profile
    holder.follow("Zaloguj się")
    holder.expect_at(OwnSignInPage.heading)


@pytest.mark.behaviour("founding.existing")
def test_who_has_a_valid_profile_goes_back_to_the_login_that_they_came_from(holder: Founder) -> None:
    holder.go_to_login()
    holder.follow("Załóż profil zaufany")
    holder.be_identified()
    holder.expect_at(FoundingRefusedPage.heading)
    holder.follow("Zaloguj się")
    holder.expect_at(LoginPage.heading)


@pytest.mark.behaviour("founding.existing", "founding.username")
def test_a_profile_that_has_just_expired_gives_way_whole(holder: Founder, world: WorldControl) -> None:
    world.advance(3600)
    old = holder.person.trusted_profile
    assert old
    holder.open()
    holder.be_identified()
    holder.expect_data_asked()
    assert f"wygasł {told_moment(world.now())}" in holder.browser.text_of("//main")
    holder.choose(old.username)
    holder.give_code()
    new = world.person(holder.person.pesel).trusted_profile
    assert new
    assert (new.username, new.password, new.bank, new.confirmation) == (old.username, PASSWORD, BANK, "sms")
    holder.browser.press("Zaloguj się", username=old.username, password=old.password)
    assert holder.browser.status == 422


@pytest.mark.behaviour("founding.existing")
def test_what_was_begun_with_the_old_profile_ends_with_it(make_founder: FounderMaker, world: WorldControl) -> None:
    founder = make_founder(holdings=("trusted_profile", "banks"))
    old = founder.person.trusted_profile
    assert old
    world.change_person(founder.person.pesel, trusted_profile={"valid_until": world.now().isoformat()})
    tab = founder.browser.open(world.url("pz", "/ui/au/login"))
    tab.press("Zaloguj się", username=old.username, password=old.password)
    step, code = tab.address, ControlPhone(world, founder.person).read_sms().code
    founder.found()
    founder.browser.post(f"{step}/code", code=code)
    assert founder.browser.open(world.url("pz", "/account")).status == 401


@pytest.mark.behaviour("founding.existing")
def test_who_was_signed_in_with_the_old_profile_is_not_with_the_new_one(
    make_founder: FounderMaker, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    founder, elsewhere = make_founder(holdings=("trusted_profile", "banks")), new_http_browser()
    sign_in_by_hand(elsewhere, world, founder.person)
    elsewhere.submit("/code", code=ControlPhone(world, founder.person).read_sms().code)
    account = world.url("pz", "/account")
    assert elsewhere.open(account).status == 200
    world.change_person(founder.person.pesel, trusted_profile={"valid_until": world.now().isoformat()})
    founder.found()
    assert elsewhere.open(account).status == 401


@pytest.mark.behaviour("founding.names")
@pytest.mark.parametrize("other", ["given_name", "family_name"])
def test_a_name_that_the_register_has_otherwise_founds_nothing(
    founder: Founder, world: WorldControl, other: str
) -> None:
    world.change_person(founder.person.pesel, bank_customers={BANK: {other: "Panieńska"}})
    founder.open()
    founder.be_identified()
    expect_refused(founder, "różni się od tego w rejestrze PESEL", "Popraw dane w tej instytucji")
    founder.expect_nothing_founded()
    founder.follow("Wybierz inną instytucję")
    founder.be_identified("mbank")
    founder.expect_data_asked()


@pytest.mark.behaviour("founding.names")
@pytest.mark.parametrize(
    ("at_bank", "page"),
    [("ŁĘCKA-ŻÓŁĆ", FoundingDataPage), ("Lecka-Zolc", FoundingRefusedPage), ("Łęcka", FoundingRefusedPage)],
    ids=["capitals", "no-accents", "half"],
)
def test_capitals_make_no_other_name_but_accents_and_halves_do(
    make_founder: FounderMaker, world: WorldControl, at_bank: str, page: type[FoundingDataPage | FoundingRefusedPage]
) -> None:
    founder = make_founder(family_name="Łęcka-Żółć")
    world.change_person(founder.person.pesel, bank_customers={BANK: {"family_name": at_bank}})
    founder.open()
    founder.be_identified()
    founder.expect_at(page.heading)


@pytest.mark.behaviour("founding.age")
@pytest.mark.parametrize(
    ("born", "birthday"),
    [
        (date(2013, 7, 15), date(2026, 7, 15)),
        (date(2013, 12, 1), date(2026, 12, 1)),
        (date(2012, 2, 29), date(2025, 2, 28)),
    ],
    ids=["summer", "winter", "leap-day"],
)
def test_a_child_founds_a_profile_from_the_midnight_of_its_thirteenth_birthday(
    make_founder: FounderMaker, world: WorldControl, born: date, birthday: date
) -> None:
    world.freeze()
    world.set_clock(datetime(birthday.year, birthday.month, birthday.day, tzinfo=WARSAW) - SECOND)
    child = make_founder(birth_date=born.isoformat())
    child.open()
    child.be_identified()
    expect_refused(child, "ukończyła 13 lat", f"od {birthday:%d.%m.%Y}")
    child.expect_nothing_founded()
    world.advance(1)
    child.found()


@pytest.mark.behaviour("founding.age")
def test_who_is_refused_can_give_up_and_choose_again(make_founder: FounderMaker) -> None:
    child = make_founder(age=12)
    child.open()
    child.be_identified()
    child.follow("Wybierz inną instytucję")
    child.expect_at(FoundingPage.heading)
    child.browser.press("Anuluj")
    child.expect_told("Anulowano zakładanie profilu zaufanego")
