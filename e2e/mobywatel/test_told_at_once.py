"""The computer is told of a refusal within a second of real time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic

import allure
import pytest

from e2e.at_once.acting import Actor
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Consent")]


@pytest.mark.behaviour("consent.declined")
def test_refusal_is_told_to_the_computer_within_a_second(
    world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser], by_hand: ByHand
) -> None:
    actor = Actor(world, person, new_http_browser(), new_http_browser())
    code = actor.show_code()
    actor.open_app()
    actor.read(code)
    address, fields = actor.consent_form()
    events = by_hand.write("GET", f"{actor.computer.address}/stan", like=actor.computer)
    listening = Event()
    with ThreadPoolExecutor(1) as threads:
        told = threads.submit(by_hand.watch, events, "declined", listening)
        assert listening.wait(30)
        refusal = by_hand.write("POST", address, like=actor.handset, form=fields | {"decision": "decline"})
        assert "Odmówiono udostępnienia danych" in by_hand.send(refusal).text
        answered = monotonic()
    assert told.result() - answered < 1
    assert actor.data() == {"error": "no_session"}
