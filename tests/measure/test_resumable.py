import signal
from collections.abc import Callable
from errno import ENOSPC

import pytest

from measure.resumable import CannotRun, command


class PytestBroke(CannotRun):
    pass


def _stop() -> bool:
    raise KeyboardInterrupt


def _terminate() -> bool:
    signal.raise_signal(signal.SIGTERM)
    return True


def _fill_the_disk() -> bool:
    raise OSError(ENOSPC, "No space left on device")


def _fail() -> bool:
    raise PytestBroke("no such folder: e2e/nowhere")


@pytest.mark.parametrize(
    ("run", "code", "said"),
    [
        (lambda: True, 0, ""),
        (lambda: False, 1, ""),
        (_fail, 1, "no such folder: e2e/nowhere\n"),
        (_fill_the_disk, 1, "[Errno 28] No space left on device. Make room, then run make strength again.\n"),
        (_terminate, 130, "\nStopped. Run make strength again: it goes on from here.\n"),
        (_stop, 130, "\nStopped. Run make strength again: it goes on from here.\n"),
    ],
)
def test_exit_code_tells_how_a_run_ended(
    run: Callable[[], bool], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("strength", run) == code
    assert capsys.readouterr().err == said
