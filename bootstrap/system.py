"""The packages of the operating system: apt on Debian and Ubuntu, Homebrew on macOS."""

import functools
import shutil
from collections.abc import Sequence

from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import Outcome, as_root, run

_MINUTES = 60.0
_APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", "-y")


def has_apt() -> bool:
    """Tell whether this is a machine of Debian's family."""
    return shutil.which("apt-get") is not None


def has_brew() -> bool:
    """Tell whether Homebrew is here."""
    return shutil.which("brew") is not None


@functools.cache
def _fresh_lists() -> None:
    say("apt", "refreshing the lists of packages")
    outcome = run(as_root([*_APT, "update", "-q"]), seconds=5 * _MINUTES)
    if not outcome.ok:
        say("apt", f"the lists could not be refreshed ({outcome.reason}); going on with the old ones")


def apt_install(packages: Sequence[str]) -> Outcome:
    """Install packages of the distribution; raises SetUpError where nobody can become root."""
    _fresh_lists()
    command = as_root([*_APT, "install", "-q", "--no-install-recommends", *packages])
    say("apt", f"installing {' '.join(packages)}")
    return run(command, seconds=20 * _MINUTES)


def brew_install(package: str, *, cask: bool = False) -> Outcome:
    """Install a package of Homebrew (a cask is an application with windows)."""
    say("brew", f"installing {package}")
    return run(["brew", "install", *(["--cask"] if cask else []), package], seconds=20 * _MINUTES)


def install(piece: str, *, apt: Sequence[str], brew: str) -> None:
    """Install a piece by the manager that this machine has; raises SetUpError saying what to run where that fails."""
    if has_apt():
        outcome, command = apt_install(apt), f"sudo apt-get install {' '.join(apt)}"
    elif has_brew():
        outcome, command = brew_install(brew), f"brew install {brew}"
    else:
        raise SetUpError(f"{piece} is missing, and neither apt-get nor brew is here to install it. Install {piece}.")
    if not outcome.ok:
        raise SetUpError(f"{piece} is missing and could not be installed ({outcome.reason}). Try: {command}")
