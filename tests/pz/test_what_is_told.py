"""pz.gov.pl tells at each turn what happened, and leads on from there."""

import json
from datetime import timedelta

import pytest

from fixtures.http_page import HttpPage
from mock_server.kernel.clock import WARSAW
from mock_server.kernel.people import Confirmation
from mock_server.sites.pz import rules
from mock_server.web.lockout import ALLOWED, LOCK
from pages.pz.account import ProfileDetailsPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage
from tests.pz.scene import PZ, PzScene, step_of


def notice(seen: HttpPage) -> str:
    return " ".join(seen.texts("//*[contains(@class, 'notice')][ancestor-or-self::*[@role='status']]"))


def error(seen: HttpPage) -> str:
    return " ".join(seen.texts("//p[contains(@class, 'error')]"))


def status(scene: PzScene, step: HttpPage) -> str:
    """As a page without an event stream asks for it."""
    return str(json.loads(scene.browser.get(f"{step_of(step)}/status").text)["status"])


def test_a_wrong_password_leaves_the_user_name_in_its_field(scene: PzScene) -> None:
    seen = scene.give_password(scene.ask(), password="wrong")
    assert seen.status == 422
    assert seen.page.xpath("//input[@name='username']/@value") == [scene.profile.username]
    assert seen.page.xpath("//input[@name='password']/@value") == [""]


def test_a_wrong_code_is_told_at_its_field_and_a_late_one_otherwise(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    wrong = scene.type_code(step, scene.wrong_code)
    scene.world.clock.advance(rules.CODE_LIFE)
    late = scene.type_code(step, scene.code)
    assert (wrong.status, late.status) == (422, 422)
    assert error(wrong)
    assert error(late) not in {"", error(wrong)}
    assert status(scene, step) == "expired"


def test_the_third_wrong_code_leads_back_to_the_login_whatever_comes_then(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    for _ in range(rules.TRIES):
        seen = scene.type_code(step, scene.wrong_code)
    assert notice(seen)
    for after in (seen, scene.type_code(step, scene.code), scene.resend(step), scene.browser.get(step_of(step))):
        assert after.heading == LoginPage.heading
    assert status(scene, step) == "over"
    assert scene.asker.answers == []


def test_resend_waits_is_sent_and_is_refused_after_the_last_each_in_its_own_words(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    told = [notice(scene.resend(step))]
    for _ in range(rules.RESENDS + 1):
        scene.world.clock.advance(rules.PAUSE)
        told.append(notice(scene.resend(step)))
    too_soon, *sent, no_more = told
    assert len({too_soon, *sent, no_more}) == 3
    assert "" not in told


def test_who_got_too_many_messages_is_told_at_the_login_the_resend_and_the_renewal(scene: PzScene) -> None:
    scene.signed_in()
    step = scene.asked_to_confirm()
    for _ in range(rules.MESSAGES - 2):
        scene.asked_to_confirm()
    scene.world.clock.advance(rules.PAUSE)
    resent, begun = scene.resend(step), scene.asked_to_confirm()
    token = scene.browser.get(f"{PZ}/account/profile/details").hidden("token")
    renewed = scene.browser.post(f"{PZ}/account/profile/renewal", token=token)
    assert len(scene.messages) == rules.MESSAGES
    assert (begun.heading, renewed.url) == (LoginPage.heading, f"{PZ}/account/profile/details")
    assert notice(resent)
    assert {notice(seen) for seen in (begun, renewed)} == {notice(resent)}


def test_a_method_that_changed_meanwhile_leads_back_to_the_login(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.profile.confirmation = Confirmation.PUSH
    seen = scene.browser.get(step_of(step))
    assert seen.heading == LoginPage.heading
    assert notice(seen)


def test_a_push_waits_until_its_last_instant_and_then_tells_that_it_expired(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    assert status(scene, step) == "waiting"
    life = scene.pushes[0].expires_at - scene.world.clock.now()
    scene.wait((life - timedelta(milliseconds=1)).total_seconds())
    assert status(scene, step) == "waiting"
    scene.wait(0.001)
    assert status(scene, step) == "expired"
    seen = scene.browser.get(step_of(step))
    assert notice(seen)
    assert seen.texts("//*[@data-wait]/p") != step.texts("//*[@data-wait]/p")


def test_a_push_that_was_approved_is_not_sent_again(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    assert scene.answer(scene.pushes[0]) == "accepted"
    assert status(scene, step) == "approved"
    scene.world.clock.advance(rules.PAUSE)
    scene.resend(step)
    assert len(scene.pushes) == 1
    (answer,) = scene.asker.answers
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel


def test_a_push_is_withdrawn_when_the_person_leaves_for_another_method(scene: PzScene) -> None:
    page = scene.ask()
    scene.profile.confirmation = Confirmation.PUSH
    scene.give_password(page)
    scene.browser.post(f"{page.url}/leave")
    assert scene.pushes[0].expires_at == scene.world.clock.now()


def test_a_code_where_a_push_is_awaited_leads_nowhere(scene: PzScene) -> None:
    assert scene.type_code(scene.asked_to_confirm(Confirmation.PUSH), "12345678").status == 404


def test_a_password_again_over_another_method_withdraws_the_first_step(scene: PzScene) -> None:
    page = scene.ask()
    scene.profile.confirmation = Confirmation.PUSH
    scene.give_password(page)
    scene.profile.confirmation = Confirmation.SMS
    step = scene.give_password(page)
    assert step.heading == SmsDialog.heading
    assert scene.pushes[0].expires_at == scene.world.clock.now()


def test_a_change_without_a_method_is_refused(scene: PzScene) -> None:
    scene.signed_in()
    form = scene.browser.get(f"{PZ}/account/profile/method")
    seen = scene.browser.post(form.url, password=scene.profile.password, token=form.hidden("token"))
    assert seen.status == 422
    assert seen.texts("//*[@role='alert']") != []


def test_wrong_passwords_at_a_change_lock_the_account_and_the_page_tells_until_when(scene: PzScene) -> None:
    scene.signed_in()
    for number in range(1, ALLOWED + 1):
        seen = scene.change(Confirmation.PUSH, password="wrong")
        assert seen.status == 422
        assert bool(seen.texts("//*[@role='alert']")) == (number == ALLOWED)
    (alert,) = seen.texts("//*[@role='alert']")
    assert f"{(scene.world.clock.now() + LOCK).astimezone(WARSAW):%H:%M:%S}" in alert


@pytest.mark.parametrize("cancelled", [False, True], ids=["in-force", "cancelled"])
def test_a_change_that_changes_nothing_says_so_at_the_details(scene: PzScene, *, cancelled: bool) -> None:
    scene.signed_in()
    seen = scene.cancel(scene.change(Confirmation.PUSH)) if cancelled else scene.change(Confirmation.SMS)
    assert (seen.heading, scene.method) == (ProfileDetailsPage.heading, "sms")
    assert notice(seen)


def test_a_change_cannot_be_confirmed_in_another_session(scene: PzScene) -> None:
    scene.signed_in()
    step = step_of(scene.change(Confirmation.PUSH))
    scene.signed_in()
    seen = scene.browser.get(step)
    assert seen.status == 410


def test_a_change_is_no_login(scene: PzScene) -> None:
    scene.signed_in()
    flow = step_of(scene.change(Confirmation.PUSH)).rpartition("/")[2]
    for path in ("", "/no-profile"):
        assert scene.browser.get(f"{PZ}/ui/au/login/{flow}{path}").status == 404


@pytest.mark.parametrize("path", ["/bank", "/leave"])
def test_a_sign_in_to_the_own_account_goes_through_no_bank(scene: PzScene, path: str) -> None:
    login = scene.browser.get(f"{PZ}/ui/au/login")
    assert scene.browser.post(f"{login.url}{path}", bank="mbank").status == 404


def test_a_cancelled_sign_in_comes_back_with_a_notice(scene: PzScene) -> None:
    flow = scene.browser.get(f"{PZ}/ui/au/login").url.rpartition("/")[2]
    seen = scene.browser.post(f"{PZ}/ui/au/cancel/{flow}")
    assert seen.url == f"{PZ}/?cancelled=1"
    assert notice(seen)


def test_a_sign_out_closes_the_account(scene: PzScene) -> None:
    account = scene.signed_in()
    seen = scene.browser.post(f"{PZ}/logout", token=account.hidden("token"))
    assert (seen.status, seen.url) == (200, f"{PZ}/logged-out")
    assert scene.browser.get(f"{PZ}/account").status == 401
