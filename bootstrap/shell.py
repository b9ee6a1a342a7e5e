"""Running other programs, so that a failure is an answer and not an exception."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap.problem import SetUpError

_NOT_FOUND = 127
_OUT_OF_TIME = 124


@dataclass(frozen=True)
class Outcome:
    """How a program ended: its exit code and everything it printed."""

    code: int
    output: str

    @property
    def ok(self) -> bool:
        """Whether the program says that it succeeded."""
        return self.code == 0

    @property
    def reason(self) -> str:
        """The one printed line that says most about a failure."""
        lines = [line.strip() for line in self.output.splitlines() if line.strip()]
        telling = [line for line in lines if line.lower().startswith(("error", "e: ", "npm error"))]
        return (telling or lines[-1:] or [f"exit code {self.code}"])[0]


def run(command: Sequence[str | Path], *, seconds: float, cwd: Path | None = None) -> Outcome:
    """Run a program to its end, at most for the given seconds; never raises for what the program does."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except OSError as error:
        return Outcome(_NOT_FOUND, str(error))
    except subprocess.TimeoutExpired:
        return Outcome(_OUT_OF_TIME, f"no end after {seconds:.0f} s")
    return Outcome(done.returncode, done.stdout)


def as_root(command: Sequence[str | Path]) -> list[str | Path]:
    """Return the command as root must be asked to run it; raises SetUpError where nobody can become root."""
    if os.geteuid() == 0:
        return list(command)
    if shutil.which("sudo") and run(["sudo", "-n", "true"], seconds=10).ok:
        return ["sudo", "-n", *command]
    wish = " ".join(str(part) for part in command)
    raise SetUpError(f"This needs root, and sudo wants a password or is not here. Run yourself: sudo {wish}")
