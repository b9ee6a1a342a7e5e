"""pz.gov.pl speaks the language of the visit, on its pages and in its messages; proven with the pseudo-language."""

import pytest

from mock_server.kernel.language import Language
from mock_server.kernel.people import Confirmation
from tests.pz.scene import PZ, PzScene, step_of

MARK = "⟦"
"""With it begins what the pseudo-language says."""


@pytest.fixture
def pseudo(scene: PzScene) -> PzScene:
    scene.browser.http.language = Language.PSEUDO
    return scene


def switch(scene: PzScene, language: Language) -> None:
    scene.browser.get(f"{PZ}/jezyk/{language}?dalej=/")


def statuses(scene: PzScene, address: str) -> list[str]:
    return scene.browser.get(address).texts("//*[@role='status'][contains(@class, 'notice')]")


def test_an_sms_is_in_the_language_of_the_login_and_knows_it(pseudo: PzScene) -> None:
    step = pseudo.asked_to_confirm()
    (sms,) = pseudo.world.inbox.sms
    assert (sms.text[:1], sms.language) == (MARK, Language.PSEUDO)
    assert step.texts("//dd")[0] in sms.text


def test_a_message_that_is_sent_again_is_in_the_language_of_that_moment(pseudo: PzScene) -> None:
    step = pseudo.asked_to_confirm(Confirmation.PUSH)
    switch(pseudo, Language.POLISH)
    pseudo.wait(30)
    pseudo.resend(step)
    old, new = pseudo.pushes
    assert (old.operation[:1], old.language) == (MARK, Language.PSEUDO)
    assert (new.operation, new.language) == ("Logowanie do profilu zaufanego", Language.POLISH)


def test_a_notice_changes_with_the_language(pseudo: PzScene) -> None:
    step = pseudo.asked_to_confirm(Confirmation.PUSH)
    pseudo.answer(pseudo.pushes[0], approve=False)
    login = pseudo.browser.get(step_of(step)).url
    (told,) = statuses(pseudo, login)
    switch(pseudo, Language.POLISH)
    (told_in_polish,) = statuses(pseudo, login)
    assert (told[:1], told_in_polish[:9]) == (MARK, "Odrzucono")


def test_the_sms_of_a_change_is_in_the_language_of_the_push_that_confirmed_it(pseudo: PzScene) -> None:
    pseudo.signed_in()
    pseudo.change(Confirmation.PUSH)
    pseudo.answer(pseudo.pushes[-1])
    told = pseudo.world.inbox.sms[-1]
    assert (told.text[:1], told.language) == (MARK, Language.PSEUDO)


def test_a_moment_in_a_text_stays_a_moment(pseudo: PzScene) -> None:
    pseudo.signed_in()
    validity, *_ = pseudo.browser.get(f"{PZ}/account/profile/details").page.xpath("//tr[2]/td")
    assert validity.text.startswith(MARK)
    assert len(validity.xpath("time")) == 1
