import asyncio

import httpx
import pytest

from mock_server.kernel.people import Confirmation
from mock_server.sites.pz.answering import DECLINED
from tests.pz.scene import PzScene, step_of


def test_an_approval_identifies_the_person(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    (push,) = scene.pushes
    assert step.texts("//dd") == [push.operation, push.operation_number]
    assert scene.messages == []
    assert scene.browser.get(step_of(step)).heading == step.heading
    assert scene.asker.answers == []
    assert scene.answer(push) == "accepted"
    scene.browser.get(step_of(step))
    (answer,) = scene.asker.answers
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel


def test_a_refusal_leads_back_to_the_login(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    assert scene.answer(scene.pushes[0], approve=False) == "accepted"
    assert DECLINED in scene.browser.get(step_of(step)).text
    assert scene.answer(scene.pushes[0]) == "already_answered"
    assert scene.asker.answers == []


def test_an_approval_counts_once(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    assert scene.answer(scene.pushes[0]) == "accepted"
    assert scene.answer(scene.pushes[0]) == "already_answered"
    scene.browser.get(step_of(step))
    assert scene.browser.get(step_of(step)).status == 410
    assert len(scene.asker.answers) == 1


@pytest.mark.parametrize(("seconds", "result"), [(299.999, "accepted"), (300, "expired")])
def test_an_approval_comes_in_time_or_never(scene: PzScene, seconds: float, result: str) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    scene.wait(seconds)
    assert scene.answer(scene.pushes[0]) == result
    scene.browser.get(step_of(step))
    assert len(scene.asker.answers) == (result == "accepted")


def test_nobody_else_answers_a_push(scene: PzScene) -> None:
    scene.asked_to_confirm(Confirmation.PUSH)
    assert scene.answer(scene.pushes[0], pesel="00000000000") == "not_yours"
    assert scene.answer(scene.pushes[0]) == "accepted"


def test_one_push_waits_at_most(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    scene.wait(30)
    scene.resend(step)
    old, new = scene.pushes
    assert old.operation_number == new.operation_number
    assert scene.answer(old) == "expired"
    assert scene.answer(new) == "accepted"


def test_resends_are_capped(scene: PzScene) -> None:
    step = scene.asked_to_confirm(Confirmation.PUSH)
    for _ in range(5):
        scene.wait(30)
        scene.resend(step)
    assert len(scene.pushes) == 4


def test_a_cancelled_login_is_not_approved_afterwards(scene: PzScene) -> None:
    scene.cancel(scene.asked_to_confirm(Confirmation.PUSH))
    assert scene.pushes[0].expires_at == scene.world.clock.now()
    assert scene.answer(scene.pushes[0]) == "expired"


def test_without_mobywatel_the_person_is_told_and_no_sms_goes_instead(scene: PzScene) -> None:
    scene.person.mobywatel = None
    assert "Nie masz aplikacji mObywatel" in scene.asked_to_confirm(Confirmation.PUSH).text
    assert (scene.pushes, scene.messages) == ([], [])


def test_only_the_back_channel_takes_answers(scene: PzScene) -> None:
    scene.asked_to_confirm(Confirmation.PUSH)
    client = httpx.AsyncClient(transport=httpx.ASGITransport(scene.server), base_url="https://pz.localhost")
    message = {"push": scene.pushes[0].id, "pesel": scene.person.pesel, "approve": True}
    assert asyncio.run(client.post("/back/push", json=message)).status_code == 404
    assert scene.answer(scene.pushes[0]) == "accepted"
