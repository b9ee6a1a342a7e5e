from datetime import timedelta

import pytest

from mock_server.kernel.making import Recipe, make_person
from mock_server.web.delegation import Outcome
from mock_server.web.lockout import ALLOWED, LOCK
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage, NoProfilePage
from tests.pz.scene import PzScene

INSTANT = timedelta(milliseconds=1)


@pytest.mark.parametrize("known", [True, False])
def test_known_and_unknown_names_are_refused_and_locked_alike(scene: PzScene, known: bool) -> None:
    username = scene.profile.username if known else "nobody"
    login = scene.ask()
    for _ in range(ALLOWED - 1):
        wrong = scene.give_password(login, "wrong", username)
        assert (wrong.status, len(wrong.texts("//p[@class='error']"))) == (422, 1)
    for password in ("wrong", None):
        assert "zablokowane" in scene.give_password(login, password, username).text
    scene.world.clock.advance(LOCK - INSTANT)
    assert "zablokowane" in scene.give_password(login, None, username).text
    scene.world.clock.advance(INSTANT)
    opened = scene.give_password(login, None, username)
    assert opened.heading == (SmsDialog.heading if known else LoginPage.heading)
    assert "zablokowane" not in opened.text


def test_the_lock_hits_one_account(scene: PzScene) -> None:
    other = scene.world.people.add(make_person(Recipe(2), scene.world.clock.now()))
    assert other.trusted_profile
    login = scene.ask()
    for _ in range(ALLOWED):
        scene.give_password(login, "wrong")
    typed = {"username": other.trusted_profile.username, "password": other.trusted_profile.password}
    assert scene.browser.post(login.url, **typed).heading == SmsDialog.heading


def test_a_right_password_alone_clears_no_wrong_tries(scene: PzScene) -> None:
    login = scene.ask()
    for _ in range(ALLOWED - 1):
        scene.give_password(login, "wrong")
    scene.give_password(login)
    assert "zablokowane" in scene.give_password(login, "wrong").text


def test_a_confirmed_login_clears_the_wrong_tries(scene: PzScene) -> None:
    login = scene.ask()
    for _ in range(ALLOWED - 1):
        scene.give_password(login, "wrong")
    scene.type_code(scene.give_password(login), scene.code)
    assert scene.profile.attempts.wrong == 0


def test_an_expired_profile_confirms_nobody(scene: PzScene) -> None:
    scene.profile.valid_until = scene.world.clock.now()
    alert = scene.asked_to_confirm()
    assert alert.heading == NoProfilePage.heading
    assert scene.messages == []
    scene.browser.post(alert.url.replace("no-profile", "leave"))
    assert [(answer.outcome, answer.identity) for answer in scene.asker.answers] == [(Outcome.FAILED, None)]


def test_a_profile_that_expires_before_the_code_confirms_nobody(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.profile.valid_until = scene.world.clock.now()
    assert scene.type_code(step, scene.code).heading == NoProfilePage.heading
    assert scene.asker.answers == []
