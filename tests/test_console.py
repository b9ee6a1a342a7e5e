"""What make starts can be read on a console of few letters too."""

import os
import subprocess
import sys

import pytest

from bootstrap.places import ROOT


@pytest.mark.parametrize(
    ("encoding", "seen"),
    [
        ("ascii", b"\\u0142"),
        ("ascii:replace", b"?"),
        ("iso8859-2", "ł".encode("iso8859-2")),
        ("utf-8", "ł".encode()),
    ],
)
def test_no_letter_ends_what_make_starts(encoding: str, seen: bytes) -> None:
    target = f"show: ; @{sys.executable} -c 'print(chr(322))'"
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    ended = subprocess.run(
        ["make", "-s", f"--eval={target}", "show"], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, seen)
