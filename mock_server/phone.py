"""A person's phone without a browser, steered over the control API: for tests in Python that show no pages."""

import re
from dataclasses import dataclass, field

from .client import WorldControl
from .kernel.inbox import Push, PushState
from .kernel.people import Person

_CODE = re.compile(r"(?:Kod|Code|Код|Kòd): (\d+)")
_NUMBER = re.compile(r"(?:operacja nr|operation no\.|операція №|òpéŕàçjà ñŕ) ([^.,\s]+)")
"""As a message of pz.gov.pl says it in Polish, English, Ukrainian and the pseudo-language."""


class PhoneRefused(AssertionError):
    """The app would not; ``result`` is the control API's word for why.

    Attributes:
        result: such as ``expired`` or ``used``.
    """

    def __init__(self, result: str, message: str | None) -> None:
        super().__init__(f"{result}: {message}" if message else result)
        self.result = result


@dataclass(frozen=True)
class Sms:
    """What a text message tells.

    Attributes:
        text: the whole message.
        code: the digits after “Kod:”, in whichever language.
        operation_number: the number after “operacja nr”.
    """

    text: str
    code: str
    operation_number: str


def newest_sms(world: WorldControl, person: Person) -> Sms:
    """The newest text message that a person was sent.

    Raises:
        AssertionError: there is none.
    """
    messages = world.inbox(person).sms
    if not messages:
        raise AssertionError("no SMS has come to this phone")
    text = messages[-1].text
    code, number = _CODE.search(text), _NUMBER.search(text)
    return Sms(text, code[1] if code else "", number[1] if number else "")


@dataclass
class Phone:
    """One person's phone: text messages, pushes, and mObywatel, which is open.

    Attributes:
        person: whose it is.
    """

    world: WorldControl
    person: Person
    _read: list[str] = field(default_factory=list)

    def scan(self, code: str) -> str:
        """Read the text of a code; returns who asks for the login.

        Raises:
            PhoneRefused: the code is expired, used, unknown, foreign or no code at all.
        """
        seen = self.world.read_code(self.person, code)
        if seen.code is None or seen.service is None:
            raise PhoneRefused(seen.result, seen.message)
        self._read.append(seen.code)
        return seen.service

    def approve(self) -> None:
        """Consent to the code that was scanned last.

        Raises:
            PhoneRefused: the consent does not count (any more).
        """
        self._answer(approve=True)

    def decline(self) -> None:
        """Decline the code that was scanned last.

        Raises:
            PhoneRefused: the answer does not count (any more).
        """
        self._answer(approve=False)

    def read_sms(self) -> Sms:
        """The newest text message."""
        return newest_sms(self.world, self.person)

    def last_push(self) -> Push:
        """The newest push that waits for an answer."""
        waiting = [push for push in self.world.inbox(self.person).pushes if push.state is PushState.WAITING]
        if not waiting:
            raise AssertionError("no push waits on this phone")
        return waiting[-1]

    def approve_push(self) -> None:
        """Approve the newest push.

        Raises:
            PhoneRefused: the approval does not count (any more).
        """
        self._answer_push(approve=True)

    def decline_push(self) -> None:
        """Decline the newest push.

        Raises:
            PhoneRefused: the answer does not count (any more).
        """
        self._answer_push(approve=False)

    def _answer(self, *, approve: bool) -> None:
        if not self._read:
            raise AssertionError("scan a code first: there is nothing to consent to")
        decided = self.world.answer_consent(self.person, self._read[-1], approve=approve)
        if decided.result != ("approved" if approve else "declined"):
            raise PhoneRefused(decided.result, decided.message)

    def _answer_push(self, *, approve: bool) -> None:
        decided = self.world.answer_push(self.person, self.last_push().id, approve=approve)
        if decided.result != "accepted":
            raise PhoneRefused(decided.result, decided.message)
