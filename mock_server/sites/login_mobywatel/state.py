"""What login.mobywatel remembers: each code that it showed, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from ...kernel.open_things import Kind, OpenThing
from ...kernel.recent import Recent
from ...kernel.rules import seam
from ...web.delegation import AskedFlow
from ...web.flow import Flows
from ...web.visit import Visit

CODE_LIFE = timedelta(seconds=300)
"""How long a code lives (facts: 300 s)."""


class CodeState(StrEnum):
    """What became of a code."""

    SHOWN = "shown"
    READ = "read"
    APPROVED = "approved"
    DECLINED = "declined"
    REPLACED = "replaced"
    EXPIRED = "expired"
    """Nothing else in time: told, never stored."""


@seam
def new_code_id() -> str:
    """An id that nobody can guess from another: 122 random bits."""
    return str(uuid4())


@dataclass
class LoginCode:
    """One code: the QR's payload and what the tile copies are the same text."""

    issued_at: datetime
    state: CodeState = CodeState.SHOWN
    reader: str | None = None
    """PESEL of the person whose app read it."""
    id: str = field(default_factory=new_code_id)

    @property
    def expires_at(self) -> datetime:
        """The first moment at which it no longer works."""
        return self.issued_at + CODE_LIFE


@dataclass
class QrLogin(AskedFlow):
    """A login that shows one live code at a time."""

    code: LoginCode

    @property
    def goes_on_as(self) -> str | None:
        """Whoever approved the code, until the browser comes to see it."""
        return self.code.reader if self.code.state is CodeState.APPROVED else None

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The login, and the code that it shows while nobody has answered it."""
        yield from super().open_things(site)
        if self.code.state in {CodeState.SHOWN, CodeState.READ}:
            until = self.code.expires_at
            yield OpenThing(Kind.CODE, site, self.code.state, self.code.reader, self.browser, until=until)

    def give_up(self, visit: Visit) -> None:
        """Let the code die with the login."""
        super().give_up(visit)
        self.code.state = CodeState.REPLACED


class QrLogins(Flows[QrLogin]):
    """The logins under way in one world, also found by the code they show or showed."""

    site = "login-mobywatel"

    def __init__(self) -> None:
        super().__init__()
        self.by_code: Recent[str, tuple[QrLogin, LoginCode]] = Recent("code of mObywatel", missed=_is_shown)

    def show(self, flow: QrLogin, code: LoginCode) -> None:
        """Let this be the flow's one live code."""
        flow.code = code
        self.by_code[code.id] = (flow, code)


def _is_shown(shown: tuple[QrLogin, LoginCode]) -> bool:
    flow, code = shown
    return not flow.done and flow.code is code
