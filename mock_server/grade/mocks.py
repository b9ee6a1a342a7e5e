"""Whatever mocks a suite uses: told what to alter, and asked what they saw."""

from pathlib import Path

from ..check.grading import GradingOrder, Tally
from ..check.orders import ORDER_FILE, SEEN_FILE, read_seen
from ..client import Control


class Mocks:
    """The mocks of one suite.

    Args:
        folder: where those look that the suite starts.
        control: one that runs already, if there is one.
    """

    def __init__(self, folder: Path, control: Control | None = None) -> None:
        self._folder, self._control = folder, control
        self._was_told = False

    def give(self, order: GradingOrder) -> None:
        """Let them alter this in the next run, and forget what they saw.

        Raises:
            ControlFailed: the one that runs cannot be told.
        """
        (self._folder / ORDER_FILE).write_text(order.model_dump_json(), encoding="utf-8")
        (self._folder / SEEN_FILE).unlink(missing_ok=True)
        if self._control:
            self._control.give_order(order)
            self._was_told = True

    def seen(self) -> Tally:
        """What they saw since.

        Raises:
            ControlFailed: the one that runs does not answer.
        """
        tally = read_seen(self._folder)
        if self._control:
            tally.seen.update(self._control.seen().seen)
        return tally

    def end(self) -> None:
        """Let nothing be altered any more."""
        if self._control and self._was_told:
            self._control.end_grading()
