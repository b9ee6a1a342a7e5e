"""What a change asks for, and what it leaves alone."""

import re

import allure
import pytest

from e2e.change_of_confirmation.steps import FORM, Changer
from e2e.trusted_profile.asked import ask_for_code
from fixtures.browsers import ContextMaker
from fixtures.by_hand import ByHand
from fixtures.people import PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.pz_account import confirm, method_in_force
from fixtures.start import open_hub
from pages.mobywatel.app import PushScreen
from pages.pz.account import ChangeMethodPage, ProfileDetailsPage
from pages.pz.confirming import DECLINED, PushWaitPage, SmsDialog
from pages.pz.login import LoginPage

pytestmark = [allure.epic("New confirmations of the trusted profile")]

LIFE = 300


def open_push(changer: Changer) -> PushScreen:
    """The phone shows the newest push."""
    phone = changer.phone
    return phone.log_in().choose_pushes().choose_push(phone.last_push().operation_number)


@pytest.mark.behaviour("change.password")
@pytest.mark.parametrize("method", ["push", "sms"])
def test_a_wrong_password_begins_no_change(changer: Changer, method: str) -> None:
    sent = changer.world.inbox(changer.phone.person)
    form = changer.ask_for(method, ChangeMethodPage, password="Niepr4widłowe!")
    form.expect_field_error("Hasło", re.compile("Podane hasło jest nieprawidłowe"))
    assert changer.world.inbox(changer.phone.person) == sent


@pytest.mark.behaviour("change.password")
def test_without_password_token_or_method_no_change_begins(changer: Changer, by_hand: ByHand) -> None:
    changer.page.goto(changer.world.url("pz", FORM))
    token = changer.page.locator("main input[name=token]").get_attribute("value") or ""
    profile = changer.phone.person.trusted_profile
    assert profile
    for form, status in (
        ({"method": "push", "token": token}, 422),
        ({"method": "push", "token": token, "password": ""}, 422),
        ({"method": "push", "password": profile.password}, 403),
        ({"token": token, "password": profile.password}, 422),
        ({"method": "letter", "token": token, "password": profile.password}, 422),
    ):
        request = by_hand.write("POST", changer.page.url, like=changer.page.context, form=form)
        assert by_hand.send(request).status_code == status
    assert changer.world.inbox(changer.phone.person).pushes == []


@pytest.mark.behaviour("change.confirmed")
def test_who_thinks_better_of_it_is_back_at_the_details_with_nothing_asked(changer: Changer) -> None:
    sent = changer.world.inbox(changer.phone.person)
    changer.open_details().choose_change_method().choose_cancel().expect_method("SMS")
    assert changer.world.inbox(changer.phone.person) == sent


@pytest.mark.behaviour("change.confirmed")
def test_cancel_changes_nothing_and_the_push_comes_too_late(changer: Changer) -> None:
    waiting = changer.ask_for("push", PushWaitPage)
    push = open_push(changer)
    waiting.submit_cancel(ProfileDetailsPage).expect_notice("Anulowano zmianę").expect_method("SMS")
    push.choose_approve_too_late()
    assert method_in_force(changer.world, changer.phone) == "sms"


@pytest.mark.behaviour("change.confirmed")
def test_who_cancels_a_moment_after_the_approval_is_told_that_the_change_counts(
    changer: Changer, by_hand: ByHand
) -> None:
    waiting = changer.ask_for("push", PushWaitPage)
    address = waiting.page.get_by_role("button", name="Anuluj").evaluate("button => button.form.action")
    push = open_push(changer)
    changer.page.goto("about:blank")
    push.choose_approve()
    assert by_hand.send(by_hand.write("POST", address, like=changer.page.context)).status_code == 303
    details = ProfileDetailsPage.goto(changer.page, changer.world.url("pz", "/account/profile/details"))
    details.expect_notice("Metoda autoryzacji to już powiadomienia push").expect_method("Powiadomienia push")


@pytest.mark.behaviour("change.confirmed", "push.declined")
def test_a_declined_push_changes_nothing(changer: Changer) -> None:
    waiting = changer.ask_for("push", PushWaitPage)
    open_push(changer).choose_decline()
    waiting.expect_next(ChangeMethodPage).expect_notice(DECLINED)
    assert method_in_force(changer.world, changer.phone) == "sms"


@pytest.mark.behaviour("change.confirmed")
def test_a_push_approved_at_its_end_changes_nothing(changer: Changer) -> None:
    changer.world.freeze()
    changer.ask_for("push", PushWaitPage)
    push = open_push(changer)
    changer.world.advance(LIFE)
    push.choose_approve_too_late()
    assert method_in_force(changer.world, changer.phone) == "sms"


@pytest.mark.behaviour("change.confirmed")
def test_looking_at_the_details_while_the_push_waits_shows_the_old_method(changer: Changer) -> None:
    changer.ask_for("push", PushWaitPage)
    changer.open_details().expect_method("SMS")


@pytest.mark.behaviour("change.old")
def test_a_code_that_waited_when_the_method_changed_counts_no_more(changer: Changer, new_context: ContextMaker) -> None:
    dialog = ask_for_code(open_hub(new_context().new_page(), changer.world), changer.phone.person)
    dialog.fill_code(changer.phone.read_sms().code)
    confirm(changer.ask_for("push", PushWaitPage), changer.phone, ProfileDetailsPage)
    dialog.submit(LoginPage).expect_notice("Metoda autoryzacji zmieniła się")


@pytest.mark.behaviour("change.others")
def test_nobody_elses_setting_moves(changer: Changer, make_person: PersonMaker, make_phone: PhoneMaker) -> None:
    relative = make_person(family_name=changer.phone.person.family_name)
    others = [make_phone(other) for other in (relative, make_person())]
    confirm(changer.ask_for("push", PushWaitPage), changer.phone, ProfileDetailsPage)
    assert method_in_force(changer.world, changer.phone) == "push"
    assert [method_in_force(changer.world, other) for other in others] == ["sms", "sms"]
    assert [changer.world.inbox(other.person).sms for other in others] == [[], []]


@pytest.mark.behaviour("change.others")
@pytest.mark.beyond_faults("no rule decides it: an inbox is looked up by its addressee")
def test_somebody_elses_mobywatel_cannot_confirm_the_change(
    changer: Changer, make_person: PersonMaker, make_phone: PhoneMaker
) -> None:
    changer.ask_for("push", PushWaitPage)
    make_phone(make_person()).log_in().choose_pushes().expect_empty()
    changer.open_details().expect_method("SMS")


@pytest.mark.behaviour("change.told")
def test_the_person_is_told_of_the_change_both_ways(changer: Changer) -> None:
    told = "Metoda autoryzacji Twojego profilu zaufanego to teraz: {}. Nie Ty? Zgłoś to nam."
    confirm(changer.ask_for("push", PushWaitPage), changer.phone, ProfileDetailsPage)
    assert changer.world.inbox(changer.phone.person).sms[-1].text == told.format("powiadomienia push")
    confirm(changer.ask_for("sms", SmsDialog), changer.phone, ProfileDetailsPage)
    assert changer.world.inbox(changer.phone.person).sms[-1].text == told.format("SMS")
