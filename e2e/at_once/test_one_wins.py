"""Of requests that redeem the same thing at the same moment exactly one wins."""

import allure
import pytest

from e2e.at_once.acting import Actor
from e2e.at_once.conftest import ActorMaker
from fixtures.by_hand import ByHand
from fixtures.world import WorldControl

pytestmark = [allure.epic("At once"), pytest.mark.behaviour("at_once.one")]

MANY = 6
SIGNED_IN = "__Host-session"


@pytest.fixture
def actor(new_actor_at_home: ActorMaker) -> Actor:
    return new_actor_at_home()


@pytest.mark.behaviour("code.once")
def test_of_many_phones_one_reads_the_code(
    new_actor_at_home: ActorMaker, actor: Actor, by_hand: ByHand, world: WorldControl
) -> None:
    code = actor.show_code()
    readers = [new_actor_at_home() for _ in range(MANY)]
    for reader in readers:
        reader.open_app()
    address = world.url("mobywatel", "/kod-qr/wpisz")
    answers = by_hand.send_at_once(
        [by_hand.write("POST", address, like=reader.handset, form={"code": code}) for reader in readers]
    )
    assert sorted(answer.status_code for answer in answers) == [303, *[422] * (MANY - 1)]


@pytest.mark.behaviour("consent.once")
def test_of_many_approvals_one_counts(actor: Actor, by_hand: ByHand) -> None:
    code = actor.show_code()
    actor.open_app()
    actor.read(code)
    address, fields = actor.consent_form()
    approval = fields | {"decision": "approve"}
    answers = by_hand.send_at_once(
        [by_hand.write("POST", address, like=actor.handset, form=approval) for _ in range(MANY)]
    )
    assert ["Dane udostępnione" in answer.text for answer in answers].count(True) == 1
    actor.enter()
    assert actor.data()["pesel"] == actor.person.pesel


@pytest.mark.behaviour("code.once", "trouble.used")
def test_of_many_pickups_of_an_approved_login_one_goes_on(actor: Actor, by_hand: ByHand) -> None:
    actor.approve_login()
    pickups = [by_hand.write("GET", actor.computer.address, like=actor.computer) for _ in range(MANY)]
    answers = by_hand.send_at_once(pickups)
    assert sorted(answer.status_code for answer in answers) == [200, *[410] * (MANY - 1)]
    assert all("został już użyty" in answer.text for answer in answers if answer.status_code == 410)


def test_of_many_returns_to_the_account_one_signs_in(actor: Actor, by_hand: ByHand, world: WorldControl) -> None:
    actor.computer.stop_at = world.url("ikp")
    actor.approve_login()
    actor.enter()
    address, artifact = actor.computer.form("")
    assert "SAMLart" in artifact
    returns = [by_hand.write("POST", address, like=actor.computer, form=artifact) for _ in range(MANY)]
    answers = by_hand.send_at_once(returns)
    assert sorted(answer.status_code for answer in answers) == [303, *[410] * (MANY - 1)]


def test_of_many_acceptances_of_the_regulations_one_opens_a_session(actor: Actor, by_hand: ByHand) -> None:
    actor.approve_login()
    actor.computer.open(actor.computer.address)
    accepted = {"zgoda": "tak"}
    address = actor.computer.address
    answers = by_hand.send_at_once(
        [by_hand.write("POST", address, like=actor.computer, form=accepted) for _ in range(MANY)]
    )
    assert [SIGNED_IN in answer.headers.get("set-cookie", "") for answer in answers].count(True) == 1


@pytest.mark.behaviour("id_card.tries")
def test_of_many_wrong_pins_sent_with_one_form_one_costs_a_try(
    actor: Actor, by_hand: ByHand, world: WorldControl
) -> None:
    card = actor.person.id_card
    assert card
    actor.computer.open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card").submit("/czytnik")
    actor.computer.submit(actor.computer.address.rpartition("/")[2], number=card.number).submit("/can", can=card.can)
    address, fields = actor.computer.form("/pin1")
    wrong = fields | {"pin1": f"{(int(card.pin1) + 1) % 10000:04d}"}
    answers = by_hand.send_at_once(
        [by_hand.write("POST", address, like=actor.computer, form=wrong) for _ in range(MANY)]
    )
    assert all("Pozostało prób: 2" in answer.text for answer in answers)
    actor.computer.open(address).submit("/pin1", pin1=card.pin1)
    assert "/regulamin/" in actor.computer.address
