"""Orders to a mock that runs while somebody's own tests are graded, and what it saw."""

from ..check.grading import GradingOrder, Happened, Tally, What
from ..check.orders import GradingSeen
from .calling import Calls


class ServerGrading(Calls):
    """What a whole mock alters."""

    def give_order(self, order: GradingOrder) -> None:
        """Let every world alter this, and forget what was seen before."""
        self._call("PUT", "/grading", GradingSeen, order.model_dump())

    def seen(self) -> Tally:
        """What was seen since the last order."""
        tally = Tally()
        for one in self._call("GET", "/grading", GradingSeen).seen:
            tally.seen[Happened(What(one.what), one.answer, one.test)] += one.times
        return tally

    def end_grading(self) -> None:
        """Let nothing be altered any more."""
        self._call("DELETE", "/grading", dict)
