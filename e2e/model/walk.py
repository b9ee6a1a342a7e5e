"""A walk: act after act, each followed by what the table expects and by every invariant."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

import allure

from e2e.model.beside import do
from e2e.model.driver import Driver
from e2e.model.invariants import INVARIANTS, nothing_breaks, nothing_else_is_open
from e2e.model.ledger import Ledger
from e2e.model.printed import printed
from e2e.model.table import TABLE
from e2e.model.tour import START, Transition, taken


class ModelBroken(AssertionError):
    """The sites and the model differ; the message ends with a test that shows it.

    Attributes:
        reason: what differs.
        actions: the way there.
        test: the text of that test.
    """

    def __init__(self, reason: str, actions: Iterable[str]) -> None:
        self.reason = reason
        self.actions = tuple(actions)
        self.test = printed(self.actions)
        super().__init__(f"{reason}\n\nThe way there, as a test:\n\n{self.test}")


class ModelWalk:
    """The model and a driver side by side.

    Attributes:
        driver: of the computer.
        state: where the model is.
        actions: what was done so far.
        made: the transitions so far.
    """

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.state = START
        self._ledger = Ledger(driver.cast, driver.begun_before)
        self.actions: list[str] = []
        self.made: list[Transition] = []

    def step(self, action: str) -> None:
        """Do one act.

        Raises:
            ModelBroken: it did not lead where the table says, or an invariant is violated.
        """
        made, after = taken(self.state, action)
        self.actions.append(action)
        try:
            do(self.driver, action)
            nothing_breaks(self.driver)
            self.driver.arrive(after.place, TABLE[made.place][action].tells)
            for holds in INVARIANTS:
                holds(self.driver, after)
            self._ledger.note(action, self.state, after)
            nothing_else_is_open(self.driver, self._ledger)
        except Exception as error:
            broken = ModelBroken(str(error), self.actions)
            allure.attach(broken.test, "the way there, as a test", allure.attachment_type.TEXT)
            raise broken from error
        self.state = after
        self.made.append(made)

    def follow(self, *actions: str) -> "ModelWalk":
        """Do these acts, one after another."""
        for action in actions:
            self.step(action)
        return self


WalkMaker = Callable[..., AbstractContextManager[ModelWalk]]
"""Given the ids of faults, if any."""
Replay = Callable[..., None]
"""Given acts."""


def replay_with(new_walk: WalkMaker) -> Replay:
    """What does acts one after another, in a world of their own, as a printed test asks for."""

    def replay(*actions: str) -> None:
        with new_walk() as walk:
            walk.follow(*actions)

    return replay
