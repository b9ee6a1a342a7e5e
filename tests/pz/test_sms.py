import re
from datetime import timedelta

from mock_server.kernel.making import Recipe, make_person
from mock_server.sites.pz import rules
from mock_server.web.delegation import Outcome
from pages.pz.login import LoginPage
from tests.pz.scene import PzScene, step_of

INSTANT = timedelta(milliseconds=1)


def test_the_code_identifies_the_person(scene: PzScene) -> None:
    scene.type_code(scene.asked_to_confirm(), scene.code)
    (answer,) = scene.asker.answers
    assert answer.outcome is Outcome.IDENTIFIED
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel
    assert answer.identity.authorities == ("pz.gov.pl",)


def test_the_message_says_when_what_and_which(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    assert re.fullmatch(
        r"\d\d\.\d\d\.\d{4}, \d\d:\d\d:\d\d Logowanie do profilu zaufanego, operacja nr \d{6}\. Kod: \d{8}",
        scene.messages[0],
    )
    number = scene.messages[0].split("operacja nr ")[1][:6]
    assert step.texts("//dd") == ["Logowanie do profilu zaufanego", number, f"*** *** {scene.person.phone[-3:]}"]
    assert scene.person.phone[3:9] not in step.text
    assert scene.pushes == []


def test_a_password_sent_twice_sends_one_message(scene: PzScene) -> None:
    login = scene.ask()
    assert step_of(scene.give_password(login)) == step_of(scene.give_password(login))
    assert len(scene.messages) == 1


def test_a_code_counts_until_its_last_instant_and_not_after(scene: PzScene) -> None:
    late = scene.asked_to_confirm()
    scene.world.clock.advance(rules.CODE_LIFE)
    assert scene.type_code(late, scene.code).status == 422
    assert scene.asker.answers == []
    in_time = scene.asked_to_confirm()
    scene.world.clock.advance(rules.CODE_LIFE - INSTANT)
    scene.type_code(in_time, scene.code)
    assert len(scene.asker.answers) == 1


def test_a_code_counts_once(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.type_code(step, scene.code)
    assert scene.type_code(step, scene.code).status == 410
    assert len(scene.asker.answers) == 1


def test_a_code_counts_for_its_own_transaction_only(scene: PzScene) -> None:
    first = scene.asked_to_confirm()
    code_of_first = scene.code
    second = scene.asked_to_confirm()
    assert scene.type_code(second, code_of_first).status == 422
    scene.type_code(first, code_of_first)
    assert len(scene.asker.answers) == 1


def test_three_wrong_codes_end_the_transaction(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    right = scene.code
    for _ in range(rules.TRIES - 1):
        assert scene.type_code(step, scene.wrong_code).status == 422
    for code in (scene.wrong_code, right):
        assert scene.type_code(step, code).heading == LoginPage.heading
    assert scene.asker.answers == []


def test_a_resend_kills_the_old_code_and_keeps_the_count(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    old = scene.code
    for _ in range(rules.TRIES - 2):
        scene.type_code(step, scene.wrong_code)
    scene.world.clock.advance(rules.PAUSE)
    scene.resend(step)
    assert len(scene.messages) == 2
    assert scene.type_code(step, old).status == 422
    assert scene.type_code(step, scene.wrong_code).heading == LoginPage.heading


def test_resend_waits_its_pause_and_stops_after_the_last(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.world.clock.advance(rules.PAUSE - INSTANT)
    scene.resend(step)
    assert len(scene.messages) == 1
    for _ in range(rules.RESENDS + 1):
        scene.world.clock.advance(rules.PAUSE)
        scene.resend(step)
    assert len(scene.messages) == 1 + rules.RESENDS


def test_one_person_is_not_flooded_by_operations_begun_again(scene: PzScene) -> None:
    for _ in range(rules.MESSAGES + 1):
        scene.asked_to_confirm()
    assert len(scene.messages) == rules.MESSAGES
    scene.world.clock.advance(rules.MESSAGES_SPAN)
    scene.asked_to_confirm()
    assert len(scene.messages) == rules.MESSAGES + 1


def test_another_browser_learns_nothing(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.browser = type(scene.browser)(scene.server)
    assert scene.type_code(step, scene.code).status == 403
    assert scene.browser.get(step_of(step)).status == 403
    assert scene.browser.get(f"{step_of(step)}/status").status == 403
    assert scene.asker.answers == []


def test_cancel_goes_back_without_an_identity(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.cancel(step)
    assert [(answer.outcome, answer.identity) for answer in scene.asker.answers] == [(Outcome.CANCELLED, None)]
    assert scene.type_code(step, scene.code).status == 410


def test_wrong_codes_stay_counted_when_somebody_else_gives_a_password_in_between(scene: PzScene) -> None:
    other = scene.world.people.add(make_person(Recipe(2), scene.world.clock.now()))
    assert other.trusted_profile
    login = scene.ask()
    for _ in range(rules.TRIES - 1):
        step = scene.give_password(login)
        assert scene.type_code(step, scene.wrong_code).status == 422
        scene.give_password(login, other.trusted_profile.password, other.trusted_profile.username)
    assert scene.type_code(scene.give_password(login), scene.wrong_code).heading == LoginPage.heading
    assert scene.profile.attempts.wrong == 1
    step = scene.give_password(login)
    assert scene.type_code(step, scene.wrong_code).status == 422, "after the last one all tries are there again"
