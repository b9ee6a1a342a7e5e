"""Running other programs, so that a failure is an answer and not an exception."""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap.children import started
from bootstrap.problem import SetUpError

_NOT_FOUND = 127
_OUT_OF_TIME = 124
_OF_THE_NETWORK = re.compile(
    r"connect|resol|network|proxy|certificate|\bssl|timed? ?out|no matching distribution|could not fetch"
    r"|enotfound|eai_again|\be?[45]\d\d\b",
    re.IGNORECASE,
)


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

    def ask(self, question: str) -> str:
        """Return the question about the network, with a space before it, where the reason is one of the network."""
        return f" {question}" if _OF_THE_NETWORK.search(self.reason) else ""


def run(
    command: Sequence[str | Path], *, seconds: float, cwd: Path | None = None, without: Collection[str] = ()
) -> Outcome:
    """Run a program to its end, at most for the given seconds; never raises for what the program does.

    It does not see the variables of the environment named by ``without``.
    """
    environment = {name: value for name, value in os.environ.items() if name not in without}
    try:
        with started(
            command,
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as program:
            said, _ = program.communicate(timeout=seconds)
    except OSError as error:
        return Outcome(_NOT_FOUND, str(error))
    except subprocess.TimeoutExpired:
        return Outcome(_OUT_OF_TIME, f"no end after {seconds:.0f} s")
    return Outcome(program.returncode, said.decode(errors="replace"))


def as_root(command: Sequence[str | Path]) -> list[str | Path]:
    """Return the command as root must be asked to run it; raises SetUpError where nobody can become root."""
    if os.geteuid() == 0:
        return list(command)
    if shutil.which("sudo") and run(["sudo", "-n", "true"], seconds=10).ok:
        return ["sudo", "-n", *command]
    line = " ".join(str(part) for part in command)
    raise SetUpError(f"This needs root, and sudo wants a password or is not here. Run yourself: sudo {line}")
