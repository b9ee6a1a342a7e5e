"""The inbox of a world: every SMS and push that its systems sent to its people's phones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from .language import Language
from .open_things import Kind, OpenThing
from .recent import Latest
from .secret import opaque_id


@dataclass(frozen=True)
class Sms:
    """A text message, sent to a number; ``language`` is that of its text."""

    phone: str
    sender: str
    text: str
    sent_at: datetime
    language: Language


class PushState(StrEnum):
    """What became of a push."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass
class Push:
    """A notification in mObywatel that asks to approve one operation of one site; ``language`` is that of its name."""

    pesel: str
    site: str
    operation: str
    operation_number: str
    sent_at: datetime
    expires_at: datetime
    language: Language
    state: PushState = PushState.WAITING
    id: str = field(default_factory=opaque_id)


class Inbox:
    """The last messages, in the order in which they were sent."""

    def __init__(self) -> None:
        self.sms: Latest[Sms] = Latest("SMS")
        self.pushes: Latest[Push] = Latest("push")

    def sms_to(self, phone: str) -> list[Sms]:
        """Every SMS to a number, oldest first."""
        return [message for message in self.sms if message.phone == phone]

    def pushes_to(self, pesel: str) -> list[Push]:
        """Every push to a person's mObywatel, oldest first."""
        return [push for push in self.pushes if push.pesel == pesel]

    def open_things(self) -> Iterator[OpenThing]:
        """Every push that nobody has answered."""
        for push in self.pushes:
            if push.state is PushState.WAITING:
                yield OpenThing(Kind.PUSH, push.site, push.operation, push.pesel, until=push.expires_at)

    def push(self, id: str) -> Push | None:  # noqa: A002
        """The push of this id."""
        return next((push for push in self.pushes if push.id == id), None)
