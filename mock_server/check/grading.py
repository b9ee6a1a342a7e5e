"""How a suite's own tests are graded: what a mock alters for one run of them, and what it saw them ask for."""

import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from ..control.api import Message
from ..kernel.near import beginning, near
from ..kernel.open_things import NothingOpen
from .answer import Duty, Verdict
from .answers import SENDS
from .deeds.all import deed_of
from .deeds.logout import LOGOUTS

PLANTS = (
    "hub_out", "cancelled", "other_person", "other_pesel", "odd_names", "other_level", "failed_is_in", "slow",
)  # fmt: skip
"""What may be planted in every login of a run, in the order in which it is tried."""


class GradingOrder(Message):
    """What every world alters, until the next order: nothing, or one of both.

    ``replace``: an answer of the table (``id`` or ``id:variant``) in whose place the good one is sent wherever a test
    chooses it; ``plant``: what befalls every login; ``slow_seconds``: how long ``slow`` takes.
    """

    replace: str | None = None
    plant: str | None = None
    slow_seconds: Annotated[float, Field(ge=0, le=600)] = 5

    @model_validator(mode="after")
    def _can_be_done(self) -> "GradingOrder":
        for given, known in ((self.replace, SENDS), (self.plant, PLANTS)):
            if given is not None and given not in known:
                raise ValueError(f"nothing is named {beginning(given)!r}; {near(given, known)}")
        if self.replace is not None and self.plant is not None:
            raise ValueError("give replace or plant, not both: which of them a test saw could not be told")
        return self


class What(StrEnum):
    """What a mock sees of a run."""

    MOCK = "mock"
    """A mock took an order."""
    LOGIN = "login"
    """A login was answered."""
    ASKED = "asked"
    """A test chose an answer."""
    SENT = "sent"
    """A login was answered so, or would have been."""
    ALTERED = "altered"
    """What the order says was done."""


@dataclass(frozen=True)
class Happened:
    """One thing that a mock saw.

    Attributes:
        answer: the one that was chosen.
        test: that ran, where a suite of pytest has started the mock in its own process.
    """

    what: What
    answer: str = ""
    test: str = ""


def current_test() -> str:
    """The test that runs in this process; a mock that a test has started inherits a name that says nothing later on."""
    return os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0] if "pytest" in sys.modules else ""


@dataclass
class Tally:
    """What was seen since an order was given.

    Attributes:
        tell: called with each.
        test: names the one that runs; nobody knows it of a mock that others have started.
    """

    tell: Callable[[Happened], None] = lambda _: None
    test: Callable[[], str] = str
    seen: Counter[Happened] = field(default_factory=Counter)

    def write(self, what: What, answer: str = "") -> None:
        """One more."""
        happened = Happened(what, answer, self.test())
        self.seen[happened] += 1
        self.tell(happened)


@dataclass
class GradedWorld(NothingOpen):
    """What one world alters; nothing, and nobody counts, where no suite is graded."""

    order: GradingOrder = field(default_factory=GradingOrder)
    tally: Tally | None = None

    def write(self, what: What, answer: str = "") -> None:
        """Tell of something, if anybody counts."""
        if self.tally:
            self.tally.write(what, answer)

    def replaces(self, send: str) -> bool:
        """Whether the good answer is sent in the place of this one."""
        return self.order.replace == send


def is_gradable(send: str) -> bool:
    """Whether a test that chooses this answer must notice that the good one comes instead.

    So it is where the provider must refuse and the mock does the deed. Of an answer that may lead to either, or to a
    session in which something must not happen, a right test can stay green; what the browser does is the test's own.
    """
    answer = SENDS[send]
    if answer.duty is not Duty.REFUSE:
        return False
    if send in LOGOUTS:
        return answer.verdict is Verdict.STAYS
    return answer.verdict is Verdict.BY_DUTY and deed_of(send) is not None
