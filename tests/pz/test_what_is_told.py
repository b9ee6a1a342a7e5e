"""What pz.gov.pl tells at each turn, word by word, and where it leads from there."""

import json
from datetime import timedelta

import pytest

from mock_server.kernel.people import Confirmation
from tests.banks.visiting import Seen
from tests.pz.scene import PZ, Scene, step_of

TOO_MANY = "Wysłaliśmy Ci zbyt wiele wiadomości. Spróbuj ponownie za kilka minut."
NOWHERE = (404, "Nie ma takiej strony")
LOGIN = "Zaloguj się profilem zaufanym"


def notice(seen: Seen) -> str:
    return " ".join(seen.texts("//*[@role='status'][contains(@class, 'notice')]"))


def error(seen: Seen) -> str:
    return " ".join(seen.texts("//p[contains(@class, 'error')]"))


def status(scene: Scene, step: Seen) -> str:
    """As a page without an event stream asks for it."""
    return str(json.loads(scene.browser.get(f"{step_of(step)}/status").text)["status"])


def flood(scene: Scene) -> None:
    """Use up what one person may be sent."""
    for _ in range(20):
        scene.asked_to_confirm()


def test_a_wrong_password_leaves_the_user_name_in_its_field(scene: Scene) -> None:
    seen = scene.give_password(scene.ask(), password="wrong")
    assert seen.status == 422
    assert seen.page.xpath("//input[@name='username']/@value") == [scene.profile.username]
    assert seen.page.xpath("//input[@name='password']/@value") == [""]


def test_a_wrong_code(scene: Scene) -> None:
    seen = scene.type_code(scene.asked_to_confirm(), scene.wrong_code)
    assert (seen.status, error(seen)) == (422, "Podany kod SMS jest nieprawidłowy.")


def test_the_third_wrong_code(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    for _ in range(3):
        seen = scene.type_code(step, scene.wrong_code)
    assert (seen.heading, notice(seen)) == (LOGIN, "Trzy razy podano nieprawidłowy kod SMS. Zacznij jeszcze raz.")
    for after in (scene.type_code(step, scene.code), scene.resend(step), scene.browser.get(step_of(step))):
        assert after.heading == LOGIN
    assert status(scene, step) == "over"
    assert scene.asker.answers == []


def test_a_code_that_ran_out(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    scene.wait(300)
    seen = scene.type_code(step, scene.code)
    assert (seen.status, error(seen)) == (422, "Kod SMS stracił ważność. Wyślij kod ponownie.")
    assert status(scene, step) == "expired"


def test_a_resend(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    seen = scene.resend(step)
    assert notice(seen) == "Wiadomość wysłaliśmy przed chwilą. Następną możesz wysłać po 30 sekundach."
    for _ in range(3):
        scene.wait(30)
        seen = scene.resend(step)
        assert notice(seen) == "Wysłaliśmy nową wiadomość. Poprzednia już nie działa."
    scene.wait(30)
    seen = scene.resend(step)
    assert notice(seen) == "Nie możemy wysłać kolejnej wiadomości do tej operacji. Anuluj ją i zacznij od początku."


def test_a_resend_after_twenty_messages(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    for _ in range(19):
        scene.asked_to_confirm()
    scene.wait(30)
    assert notice(scene.resend(step)) == TOO_MANY
    assert len(scene.messages) == 20


def test_a_twenty_first_message(scene: Scene) -> None:
    flood(scene)
    seen = scene.asked_to_confirm()
    assert (seen.heading, notice(seen)) == (LOGIN, TOO_MANY)


def test_a_renewal_after_twenty_messages(scene: Scene) -> None:
    scene.signed_in()
    for _ in range(19):
        scene.asked_to_confirm()
    token = scene.browser.get(f"{PZ}/account/profile/details").hidden("token")
    seen = scene.browser.post(f"{PZ}/account/profile/renewal", token=token)
    assert (seen.url, notice(seen)) == (f"{PZ}/account/profile/details", TOO_MANY)


def test_a_method_that_changed_meanwhile(scene: Scene) -> None:
    step = scene.asked_to_confirm()
    scene.profile.confirmation = Confirmation.PUSH
    seen = scene.browser.get(step_of(step))
    assert (seen.heading, notice(seen)) == (LOGIN, "Metoda autoryzacji zmieniła się. Zacznij jeszcze raz.")


def test_a_push_from_its_first_second_to_its_end(scene: Scene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    assert step.texts("//*[@data-wait]/p") == [
        "Wysłaliśmy powiadomienie push na Twój telefon. Otwórz aplikację mObywatel i potwierdź operację. "
        "Ta strona sama przejdzie dalej."
    ]
    assert status(scene, step) == "waiting"
    life = scene.pushes[0].expires_at - scene.world.clock.now()
    scene.wait((life - timedelta(milliseconds=1)).total_seconds())
    assert status(scene, step) == "waiting"
    scene.wait(0.001)
    assert status(scene, step) == "expired"
    seen = scene.browser.get(step_of(step))
    assert notice(seen) == "Powiadomienie wygasło."
    assert seen.texts("//*[@data-wait]/p") == ["Na to powiadomienie nie można już odpowiedzieć. Wyślij nowe."]


def test_a_push_that_was_approved_is_not_sent_again(scene: Scene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    assert scene.answer(scene.pushes[0]) == "accepted"
    assert status(scene, step) == "approved"
    scene.wait(30)
    scene.resend(step)
    assert len(scene.pushes) == 1
    (answer,) = scene.asker.answers
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel


def test_a_push_is_withdrawn_when_the_person_leaves_for_another_method(scene: Scene) -> None:
    page = scene.ask()
    scene.profile.confirmation = Confirmation.PUSH
    scene.give_password(page)
    scene.browser.post(f"{page.url}/leave")
    assert scene.pushes[0].expires_at == scene.world.clock.now()


def test_a_code_where_a_push_is_awaited(scene: Scene) -> None:
    seen = scene.type_code(scene.asked_to_confirm(Confirmation.PUSH), "12345678")
    assert (seen.status, seen.heading) == NOWHERE


def test_a_password_again_over_another_method_withdraws_the_first_step(scene: Scene) -> None:
    page = scene.ask()
    scene.profile.confirmation = Confirmation.PUSH
    scene.give_password(page)
    scene.profile.confirmation = Confirmation.SMS
    step = scene.give_password(page)
    assert step.heading == "Potwierdź kodem SMS"
    assert scene.pushes[0].expires_at == scene.world.clock.now()


def test_a_change_without_a_method(scene: Scene) -> None:
    scene.signed_in()
    form = scene.browser.get(f"{PZ}/account/profile/method")
    seen = scene.browser.post(form.url, password=scene.profile.password, token=form.hidden("token"))
    assert (seen.status, seen.texts("//*[@role='alert']")) == (422, ["Wybierz metodę autoryzacji."])


def test_a_change_with_a_wrong_password_and_then_locked(scene: Scene) -> None:
    scene.signed_in()
    seen = scene.change(Confirmation.PUSH, password="wrong")
    assert (seen.status, error(seen)) == (422, "Podane hasło jest nieprawidłowe.")
    for _ in range(4):
        seen = scene.change(Confirmation.PUSH, password="wrong")
    assert seen.status == 422
    (alert,) = seen.texts("//*[@role='alert']")
    assert alert.startswith(
        "Konto jest zablokowane na 10 minut, bo zbyt wiele razy podano nieprawidłowy login, hasło lub kod."
        " Spróbuj ponownie po godzinie "
    )


def test_a_change_to_the_method_in_force(scene: Scene) -> None:
    scene.signed_in()
    seen = scene.change(Confirmation.SMS)
    assert (seen.heading, notice(seen)) == ("Szczegóły profilu", "Metoda autoryzacji to już SMS.")


def test_a_change_that_was_cancelled(scene: Scene) -> None:
    scene.signed_in()
    seen = scene.cancel(scene.change(Confirmation.PUSH))
    assert (seen.heading, notice(seen)) == ("Szczegóły profilu", "Anulowano zmianę metody autoryzacji.")


def test_a_change_of_another_session(scene: Scene) -> None:
    scene.signed_in()
    step = step_of(scene.change(Confirmation.PUSH))
    scene.signed_in()
    seen = scene.browser.get(step)
    assert (seen.status, seen.heading) == (403, "To nie jest Twoja zmiana")
    assert seen.texts("//main/p[1]") == ["Zacznij zmianę od początku."]


def test_a_change_is_no_login(scene: Scene) -> None:
    scene.signed_in()
    flow = step_of(scene.change(Confirmation.PUSH)).rpartition("/")[2]
    for path in ("", "/no-profile"):
        seen = scene.browser.get(f"{PZ}/ui/au/login/{flow}{path}")
        assert (seen.status, seen.heading) == NOWHERE


@pytest.mark.parametrize("path", ["/bank", "/leave"])
def test_a_sign_in_to_the_own_account_goes_through_no_bank(scene: Scene, path: str) -> None:
    seen = scene.browser.post(f"{scene.browser.get(f'{PZ}/ui/au/login').url}{path}", bank="mbank")
    assert (seen.status, seen.heading) == NOWHERE


def test_a_sign_in_that_was_cancelled(scene: Scene) -> None:
    flow = scene.browser.get(f"{PZ}/ui/au/login").url.rpartition("/")[2]
    seen = scene.browser.post(f"{PZ}/ui/au/cancel/{flow}")
    assert (seen.url, notice(seen)) == (f"{PZ}/?cancelled=1", "Anulowano logowanie.")


def test_a_sign_out(scene: Scene) -> None:
    account = scene.signed_in()
    seen = scene.browser.post(f"{PZ}/logout", token=account.hidden("token"))
    assert (seen.status, seen.url) == (200, f"{PZ}/logged-out")
    assert scene.browser.get(f"{PZ}/account").status == 401
