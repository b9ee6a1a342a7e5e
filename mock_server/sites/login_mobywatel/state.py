"""What login.mobywatel remembers: each code that it showed, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from ...kernel.recent import Recent
from ...kernel.rules import seam
from ...web.delegation import Ask
from ...web.flow import Flow, Flows

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
class QrLogin(Flow):
    """A login that shows one live code at a time."""

    ask: Ask
    code: LoginCode


class QrLogins(Flows[QrLogin]):
    """The logins under way in one world, also found by the code they show or showed."""

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
