"""``python -m mock_server`` that kills itself (SIGKILL) at a moment of its start which is the same on every machine.

The first two words say which: ``calls N`` is where the Nth Python function of the process is called, ``lines N``
where the Nth line of the modules that keep keys begins. With ``count`` nothing is killed, and both counts at the time
of the greeting are printed at the end.
"""

import os
import runpy
import signal
import sys
import threading
from types import FrameType

KEEPERS = ("/kept_files.py", "/keyring.py", "/tls.py", "/authority.py")
_left = {"calls": -1, "lines": -1}


def _count(kind: str) -> None:
    _left[kind] -= 1
    if _left[kind] == 0:
        os.kill(os.getpid(), signal.SIGKILL)


def _trace_line(_frame: FrameType, event: str, _argument: object) -> object:
    if event == "line":
        _count("lines")
    return _trace_line


def _trace_call(frame: FrameType, _event: str, _argument: object) -> object:
    _count("calls")
    return _trace_line if frame.f_code.co_filename.endswith(KEEPERS) else None


def main(kind: str, number: str, *words: str) -> None:
    """Start with these words."""
    if kind != "count":
        _left[kind] = int(number)
    sys.argv = ["mock_server", *words]
    threading.settrace(_trace_call)  # type: ignore[arg-type]
    sys.settrace(_trace_call)  # type: ignore[arg-type]
    try:
        runpy.run_module("mock_server", run_name="__main__")
    finally:
        sys.settrace(None)
        if kind == "count":
            print("counted", -1 - _left["calls"], -1 - _left["lines"])


if __name__ == "__main__":
    main(*sys.argv[1:])
