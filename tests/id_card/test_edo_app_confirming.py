"""The eDO App from the number to the decision: what dies meanwhile is told before CAN and PIN1 are typed."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl
from mock_server.kernel.people import Person

LIFE = 300


@pytest.fixture
def computer(new_surfer: Callable[[], Surfer], world: WorldControl) -> Surfer:
    """Where the number is shown, at a time that stands still."""
    world.freeze()
    surfer = new_surfer().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")
    return surfer.submit("/edo-app")


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def app(computer: Surfer, new_surfer: Callable[[], Surfer], world: WorldControl) -> Surfer:
    """The eDO App, where the number has been typed in."""
    number = computer.text_of("//output")
    return new_surfer().open(world.url("edo-app", "/wpisz")).submit("", number=number)


def test_the_number_leads_to_who_asks_and_then_to_the_can(app: Surfer, world: WorldControl) -> None:
    world.advance(LIFE - 1)
    assert app.heading == "Szczegóły logowania"
    assert app.text_of("//dd[1]") == "Internetowe Konto Pacjenta (IKP)"
    assert app.press("POTWIERDZAM").address.endswith("/can")


def test_a_code_that_ran_out_meanwhile_is_told_before_the_can(app: Surfer, world: WorldControl) -> None:
    world.advance(LIFE)
    refused = app.press("POTWIERDZAM")
    assert refused.address.endswith("/koniec")
    assert "Kod stracił ważność. Odśwież kod na stronie logowania i spróbuj jeszcze raz." in refused.text_of("//main")


def test_a_code_that_was_replaced_meanwhile_is_told_before_the_can(app: Surfer, computer: Surfer) -> None:
    computer.submit("/edo-app")
    refused = app.press("POTWIERDZAM")
    assert refused.address.endswith("/koniec")
    assert "Ten kod zastąpił nowszy albo logowanie przerwano." in refused.text_of("//main")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_tries_a_puk_while_the_pin_is_not_locked(app: Surfer, person: Person, method: str) -> None:
    assert person.id_card
    app.press("POTWIERDZAM").submit("/can", can=person.id_card.can)
    pin = app.submit("/dowod", number=person.id_card.number).address
    assert pin.endswith("/pin1")
    address = pin.replace("/pin1", "/puk")
    answered = app.open(address) if method == "GET" else app.post(address, puk="00000000")
    assert (answered.address, answered.status) == (pin, 200)
