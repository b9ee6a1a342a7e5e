"""A bank's answer can be neither replayed nor altered, nor taken by somebody else."""

from datetime import timedelta

import pytest

from fixtures.http_page import HttpPage
from mock_server.kernel.faults import Outage
from tests.banks.visiting import BankScene


def answer_under_way(scene: BankScene, bank: str = "mbank") -> tuple[str, dict[str, str]]:
    """Where the browser is about to post a bank's answer, and what."""
    customer = scene.person.bank_customers[bank]
    page = scene.ask(scene.pz, bank)
    scene.browser.post(f"{page.flow}/logowanie", number=customer.number, password=customer.password)
    sent = scene.browser.post_only(f"{page.flow}/potwierdzenie").sends_itself
    assert sent
    return sent


def deliver(scene: BankScene, to: str, fields: dict[str, str]) -> HttpPage:
    return scene.browser.post_only(to, **fields)


def test_the_browser_carries_references_only(scene: BankScene) -> None:
    to, fields = answer_under_way(scene)
    assert to == "https://pz.localhost/answered"
    assert set(fields) == {"ask", "artifact"}
    assert scene.person.pesel not in str(fields)


def test_an_answer_counts_once(scene: BankScene) -> None:
    to, fields = answer_under_way(scene)
    assert deliver(scene, to, fields).status == 200
    assert deliver(scene, to, fields).status == 410
    assert len(scene.pz.answers) == 1


@pytest.mark.parametrize("field", ["ask", "artifact"])
def test_an_altered_reference_is_refused(scene: BankScene, field: str) -> None:
    to, fields = answer_under_way(scene)
    assert deliver(scene, to, fields | {field: fields[field][:-1]}).status == 410
    assert scene.pz.answers == []


def test_an_answer_counts_for_its_own_request_only(scene: BankScene) -> None:
    to, first = answer_under_way(scene)
    _, second = answer_under_way(scene)
    assert deliver(scene, to, first | {"ask": second["ask"]}).status == 410
    assert scene.pz.answers == []


def test_an_answer_of_one_bank_is_unknown_at_another(scene: BankScene) -> None:
    to, first = answer_under_way(scene, "mbank")
    _, second = answer_under_way(scene, "ing")
    assert deliver(scene, to, second | {"artifact": first["artifact"]}).status == 410
    assert scene.pz.answers == []


def test_another_browser_cannot_deliver_an_answer(scene: BankScene) -> None:
    to, fields = answer_under_way(scene)
    thief = scene.another_browser()
    scene.ask(scene.pz, "mbank", thief)
    assert thief.post_only(to, **fields).status == 403
    assert scene.pz.answers == []


def test_another_site_neither_fetches_nor_spoils_an_answer(scene: BankScene) -> None:
    to, fields = answer_under_way(scene)
    asked = scene.browser.get_only("https://ikp.localhost/ask/mbank").sends_itself
    assert asked
    stolen = {"ask": asked[1]["ask"], "artifact": fields["artifact"]}
    assert deliver(scene, "https://ikp.localhost/answered", stolen).status == 410
    assert scene.ikp.answers == []
    assert deliver(scene, to, fields).status == 200


@pytest.mark.parametrize(("seconds", "status"), [(119, 200), (120, 410)])
def test_an_answer_is_fetched_within_two_minutes(scene: BankScene, seconds: int, status: int) -> None:
    scene.world.clock.freeze()
    to, fields = answer_under_way(scene)
    scene.world.clock.advance(timedelta(seconds=seconds))
    assert deliver(scene, to, fields).status == status


def test_a_browser_cannot_use_the_back_channel(scene: BankScene) -> None:
    _, fields = answer_under_way(scene)
    assert scene.browser.post_only("https://mbank.localhost/back/answer", **fields).status == 404


def test_a_bank_takes_up_a_request_once(scene: BankScene) -> None:
    sent = scene.browser.get_only("https://pz.localhost/ask/mbank").sends_itself
    assert sent
    assert deliver(scene, sent[0], sent[1]).status == 200
    assert deliver(scene, sent[0], sent[1]).status == 410


def test_nobody_is_sent_to_a_bank_that_is_out(scene: BankScene) -> None:
    scene.world.faults.plant("out", Outage("mbank"))
    assert scene.ask(scene.pz, "mbank").status == 503
    assert scene.ask(scene.pz, "ing").heading == "Zaloguj się – ING Bank Śląski"
