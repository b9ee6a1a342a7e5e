"""The step that confirms an operation: a code by SMS, or a push in mObywatel."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from secrets import randbelow
from typing import ClassVar

from ...kernel.inbox import Push, PushState, Sms
from ...kernel.language import spoken
from ...kernel.open_things import Kind, OpenThing
from ...kernel.people import Confirmation, counted
from ...kernel.polish_time import words_of_moment
from ...kernel.rules import seam
from ...kernel.secret import digits
from ...kernel.translation import say
from ...kernel.world import World
from . import rules
from .site import site

SENDER = "PZ"


class Standing(StrEnum):
    """How far a step has come."""

    WAITING = "waiting"
    APPROVED = "approved"
    EXPIRED = "expired"


@dataclass
class Step(ABC):
    """One confirmation under way; its operation number is the same on the page and in every message.

    Attributes:
        operation: what is confirmed, in the words that the person reads.
        pesel: who confirms it.
        phone: the number of that person's profile.
    """

    operation: str
    pesel: str
    phone: str
    sent_at: datetime
    number: str = field(default_factory=lambda: digits(6), kw_only=True)
    resent: int = field(default=0, kw_only=True)
    channel: ClassVar[Confirmation]

    @abstractmethod
    def send(self, world: World) -> None:
        """Send a message; the one sent before counts no more."""

    def prepare_resend(self) -> None:
        """Count a resend, before the message is sent."""
        self.resent += 1

    @abstractmethod
    def standing(self, now: datetime) -> Standing:
        """How far the step has come."""

    @abstractmethod
    def withdraw(self, now: datetime) -> None:
        """Let what was sent count no more."""

    @property
    def approved_by(self) -> str | None:
        """PESEL of the person who confirmed the operation elsewhere than in its browser, if they did."""
        return None

    def open_things(self, _site: str, _browser: str) -> Iterable[OpenThing]:
        """What is open in it and told nowhere else."""
        return ()


def _drawn_code() -> str:
    return rules.code_of(randbelow(10**rules.CODE_LENGTH))


@dataclass
class SmsStep(Step):
    """Waits for the code that was sent to the profile's phone."""

    code: str = field(default_factory=_drawn_code)
    wrong: int = 0
    channel = Confirmation.SMS

    def send(self, world: World) -> None:
        """Send the code."""
        self.sent_at = world.clock.now()
        world.inbox.sms.append(self.message())

    @seam
    def message(self) -> Sms:
        """What the profile's phone is sent."""
        text = rules.sms_text(words_of_moment(self.sent_at), self.operation, self.number, self.code)
        return Sms(self.phone, SENDER, say(text), self.sent_at, spoken())

    @seam
    def prepare_resend(self) -> None:
        """Count a resend and draw a fresh code: the one sent before is dead. Wrong codes stay counted."""
        super().prepare_resend()
        self.code = _drawn_code()

    def standing(self, now: datetime) -> Standing:
        """Waiting until the code's time is over, then expired."""
        return Standing.WAITING if rules.code_is_live(self.sent_at, now) else Standing.EXPIRED

    def open_things(self, site: str, browser: str) -> Iterator[OpenThing]:
        """The code, and how often it was typed wrong."""
        until = self.sent_at + rules.CODE_LIFE
        yield OpenThing(Kind.CODE, site, "SMS", self.pesel, browser, until=until)
        yield from counted(self.wrong, site, "SMS", self.pesel)

    def withdraw(self, now: datetime) -> None:
        """The code dies with the step, which its operation forgets: the message itself stays on the phone."""


@dataclass
class PushStep(Step):
    """Waits for the answer to the push that was sent to the person's mObywatel."""

    push: Push | None = None
    channel = Confirmation.PUSH

    def send(self, world: World) -> None:
        """Send a fresh push, and withdraw the one before, so that one at most waits."""
        now = self.sent_at = world.clock.now()
        self.withdraw(now)
        until = now + rules.PUSH_LIFE
        self.push = Push(self.pesel, site.name, say(self.operation), self.number, now, until, spoken())
        world.inbox.pushes.append(self.push)

    def standing(self, now: datetime) -> Standing:
        """Approved, waiting, or expired."""
        if self.push is None:
            return Standing.EXPIRED
        if self.push.state is PushState.APPROVED:
            return Standing.APPROVED
        return Standing.WAITING if rules.push_is_live(self.push.expires_at, now) else Standing.EXPIRED

    @property
    def approved_by(self) -> str | None:
        """Whoever approved the push."""
        return self.pesel if self.push and self.push.state is PushState.APPROVED else None

    def withdraw(self, now: datetime) -> None:
        """A push that still waits expires at once."""
        if self.push and self.push.state is PushState.WAITING:
            self.push.expires_at = min(now, self.push.expires_at)


STEPS: dict[Confirmation, type[Step]] = {step.channel: step for step in (SmsStep, PushStep)}
