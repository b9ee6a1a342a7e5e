"""The phone without a screen decides as the app on a screen does, and says what that would show."""

from collections.abc import Callable

import pytest

from e2e.at_once.acting import Actor
from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.trouble import begin_outage, end_outage
from fixtures.world import WorldControl

CODE_LIFE, PUSH_LIFE, GUESSES = 300, 300, 5
APPROVE, DECLINE = True, False
ID, HOST = 7, 10
"""Where a code tells them, counted from 0."""


@pytest.fixture
def person(make_person: PersonMaker) -> Person:
    """Somebody whose trusted profile asks the phone."""
    return make_person(confirmation=Confirmation.PUSH)


@pytest.fixture
def actor(world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser]) -> Actor:
    """The same at a computer; the world's clock stands still."""
    world.freeze()
    return Actor(world, person, new_http_browser(), new_http_browser())


@pytest.fixture
def push(actor: Actor) -> str:
    """The id of a push that waits."""
    sign_in_by_hand(actor.computer, actor.world, actor.person)
    (push,) = actor.world.inbox(actor.person).pushes
    return push.id


def but(code: str, place: int, value: str) -> str:
    """The code with another value at a place."""
    parts = code.split(";")
    return ";".join((*parts[:place], value, *parts[place + 1 :]))


def guess(actor: Actor, code: str, number: int = 1) -> str:
    """The last of so many codes that nobody has shown, each like the one on the page."""
    for place in range(number):
        read = actor.world.read_code(actor.person, but(code, ID, f"00000000-0000-4000-8000-{place:012}"))
    assert read.code is None
    assert read.message
    return f"{read.result}: {read.message}"


@pytest.mark.behaviour("code.foreign")
def test_a_code_that_is_none_or_not_of_the_hub_is_refused_with_a_reason(actor: Actor) -> None:
    code = actor.show_code()
    for text, result, message in (
        ("", "unreadable", "To nie jest kod logowania"),
        (code[:-4], "unreadable", "To nie jest kod logowania"),
        (but(code, HOST, "evil.login.mobywatel.gov.pl"), "foreign", "Nie potwierdzaj go"),
    ):
        read = actor.world.read_code(actor.person, text)
        assert (read.result, read.code, read.service) == (result, None, None)
        assert message in str(read.message)


@pytest.mark.behaviour("code.unguessable")
def test_guesses_are_cut_off_and_an_approval_forgives_them(actor: Actor) -> None:
    code = actor.show_code()
    assert guess(actor, code, GUESSES - 1).startswith("unknown: Nie znamy tego kodu")
    approved = actor.world.read_code(actor.person, code)
    assert actor.world.answer_consent(actor.person, approved.code or "", approve=APPROVE).result == "approved"
    code = actor.show_code()
    assert guess(actor, code, GUESSES).startswith("unknown")
    assert guess(actor, code).startswith("limited: Za dużo nieznanych kodów")
    assert actor.world.read_code(actor.person, code).result == "limited"


@pytest.mark.behaviour("consent.in_time", "consent.once", "code.once")
def test_a_consent_counts_once_in_time_and_for_a_code_that_was_read(actor: Actor, make_person: PersonMaker) -> None:
    world, code = actor.world, actor.show_code()
    assert world.answer_consent(actor.person, "nothing", approve=APPROVE).result == "not_read"
    read = world.read_code(actor.person, code)
    assert (read.result, read.service, read.message) == ("read", "Internetowe Konto Pacjenta (IKP)", None)
    assert read.code
    other = make_person()
    assert world.answer_consent(other, read.code, approve=APPROVE).result == "not_read"
    assert world.read_code(other, code).result == "used"
    approved = world.answer_consent(actor.person, read.code, approve=APPROVE)
    assert (approved.result, approved.message) == ("approved", None)
    again = world.answer_consent(actor.person, read.code, approve=APPROVE)
    assert (again.result, "już użyty" in str(again.message)) == ("used", True)
    actor.enter()
    assert actor.data()["pesel"] == actor.person.pesel


@pytest.mark.behaviour("consent.in_time", "consent.declined")
def test_a_late_consent_is_told_and_a_refusal_is_no_mistake(actor: Actor) -> None:
    world = actor.world
    declined = world.read_code(actor.person, actor.show_code())
    answer = world.answer_consent(actor.person, declined.code or "", approve=DECLINE)
    assert (answer.result, answer.message) == ("declined", None)
    late = world.read_code(actor.person, actor.show_code())
    world.advance(CODE_LIFE)
    answer = world.answer_consent(actor.person, late.code or "", approve=APPROVE)
    assert (answer.result, "stracił ważność" in str(answer.message)) == ("expired", True)


@pytest.mark.behaviour("push.operation", "push.declined")
@pytest.mark.parametrize("approve", [APPROVE, DECLINE], ids=["approved", "declined"])
def test_a_push_is_answered_once_by_whom_it_is_for(
    actor: Actor,
    push: str,
    make_person: PersonMaker,
    approve: bool,
) -> None:
    foreign = actor.world.answer_push(make_person(), push, approve=approve)
    assert (foreign.result, foreign.message) == ("not_yours", "To powiadomienie jest dla kogoś innego.")
    answered = actor.world.answer_push(actor.person, push, approve=approve)
    assert (answered.result, answered.message) == ("accepted", None)
    for later in (APPROVE, DECLINE):
        again = actor.world.answer_push(actor.person, push, approve=later)
        assert (again.result, again.message) == ("already_answered", "Na to powiadomienie już odpowiedziano.")
    actor.computer.open(actor.computer.address)
    assert actor.computer.address.startswith(actor.world.url("pz", "/account" if approve else "/ui/au/login"))


@pytest.mark.behaviour("push.operation")
def test_a_push_that_comes_too_late_is_told(actor: Actor, push: str) -> None:
    actor.world.advance(PUSH_LIFE)
    late = actor.world.answer_push(actor.person, push, approve=APPROVE)
    assert (late.result, "minął" in str(late.message)) == ("expired", True)


@pytest.mark.behaviour("push.operation")
def test_a_push_of_a_login_that_was_given_up_is_too_late(actor: Actor, push: str) -> None:
    actor.computer.press("Anuluj")
    assert actor.world.answer_push(actor.person, push, approve=APPROVE).result == "expired"


@pytest.mark.behaviour("errors.silent")
def test_a_site_that_is_out_is_told(actor: Actor, push: str) -> None:
    world = actor.world
    begin_outage(world, "pz")
    answer = world.answer_push(actor.person, push, approve=APPROVE)
    assert (answer.result, "chwilowo niedostępny" in str(answer.message)) == ("unavailable", True)
    end_outage(world, "pz")
    code = actor.show_code()
    begin_outage(world, "login-mobywatel")
    read = world.read_code(actor.person, code)
    assert (read.result, "chwilowo niedostępne" in str(read.message)) == ("unavailable", True)
    end_outage(world, "login-mobywatel")
    assert world.read_code(actor.person, code).result == "read"
    assert world.answer_push(actor.person, push, approve=APPROVE).result == "accepted"


@pytest.mark.behaviour("errors.silent")
def test_an_app_that_is_out_answers_nothing(actor: Actor, push: str) -> None:
    world, code = actor.world, actor.show_code()
    begin_outage(world, "mobywatel")
    assert world.read_code(actor.person, code).result == "unavailable"
    assert world.answer_push(actor.person, push, approve=APPROVE).result == "unavailable"
    assert world.answer_consent(actor.person, "any", approve=APPROVE).result == "unavailable"
    end_outage(world, "mobywatel")
    assert world.read_code(actor.person, code).result == "read"
