"""A suite behind a command: its exit code, the end of what it prints, and nothing of it that stays."""

import os
import sys
from pathlib import Path
from socket import socket

import pytest

from mock_server.grade.suite import Command
from mock_server.server.listening import listen

LEAVES_ONE = """
import subprocess, sys
held = open("held", "w")
subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"], stdout=held)
"""

LISTENS = """
import subprocess, sys
from socket import create_server
listener = create_server(("127.0.0.1", {port}))
subprocess.Popen(
    [sys.executable, "-c", "import threading; threading.Event().wait()"], pass_fds=(listener.fileno(),)
)
"""


def python(source: str, folder: Path, **environment: str) -> Command:
    return Command((sys.executable, "-c", source), environment, folder)


def test_the_exit_code_decides(tmp_path: Path) -> None:
    assert python("", tmp_path).run().is_green
    ran = python("print('x' * 9000 + 'end'); raise SystemExit(3)", tmp_path).run()
    assert (ran.code, ran.is_green, ran.told) == (3, False, "exit code 3")
    assert ran.end.endswith("end\n")
    assert len(ran.end) == 4096


def test_it_is_told_where_its_orders_are(tmp_path: Path) -> None:
    assert python("import os; print(os.environ['ORDERS'])", tmp_path, ORDERS="here").run().end == "here\n"


def test_one_that_never_ends_is_ended_and_is_not_green(tmp_path: Path) -> None:
    ran = python("import threading; threading.Event().wait()", tmp_path).run(0.2)
    assert (ran.code, ran.is_green) == (None, False)
    assert ran.told.startswith("not over after")


def test_what_it_leaves_running_is_ended(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "held")
    end = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    assert python(LEAVES_ONE, tmp_path).run().is_green
    os.set_blocking(end, True)
    assert os.read(end, 1) == b"", "nobody holds the other end any more"
    os.close(end)


def test_the_port_of_what_it_leaves_running_is_free_afterwards(tmp_path: Path) -> None:
    with listen() as listener:
        port = listener.getsockname()[1]
    assert python(LISTENS.format(port=port), tmp_path).run().is_green
    with socket() as taken:
        assert taken.connect_ex(("127.0.0.1", port)) != 0


def test_a_program_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nothing-like-this"):
        Command((os.fspath(tmp_path / "nothing-like-this"),), {}).run()
