import re

from mock_server.web.delegation import Outcome
from tests.pz.scene import Scene, step_of


def test_the_code_identifies_the_person(scene: Scene) -> None:
    scene.type_code(scene.asked_to_confirm(), scene.code)
    (answer,) = scene.asker.answers
    assert answer.outcome is Outcome.IDENTIFIED
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel
    assert answer.identity.authorities == ("pz.gov.pl",)


def test_the_message_says_when_what_and_which(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    assert re.fullmatch(
        r"\d\d\.\d\d\.\d{4}, \d\d:\d\d:\d\d Logowanie do profilu zaufanego, operacja nr \d{6}\. Kod: \d{8}",
        scene.messages[0],
    )
    number = scene.messages[0].split("operacja nr ")[1][:6]
    assert step.texts("//dd") == ["Logowanie do profilu zaufanego", number, f"*** *** {scene.person.phone[-3:]}"]
    assert scene.person.phone[3:9] not in step.text
    assert scene.pushes == []


def test_a_password_sent_twice_sends_one_message(scene: Scene) -> None:
    login = scene.ask()
    assert step_of(scene.give_password(login)) == step_of(scene.give_password(login))
    assert len(scene.messages) == 1


def test_a_code_counts_until_its_last_instant_and_not_after(scene: Scene) -> None:
    late = scene.asked_to_confirm()
    scene.wait(300)
    assert ">Kod SMS stracił ważność. Wyślij kod ponownie.<" in scene.type_code(late, scene.code).text
    assert scene.asker.answers == []
    in_time = scene.asked_to_confirm()
    scene.wait(299.999)
    scene.type_code(in_time, scene.code)
    assert len(scene.asker.answers) == 1


def test_a_code_counts_once(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    scene.type_code(step, scene.code)
    assert scene.type_code(step, scene.code).status == 410
    assert len(scene.asker.answers) == 1


def test_a_code_counts_for_its_own_transaction_only(scene: Scene) -> None:
    first = scene.asked_to_confirm()
    code_of_first = scene.code
    second = scene.asked_to_confirm()
    assert ">Podany kod SMS jest nieprawidłowy.<" in scene.type_code(second, code_of_first).text
    scene.type_code(first, code_of_first)
    assert len(scene.asker.answers) == 1


def test_three_wrong_codes_end_the_transaction(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    right = scene.code
    for _ in range(2):
        assert scene.type_code(step, scene.wrong_code).status == 422
    assert "Trzy razy" in scene.type_code(step, scene.wrong_code).text
    assert scene.type_code(step, right).heading == "Zaloguj się profilem zaufanym"
    assert scene.asker.answers == []


def test_a_resend_kills_the_old_code_and_keeps_the_count(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    old = scene.code
    scene.type_code(step, scene.wrong_code)
    scene.wait(30)
    scene.resend(step)
    assert len(scene.messages) == 2
    assert scene.type_code(step, old).status == 422
    assert "Trzy razy" in scene.type_code(step, scene.wrong_code).text


def test_a_resend_waits_and_is_capped(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    scene.wait(29.999)
    assert "przed chwilą" in scene.resend(step).text
    assert len(scene.messages) == 1
    for _ in range(4):
        scene.wait(30)
        last = scene.resend(step)
    assert "Nie możemy wysłać kolejnej" in last.text
    assert len(scene.messages) == 4


def test_one_person_is_not_flooded_by_operations_begun_again(scene: Scene) -> None:
    for _ in range(20):
        scene.asked_to_confirm()
    assert "zbyt wiele wiadomości" in scene.asked_to_confirm().text
    assert len(scene.messages) == 20
    scene.wait(600)
    scene.asked_to_confirm()
    assert len(scene.messages) == 21


def test_another_browser_learns_nothing(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    scene.browser = type(scene.browser)(scene.server)
    assert scene.type_code(step, scene.code).status == 403
    assert scene.browser.get(step_of(step)).status == 403
    assert scene.browser.get(f"{step_of(step)}/status").status == 403
    assert scene.asker.answers == []


def test_cancel_goes_back_without_an_identity(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    scene.cancel(step)
    assert [(answer.outcome, answer.identity) for answer in scene.asker.answers] == [(Outcome.CANCELLED, None)]
    assert scene.type_code(step, scene.code).status == 410
