"""Whoever stops a command of ours stops what it has started."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bootstrap.children import call, call_within, started, stoppable
from bootstrap.places import ROOT

CHILD = """
import signal, subprocess, sys
from pathlib import Path
left = subprocess.Popen(["tail", "-f", "/dev/null"])
Path(sys.argv[1]).write_text(str(left.pid))
print("started", flush=True)
try:
    signal.pause()
except KeyboardInterrupt:
    print("ended in its own way", flush=True)
    if sys.argv[2:] == ["stubborn"]:
        signal.pause()
"""
PARENT = """
import signal, subprocess, sys
signal.signal(signal.SIGINT, lambda *_: None)
subprocess.run(sys.argv[1:])
"""
COMMAND = """
import sys
from bootstrap.children import call, stoppable
try:
    with stoppable():
        call([sys.executable, "-c", *sys.argv[1:]])
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def is_running(pid: int) -> bool:
    """Whether the process runs; one that has ended and that nobody has asked for does not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return state.strip()[:1] not in {"", "Z"}


def ends(pid: int) -> bool:
    """Whether the process ends; the system takes a moment to do so after a kill."""
    try:
        ended = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return ended in select.select([ended], [], [], 30)[0]
    finally:
        os.close(ended)


@contextmanager
def a_command(left: Path, *arguments: str, ignoring: bool = False) -> Iterator[subprocess.Popen[str]]:
    """A command whose child has started a process of its own; perhaps in the background of a shell.

    It inherits what is ignored: not what pytest's own shell or nohup has it ignore.
    """
    command = [sys.executable, "-c", COMMAND, CHILD, str(left), *arguments]
    wanted = {signal.SIGINT: signal.SIG_IGN if ignoring else signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}
    before = {number: signal.signal(number, handler) for number, handler in wanted.items()}
    try:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    with process:
        assert process.stdout
        assert process.stdout.readline() == "started\n"
        yield process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_lets_the_child_end_in_its_own_way_and_nothing_is_left(tmp_path: Path, number: signal.Signals) -> None:
    with a_command(tmp_path / "pid") as process:
        process.send_signal(number)
        assert process.communicate()[0] == "ended in its own way\nstopped\n"
    assert ends(int((tmp_path / "pid").read_text()))


def test_a_child_that_starts_while_somebody_stops_ours_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    class StoppedMeanwhile(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - Popen's
            super().__init__(*arguments, **options)
            begun.append(self)
            os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("bootstrap.children.subprocess.Popen", StoppedMeanwhile)
    with pytest.raises(KeyboardInterrupt), stoppable():
        call(["sleep", "600"])
    assert begun[0].poll() is not None


def test_a_command_in_the_background_of_a_shell_can_be_stopped_too(tmp_path: Path) -> None:
    with a_command(tmp_path / "pid", ignoring=True) as process:
        process.send_signal(signal.SIGTERM)
        assert process.communicate()[0] == "ended in its own way\nstopped\n"


def test_a_second_signal_kills_a_child_that_does_not_end(tmp_path: Path) -> None:
    with a_command(tmp_path / "pid", "stubborn") as process:
        process.send_signal(signal.SIGINT)
        assert process.stdout
        assert process.stdout.readline() == "ended in its own way\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate()[0] == "stopped\n"
    assert ends(int((tmp_path / "pid").read_text()))


def test_what_a_child_leaves_behind_ends_with_it() -> None:
    script = "tail -f /dev/null >/dev/null & echo $!"
    with started(["sh", "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout
        left = int(process.stdout.readline())
        assert process.wait() == 0
        assert is_running(left)
    assert ends(left)


def test_the_exit_code_is_the_childs() -> None:
    assert call([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_signals_do_afterwards_what_they_did_before() -> None:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    with pytest.raises(KeyboardInterrupt), stoppable():
        signal.raise_signal(signal.SIGTERM)
    assert [signal.getsignal(number) for number in numbers] == before


def test_a_command_under_nohup_outlives_its_terminal() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    outlived = False
    try:
        with suppress(KeyboardInterrupt), stoppable():
            signal.raise_signal(signal.SIGHUP)
            outlived = True
    finally:
        signal.signal(signal.SIGHUP, before)
    assert outlived


def test_a_child_that_takes_too_long_is_stopped_with_what_it_has_started(tmp_path: Path) -> None:
    left, told = tmp_path / "pid", tmp_path / "told"
    with told.open("w") as output:
        assert call_within(1, [sys.executable, "-c", CHILD, str(left)], stdout=output) is None
    assert told.read_text() == "started\nended in its own way\n"
    assert ends(int(left.read_text()))


def test_a_child_that_ends_in_time_has_its_exit_code() -> None:
    assert call_within(60, [sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_all_processes_of_a_child_hear_of_a_stop(tmp_path: Path) -> None:
    """A worker of xdist that waits for its page ends at once, and cleans up."""
    told = tmp_path / "told"
    with told.open("w") as output, suppress(KeyboardInterrupt):
        parent = [sys.executable, "-c", PARENT, sys.executable, "-c", CHILD, str(tmp_path / "pid")]
        with started(parent, stdout=output):
            while "started" not in told.read_text():
                os.sched_yield()
            raise KeyboardInterrupt
    assert told.read_text() == "started\nended in its own way\n"
