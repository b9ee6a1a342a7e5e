"""The inbox of a world: whose message is whose."""

from datetime import UTC, datetime, timedelta

from mock_server.kernel.inbox import Inbox, Push, PushState, Sms
from mock_server.kernel.language import Language

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def sms(phone: str, text: str) -> Sms:
    return Sms(phone, "PZ", text, AT, Language.POLISH)


def push(pesel: str) -> Push:
    return Push(pesel, "pz", "Logowanie", "1", AT, AT + timedelta(minutes=5), Language.POLISH)


def test_a_phone_is_shown_its_own_messages_oldest_first() -> None:
    box = Inbox()
    box.sms += [sms("+48500", "first"), sms("+48600", "another's"), sms("+48500", "second")]
    assert [one.text for one in box.sms_to("+48500")] == ["first", "second"]
    assert box.sms_to("+48700") == []


def test_a_person_is_shown_their_own_pushes_oldest_first() -> None:
    box = Inbox()
    first, others, second = push("a"), push("b"), push("a")
    box.pushes += [first, others, second]
    assert box.pushes_to("a") == [first, second]
    assert box.pushes_to("c") == []


def test_a_push_waits_and_is_found_by_its_own_id() -> None:
    box = Inbox()
    first, second = push("a"), push("a")
    box.pushes += [first, second]
    assert first.state is second.state is PushState.WAITING
    assert first.id != second.id
    assert box.push(first.id) is first
    assert box.push(second.id) is second
    assert box.push("none") is None
