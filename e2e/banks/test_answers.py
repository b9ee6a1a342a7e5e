"""A bank's answer counts once, in time, for its own request, in its own browser, and cannot be altered."""

from collections.abc import Callable

import allure
import pytest

from e2e.banks.by_hand import catch_answer, go_to_bank
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.world import WorldControl

pytestmark = [allure.epic("Banks"), pytest.mark.behaviour("bank.answer")]

CONSENT, USED = "Zgoda na przekazanie danych", "Ten proces logowania został już użyty"
LIFE = 120
HttpBrowserMaker = Callable[[], HttpBrowser]


@pytest.fixture
def http_browser(new_http_browser: HttpBrowserMaker, world: WorldControl) -> HttpBrowser:
    """At mBank's login, for mojeID: after it the login goes on, so a second answer could still do harm."""
    world.freeze()
    return go_to_bank(new_http_browser(), world, "mbank", "mojeid")


def test_an_answer_counts_once(http_browser: HttpBrowser, person: Person) -> None:
    to, fields = catch_answer(http_browser, person, "mbank")
    assert http_browser.post(to, **fields).heading == CONSENT
    assert (http_browser.post(to, **fields).status, http_browser.heading) == (410, USED)


def test_the_browser_carries_references_and_no_data(http_browser: HttpBrowser, person: Person) -> None:
    to, fields = catch_answer(http_browser, person, "mbank")
    assert set(fields) == {"ask", "artifact"}
    told = f"{to} {fields}"
    assert not [secret for secret in (person.pesel, person.family_name, person.given_name) if secret in told]


@pytest.mark.parametrize("field", ["ask", "artifact"])
@pytest.mark.beyond_faults("no rule decides it: references are looked up whole")
def test_an_altered_answer_is_refused(http_browser: HttpBrowser, person: Person, field: str) -> None:
    to, fields = catch_answer(http_browser, person, "mbank")
    altered = fields[field][:-1] + ("A" if fields[field][-1] != "A" else "B")
    assert http_browser.post(to, **fields | {field: altered}).status == 410
    assert http_browser.post(to, **fields | {"pesel": "00000000000"}).heading == CONSENT
    assert person.pesel in http_browser.text_of("//main")


def test_an_answer_counts_for_its_own_request_only(
    http_browser: HttpBrowser, person: Person, world: WorldControl
) -> None:
    to, first = catch_answer(http_browser, person, "mbank")
    go_to_bank(http_browser, world, "mbank", "mojeid")
    _, second = catch_answer(http_browser, person, "mbank")
    assert http_browser.post(to, **first | {"ask": second["ask"]}).status == 410


def test_another_browser_cannot_deliver_an_answer(
    http_browser: HttpBrowser, person: Person, world: WorldControl, new_http_browser: HttpBrowserMaker
) -> None:
    to, fields = catch_answer(http_browser, person, "mbank")
    thief = go_to_bank(new_http_browser(), world, "mbank", "mojeid")
    assert thief.post(to, **fields).status == 403


def test_an_answer_of_a_strangers_login_cannot_be_slipped_into_ones_own(
    http_browser: HttpBrowser,
    person: Person,
    make_person: PersonMaker,
    world: WorldControl,
    new_http_browser: HttpBrowserMaker,
) -> None:
    stranger, victim = make_person(), http_browser
    attacker = go_to_bank(new_http_browser(), world, "mbank", "mojeid")
    to, own = catch_answer(attacker, stranger, "mbank")
    _, caught = catch_answer(victim, person, "mbank")
    assert attacker.post(to, ask=own["ask"], artifact=caught["artifact"]).status == 410


@pytest.mark.parametrize(("seconds", "status"), [(LIFE - 1, 200), (LIFE, 410)])
def test_an_answer_is_fetched_in_time_or_never(
    http_browser: HttpBrowser, person: Person, world: WorldControl, seconds: int, status: int
) -> None:
    to, fields = catch_answer(http_browser, person, "mbank")
    world.advance(seconds)
    assert http_browser.post(to, **fields).status == status


def test_an_answer_for_mojeid_is_neither_taken_nor_spoilt_elsewhere(
    http_browser: HttpBrowser, person: Person, world: WorldControl
) -> None:
    to, fields = catch_answer(http_browser, person, "mbank")
    http_browser.open(world.url("ikp", "/zaloguj")).submit("/metoda", method="trusted_profile")
    _, asked = http_browser.catch("/bank", bank="mbank")
    for ask in (fields["ask"], asked["ask"]):
        assert http_browser.post(world.url("pz", "/answered"), ask=ask, artifact=fields["artifact"]).status == 410
    assert http_browser.post(to, **fields).heading == CONSENT


def test_a_request_to_a_bank_is_taken_up_once(world: WorldControl, new_http_browser: HttpBrowserMaker) -> None:
    http_browser = new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="mojeid")
    to, fields = http_browser.catch("/wybierz-bank", bank="mbank")
    assert http_browser.post(to, **fields).heading == "Zaloguj się – mBank"
    assert http_browser.post(to, **fields).status == 410


def test_no_browser_speaks_on_the_back_channel(http_browser: HttpBrowser, person: Person, world: WorldControl) -> None:
    _, fields = catch_answer(http_browser, person, "mbank")
    for path in ("/back/answer", "/back/ask", "/back/ready"):
        assert http_browser.post(world.url("mbank", path), **fields).status == 404
