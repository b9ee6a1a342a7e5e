"""What e-dowód remembers: each login, each code that it showed, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from ...kernel.open_things import Kind, OpenThing
from ...kernel.recent import Recent
from ...kernel.rules import seam
from ...kernel.secret import digits
from ...web.delegation import AskedFlow
from ...web.flow import Flows
from ...web.lockout import Tries
from ...web.visit import Visit

CODE_LIFE = timedelta(seconds=300)
"""How long a code lives (facts: open; as at mObywatel, 300 s)."""
NUMBER_LENGTH = 9
"""Digits of the number beneath the QR (facts: open)."""


class CodeState(StrEnum):
    """What became of a code."""

    SHOWN = "shown"
    READ = "read"
    APPROVED = "approved"
    DECLINED = "declined"
    REPLACED = "replaced"
    NONE = "none"
    """No code is shown: told, never stored."""
    EXPIRED = "expired"
    """Nothing else in time: told, never stored."""


@dataclass
class Code:
    """One code: the QR and the number beneath it are the same transaction."""

    issued_at: datetime
    number: str
    state: CodeState = CodeState.SHOWN
    app: str | None = None
    """The app that read it."""
    pesel: str | None = None
    """Whose card approved it."""
    id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def expires_at(self) -> datetime:
        """The first moment at which it no longer works."""
        return self.issued_at + CODE_LIFE

    @property
    def grouped_number(self) -> str:
        """The number in groups of three, as a person reads it aloud."""
        return " ".join(self.number[start : start + 3] for start in range(0, NUMBER_LENGTH, 3))


@dataclass
class CardLogin(AskedFlow):
    """A login by e-dowód; it shows at most one live code at a time."""

    code: Code | None = None
    notice: str | None = None

    @property
    def goes_on_as(self) -> str | None:
        """Whose card approved the code, until the browser comes to see it."""
        return self.code.pesel if self.code and self.code.state is CodeState.APPROVED else None

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The login, and the code that it shows while nobody has answered it."""
        yield from super().open_things(site)
        if self.code and self.code.state in {CodeState.SHOWN, CodeState.READ}:
            until = self.code.issued_at + CODE_LIFE
            yield OpenThing(Kind.CODE, site, self.code.state, browser=self.browser, until=until)

    def give_up(self, visit: Visit) -> None:
        """Let the code die with the login."""
        super().give_up(visit)
        kill_code(self)


class CardLogins(Flows[CardLogin]):
    """The logins under way in one world, also found by the codes they show or showed."""

    site = "e-dowod"

    def __init__(self) -> None:
        super().__init__()
        self.by_code: Recent[str, tuple[CardLogin, Code]] = Recent("code of e-dowód", missed=_is_shown)
        self.by_number: Recent[str, tuple[CardLogin, Code]] = Recent("number of e-dowód", missed=_is_shown)

    def show_new_code(self, flow: CardLogin, now: datetime) -> None:
        """Give the flow a fresh code; the one it showed dies."""
        kill_code(flow)
        number = digits(NUMBER_LENGTH)
        while number in self.by_number:
            number = digits(NUMBER_LENGTH)
        flow.code = Code(now, number)
        self.by_code[flow.code.id] = self.by_number[number] = (flow, flow.code)


def _is_shown(shown: tuple[CardLogin, Code]) -> bool:
    flow, code = shown
    return not flow.done and flow.code is code


@seam
def kill_code(flow: CardLogin) -> None:
    """Let the code that the flow shows work no more."""
    if flow.code:
        flow.code.state = CodeState.REPLACED


class Guesses(Tries):
    """Wrong numbers typed in one world, by app."""

    def __init__(self) -> None:
        super().__init__("an eDO App")

    def open_things(self) -> Iterator[OpenThing]:
        """What is counted on each app."""
        for _, attempts in self.counted():
            yield from attempts.open_things(CardLogins.site, "number")
