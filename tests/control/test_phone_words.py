"""The phone for tests in Python: what it makes of an SMS, and why it would not do something."""

from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest

from mock_server.client import WorldControl
from mock_server.control.observing import InboxSeen
from mock_server.control.phones import CodeRead, Decided
from mock_server.kernel.inbox import Push, PushState
from mock_server.kernel.inbox import Sms as SentSms
from mock_server.kernel.language import Language
from mock_server.kernel.people import Person
from mock_server.phone import Phone, PhoneRefused, Sms, newest_sms

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PERSON = Person("44051401359", "Anna", "Łoś", date(1944, 5, 14), "+48500100200", "anna@example.org")


class World:
    """Answers what it was told to, and keeps what was decided."""

    def __init__(self) -> None:
        self.sms: list[SentSms] = []
        self.pushes: list[Push] = []
        self.read = CodeRead(result="read", code="c1", service="IKP")
        self.decided = Decided(result="accepted")
        self.answers: list[tuple[str, str, bool]] = []

    def inbox(self, person: Person) -> InboxSeen:
        assert person is PERSON
        return InboxSeen(sms=self.sms, pushes=self.pushes)

    def read_code(self, person: Person, text: str) -> CodeRead:
        assert (person, text) == (PERSON, "8;D")
        return self.read

    def answer_consent(self, person: Person, code: str, *, approve: bool) -> Decided:
        self.answers.append((person.pesel, code, approve))
        return self.decided

    def answer_push(self, person: Person, push: str, *, approve: bool) -> Decided:
        self.answers.append((person.pesel, push, approve))
        return self.decided


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def no_browser_phone(world: World) -> Phone:
    return Phone(cast("WorldControl", world), PERSON)


def push(id: str, state: PushState = PushState.WAITING) -> Push:  # noqa: A002
    return Push("44051401359", "pz", "Logowanie", "1", AT, AT + timedelta(minutes=5), Language.POLISH, state, id)


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        ("Kod: 12345678, operacja nr 7/2026.", "12345678", "7/2026"),
        ("PZ: operacja nr 41, Kod: 99 Nie podawaj", "99", "41"),
        ("operacja nr A-1\nKod: 5", "5", "A-1"),
        ("Trusted profile login, operation no. 123456. Code: 12345678", "12345678", "123456"),
        ("Вхід через довірений профіль, операція № 123456. Код: 12345678", "12345678", "123456"),
        ("⟦29.11.2026, 10:00:05 Lòĝòẁàñìé, òpéŕàçjà ñŕ 123456. Kòd: 12345678⟧", "12345678", "123456"),
        ("Kod: abc", "", ""),
        ("kod: 1, nr 2", "", ""),
    ],
)
def test_an_sms_tells_its_code_and_its_operation(
    world: World, no_browser_phone: Phone, text: str, code: str, number: str
) -> None:
    world.sms = [SentSms(PERSON.phone, "PZ", sent, AT, Language.POLISH) for sent in ("Kod: 1, operacja nr 1.", text)]
    assert no_browser_phone.read_sms() == Sms(text, code, number)
    assert newest_sms(cast("WorldControl", world), PERSON) == Sms(text, code, number)


def test_a_phone_without_messages_says_so(no_browser_phone: Phone) -> None:
    with pytest.raises(AssertionError, match=r"^no SMS has come to this phone$"):
        no_browser_phone.read_sms()


def test_the_newest_push_that_waits_is_answered(world: World, no_browser_phone: Phone) -> None:
    world.pushes = [push("old"), push("new"), push("done", PushState.APPROVED), push("not", PushState.DECLINED)]
    assert no_browser_phone.last_push() is world.pushes[1]
    no_browser_phone.approve_push()
    no_browser_phone.decline_push()
    assert world.answers == [(PERSON.pesel, "new", True), (PERSON.pesel, "new", False)]


def test_a_phone_on_which_no_push_waits_says_so(world: World, no_browser_phone: Phone) -> None:
    world.pushes = [push("done", PushState.APPROVED)]
    with pytest.raises(AssertionError, match=r"^no push waits on this phone$"):
        no_browser_phone.approve_push()
    assert world.answers == []


def test_only_what_was_scanned_is_consented_to(world: World, no_browser_phone: Phone) -> None:
    for answer in (no_browser_phone.approve, no_browser_phone.decline):
        with pytest.raises(AssertionError, match=r"^scan a code first: there is nothing to consent to$"):
            answer()
    assert world.answers == []


def test_the_code_that_was_scanned_last_is_answered(world: World, no_browser_phone: Phone) -> None:
    assert no_browser_phone.scan("8;D") == "IKP"
    world.read = CodeRead(result="read", code="c2", service="mojeIKP")
    assert no_browser_phone.scan("8;D") == "mojeIKP"
    world.decided = Decided(result="approved")
    no_browser_phone.approve()
    world.decided = Decided(result="declined")
    no_browser_phone.decline()
    assert world.answers == [(PERSON.pesel, "c2", True), (PERSON.pesel, "c2", False)]


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (CodeRead(result="expired", message="Za późno"), "expired: Za późno"),
        (CodeRead(result="foreign"), "foreign"),
        (CodeRead(result="odd", code="c1"), "odd"),
        (CodeRead(result="odd", service="IKP"), "odd"),
    ],
)
def test_a_code_that_is_not_read_is_refused(world: World, no_browser_phone: Phone, read: CodeRead, told: str) -> None:
    world.read = read
    with pytest.raises(PhoneRefused) as refused:
        no_browser_phone.scan("8;D")
    assert (refused.value.result, str(refused.value)) == (read.result, told)
    with pytest.raises(AssertionError, match="scan a code first"):
        no_browser_phone.approve()


@pytest.mark.parametrize("act", ["approve", "decline"])
@pytest.mark.parametrize("result", ["approved", "declined", "expired"])
def test_an_answer_to_a_code_counts_as_it_was_meant_or_is_refused(
    world: World, no_browser_phone: Phone, act: str, result: str
) -> None:
    no_browser_phone.scan("8;D")
    world.decided = Decided(result=result, message="Nie")
    if result == f"{act}d":
        getattr(no_browser_phone, act)()
    else:
        with pytest.raises(PhoneRefused) as refused:
            getattr(no_browser_phone, act)()
        assert (refused.value.result, str(refused.value)) == (result, f"{result}: Nie")


@pytest.mark.parametrize("act", ["approve_push", "decline_push"])
def test_an_answer_to_a_push_that_does_not_count_is_refused(world: World, no_browser_phone: Phone, act: str) -> None:
    world.pushes = [push("new")]
    world.decided = Decided(result="expired")
    with pytest.raises(PhoneRefused) as refused:
        getattr(no_browser_phone, act)()
    assert (refused.value.result, str(refused.value)) == ("expired", "expired")
