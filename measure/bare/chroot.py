"""A fresh Debian in a folder, with a copy of this source and this machine's way to its package indexes."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bootstrap.children import call
from bootstrap.places import ROOT
from bootstrap.problem import SetUpError

_RELEASE = "bookworm"
_PACKAGES = "python3,python3-venv,make,git,ca-certificates"
"""What README asks of a machine, and git, by which the suite names what it tested."""
_SOURCES = (Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*.sources")))
_CONFIGURATION = (
    "/etc/resolv.conf",
    "/etc/apt/sources.list.d",
    "/etc/apt/apt.conf.d",
    "/etc/pip.conf",
    "/etc/xdg/pip",
    "/etc/npmrc",
    "/root/.npmrc",
    "/root/.config/pip",
    "/etc/ssl/certs/ca-certificates.crt",
    "/usr/local/share/ca-certificates",
)
"""How this machine reaches its indexes; what is not there is not needed."""
_SETTINGS = (
    "PIP_",
    "NPM_CONFIG_",
    "npm_config_",
    "NODE_EXTRA_CA_CERTS",
    "SSL_CERT",
    "REQUESTS_CA",
    "http_proxy",
    "https_proxy",
    "no_proxy",
)
_MOUNTS = (("proc", "proc"), ("sysfs", "sys"), ("tmpfs", "dev/shm"))


@contextmanager
def chroot(folder: Path) -> Iterator[Path]:
    """Make the machine in a folder that is not there yet; it is taken away where the block ends.

    Raises:
        SetUpError: mmdebstrap or root is missing, or a step fails; the message says what to do.
    """
    if os.geteuid() or not shutil.which("mmdebstrap"):
        raise SetUpError("A fresh machine is made by root with mmdebstrap: sudo apt-get install mmdebstrap")
    sources = [str(file) for file in _SOURCES if file.exists()]
    _do(["mmdebstrap", "--variant=minbase", f"--include={_PACKAGES}", _RELEASE, str(folder), *sources])
    mounted: list[Path] = []
    try:
        for kind, name in _MOUNTS:
            mounted.append(_mount(folder / name, "-t", kind, kind))
        indexes = local_indexes(_said_by_pip())
        mounted += [_mount(folder / str(index)[1:], "--bind", "-o", "ro", str(index)) for index in indexes]
        _copy_configuration(folder)
        _copy_source(folder / "work")
        yield folder
    finally:
        for place in reversed(mounted):
            call(["umount", place])
        call(["rm", "-rf", "--one-file-system", folder])  # whatever is mounted still is another's


def run_inside(folder: Path, command: Sequence[str]) -> int:
    """Run a command where the source is, as root of that machine; returns its exit code."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(_SETTINGS)}
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/root", "LANG": "C.UTF-8", **kept}
    return call(["chroot", folder, "sh", "-c", 'cd /work && exec "$@"', "sh", *command], env=environment)


def local_indexes(configuration: str) -> list[Path]:
    """The folders of packages that pip's configuration names: a mirror on this disk has its files beside ``simple``."""
    named = re.findall(r"(?:-url|links)=(.*)", configuration)
    places = {Path(word.removeprefix("file://")) for line in named for word in re.findall(r"[^\s']+", line)}
    folders = {place.parent if place.name == "simple" else place for place in places if place.is_absolute()}
    return sorted(folder for folder in folders if folder.is_dir())


def _said_by_pip() -> str:
    told = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False)
    return told.stdout


def _mount(place: Path, *what: str) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    _do(["mount", *what, str(place)])
    return place


def _copy_configuration(folder: Path) -> None:
    for name in _CONFIGURATION:
        source = Path(name)
        target = folder / name[1:]
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True, symlinks=False, ignore_dangling_symlinks=True)
        elif source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def _copy_source(target: Path) -> None:
    """What is committed, with its history's last commit, and nothing that a run has left."""
    _do(["git", "clone", "--quiet", "--depth", "1", f"file://{ROOT}", str(target)])


def _do(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SetUpError(f"{command[0]} failed: {said[-1] if said else f'exit code {done.returncode}'}")
