from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Confirmation
from mock_server.sites.pz.answering import DECLINED
from mock_server.sites.pz.rules import PUSH_LIFE
from pages.pz.account import AccountPage
from pages.pz.confirming import SmsDialog
from pages.pz.front import SignedOutPage
from tests.pz.scene import PZ, PzScene, step_of


def test_a_half_done_sign_in_opens_nothing(scene: PzScene) -> None:
    scene.give_password(scene.browser.get(f"{PZ}/ui/au/login"))
    assert scene.browser.get(f"{PZ}/account").status == 401


def test_an_expired_profile_still_signs_in(scene: PzScene) -> None:
    scene.profile.valid_until = scene.world.clock.now()
    assert scene.signed_in().heading == AccountPage.heading
    assert "wygasł" in scene.browser.get(f"{PZ}/account/profile/details").text


def test_the_details_name_the_linked_bank(scene: PzScene) -> None:
    scene.signed_in()
    assert scene.browser.get(f"{PZ}/account/profile/details").texts("//td")[2:] == ["SMS", "brak"]
    scene.profile.bank = "ing"
    assert scene.browser.get(f"{PZ}/account/profile/details").texts("//td")[3] == "ING Bank Śląski"


def test_a_change_takes_effect_only_after_the_approval(scene: PzScene) -> None:
    scene.signed_in()
    other = scene.world.people.add(make_person(Recipe(2), scene.world.clock.now()))
    step = scene.change(Confirmation.PUSH)
    scene.browser.get(step_of(step))
    assert scene.method == "sms"
    told_before = len(scene.messages)
    assert scene.answer(scene.pushes[-1]) == "accepted"
    assert scene.method == "push"
    assert len(scene.messages) == told_before + 1
    assert scene.browser.get(step_of(step)).texts("//*[@role='status']") != []
    assert other.trusted_profile
    assert other.trusted_profile.confirmation is Confirmation.SMS


def test_a_cancel_after_the_approval_tells_that_the_method_is_changed(scene: PzScene) -> None:
    scene.signed_in()
    step = scene.change(Confirmation.PUSH)
    assert scene.answer(scene.pushes[-1]) == "accepted"
    assert scene.cancel(step).texts("//*[@role='status']") != []
    assert scene.method == "push"


def test_a_change_asks_for_the_password(scene: PzScene) -> None:
    scene.signed_in()
    assert "nieprawidłowe" in scene.change(Confirmation.PUSH, password="wrong").text
    assert scene.pushes == []


def test_a_change_needs_the_token(scene: PzScene) -> None:
    scene.signed_in()
    typed = {"method": "push", "password": scene.profile.password, "token": "guessed"}
    assert scene.browser.post(f"{PZ}/account/profile/method", **typed).status == 403
    assert scene.pushes == []


def test_cancel_decline_and_expiry_change_nothing(scene: PzScene) -> None:
    scene.signed_in()
    scene.cancel(scene.change(Confirmation.PUSH))
    assert scene.answer(scene.pushes[-1]) == "expired"
    step = scene.change(Confirmation.PUSH)
    scene.answer(scene.pushes[-1], approve=False)
    assert DECLINED in scene.browser.get(step_of(step)).text
    scene.change(Confirmation.PUSH)
    scene.world.clock.advance(PUSH_LIFE)
    assert scene.answer(scene.pushes[-1]) == "expired"
    assert scene.profile.confirmation is Confirmation.SMS


def test_back_to_sms_needs_the_code_and_the_push_stops_working(scene: PzScene) -> None:
    scene.signed_in()
    scene.profile.confirmation = Confirmation.PUSH
    step = scene.change(Confirmation.SMS)
    assert scene.profile.confirmation is Confirmation.PUSH
    assert scene.type_code(step, scene.code).texts("//*[@role='status']") != []
    assert scene.method == "sms"
    sent = len(scene.pushes)
    assert scene.give_password(scene.ask()).heading == SmsDialog.heading
    assert len(scene.pushes) == sent


def test_a_second_change_withdraws_the_first(scene: PzScene) -> None:
    scene.signed_in()
    scene.change(Confirmation.PUSH)
    scene.change(Confirmation.SMS)
    assert scene.answer(scene.pushes[-1]) == "expired"
    assert scene.profile.confirmation is Confirmation.SMS


def test_without_mobywatel_the_person_is_told(scene: PzScene) -> None:
    scene.person.mobywatel = None
    scene.signed_in()
    assert "Nie masz aplikacji mObywatel" in scene.change(Confirmation.PUSH).text
    assert scene.pushes == []


def test_sign_out_ends_the_session_and_the_change_that_waits(scene: PzScene) -> None:
    token = scene.signed_in().hidden("token")
    scene.change(Confirmation.PUSH)
    assert scene.browser.post(f"{PZ}/logout", token="guessed").status == 403
    assert scene.browser.get(f"{PZ}/account").status == 200
    assert scene.browser.post(f"{PZ}/logout", token=token).heading == SignedOutPage.heading
    assert scene.browser.get(f"{PZ}/account").status == 401
    assert scene.answer(scene.pushes[-1]) == "expired"


def test_a_change_goes_on_only_in_its_session(scene: PzScene) -> None:
    scene.signed_in()
    step = scene.change(Confirmation.PUSH)
    scene.signed_in()
    assert scene.browser.get(step_of(step)).status == 410
