"""A grading from its options to its exit code."""

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from ..client import Control
from ..server.option_values import GRADING_VARIABLE
from ..verdict.judging.picking import PickingRefused, read_reasons
from .grading import NAMES, Grading
from .mocks import Mocks
from .options import GradeOptions
from .suite import Command
from .telling import as_json, lines


def grade(options: GradeOptions, stream: TextIO) -> int:
    """Grade a suite, and tell; returns the exit code.

    Args:
        options: what was asked for.
        stream: for people; progress goes to standard error.
    """
    try:
        skips = read_reasons(options.skip, NAMES) if options.skip else {}
        with ExitStack() as stack, _ended_alike():
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="przepustka-grade-")))
            control = _control(options, stack)
            suite = Command(options.command, {GRADING_VARIABLE: str(folder)})
            graded = Grading(suite, Mocks(folder, control), options.only, skips, options.slow_seconds, _tell).grade()
    except (PickingRefused, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 2
    for line in lines(graded):
        print(line, file=stream)
    if options.json:
        options.json.write_text(as_json(graded), encoding="utf-8")
    return graded.exit_code


@contextmanager
def _ended_alike() -> Iterator[None]:
    """Let whoever ends this process, as a CI does, end it as Ctrl+C does: with the suite, and the mock told so."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _control(options: GradeOptions, stack: ExitStack) -> Control | None:
    if options.mock_url is None:
        return None
    return stack.enter_context(Control(options.mock_url, options.token, options.ca))


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
