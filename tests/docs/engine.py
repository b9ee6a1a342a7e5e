"""A container engine small enough to read, for machines on which none runs: walks a Containerfile in a chroot.

It knows what docs/container.md asks of an engine, and refuses the rest. The image that FROM names is not there: this
machine, read-only, and a new virtual environment take its place. There is no network of the container's own, so a
published port is handed to the mock as its port. Wants root on Linux.
"""

import argparse
import json
import os
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

STATE = Path(".engine")
_SHARED = ("bin", "lib", "lib64", "opt", "sbin", "usr")
"""What the machine lends, read-only; everything else at the top of the file system is the image's own."""
_SETTINGS = (
    "alternatives", "ca-certificates", "hosts", "ld.so.cache", "login.defs", "nsswitch.conf", "pip.conf",
    "resolv.conf", "ssl", "xdg",
)  # fmt: skip
"""What is copied of /etc."""
_PATH = "/venv/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass
class Image:
    """What the steps so far have made."""

    root: str
    environment: dict[str, str] = field(default_factory=lambda: {"PATH": _PATH})
    workdir: str = "/"
    user: str = "root"
    ports: list[str] = field(default_factory=list)
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)

    def inside(self, command: Sequence[str]) -> list[str]:
        """What runs a command with the image for its whole file system."""
        mounts = ["set -e"]
        for name in (name for name in _SHARED if Path("/", name).is_dir() and not Path("/", name).is_symlink()):
            here = shlex.quote(f"{self.root}/{name}")
            mounts.append(f"mount --bind /{name} {here} && mount -o remount,ro,bind {here}")
        mounts += [f"mount --rbind /{name} {shlex.quote(self.root)}/{name}" for name in ("dev", "proc")]
        as_user = ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--init-groups"]
        there = ["env", "-i", f"--chdir={self.workdir}", *(f"{k}={v}" for k, v in self.environment.items()), *command]
        mounts.append(f"exec chroot {shlex.join([self.root, *as_user, *there])}")
        return ["unshare", "--mount", "sh", "-c", "\n".join(mounts)]


def why_not() -> str | None:
    """Why this machine cannot do it, or None when it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root on Linux can walk the Containerfile in a chroot"
    if subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], check=False).returncode:
        return "nothing can be mounted here, so the Containerfile cannot be walked in a chroot"
    return None


def build(containerfile: Path, context: Path) -> Image:
    """Walk the steps of a file; a step that fails ends the build."""
    image = Image(str((STATE / "root").resolve()))
    text = re.sub(r"^#.*\n", "", containerfile.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for line in text.replace("\\\n", " ").splitlines():
        step, _, told = line.partition(" ")
        if step:
            _take(image, step, told.strip(), context)
    return image


def _take(image: Image, step: str, told: str, context: Path) -> None:
    root = Path(image.root)
    match step:
        case "FROM":
            _begin(image)
        case "WORKDIR":
            image.workdir = told
            (root / told.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "COPY":
            *sources, target = told.split()
            for source in sources:
                _copy(context / source, root / image.workdir.lstrip("/") / target)
        case "RUN":
            subprocess.run(image.inside(["/bin/sh", "-c", told]), check=True)
        case "VOLUME":
            assert (root / told.lstrip("/")).is_dir(), f"{told} belongs to root, and whoever runs may not write there"
        case _:
            _remember(image, step, told)


def _remember(image: Image, step: str, told: str) -> None:
    match step:
        case "ENV":
            image.environment |= dict(pair.split("=", 1) for pair in shlex.split(told))
        case "USER":
            image.user = told
        case "EXPOSE":
            image.ports.append(told)
        case "ENTRYPOINT":
            image.entrypoint = json.loads(told)
        case "CMD":
            image.command = json.loads(told)
        case "HEALTHCHECK":
            pass  # tests/packaging runs it
        case _:
            raise SystemExit(f"{step}: a step that this engine does not know")


def _begin(image: Image) -> None:
    root = Path(image.root)
    root.mkdir()
    for name in (*_SHARED, "dev", "proc", "root", "run", "tmp", "etc", "var/mail", "home"):
        if Path("/", name).is_symlink():
            (root / name).symlink_to(Path("/", name).readlink())
        else:
            (root / name).mkdir(parents=True)
    (root / "tmp").chmod(0o1777)
    for name in _SETTINGS:
        if Path("/etc", name).exists():
            _copy(Path("/etc", name), root / "etc" / name)
    (root / "etc" / "passwd").write_text("root:x:0:0::/root:/bin/sh\n", encoding="utf-8")
    (root / "etc" / "group").write_text("root:x:0:\nmail:x:8:\n", encoding="utf-8")
    # What a machine needs to reach its package index, as an engine behind a proxy is told too.
    reach = {name: value for name, value in os.environ.items() if re.match(r"(?i)pip_|.*_proxy$", name)}
    subprocess.run(Image(image.root, reach | image.environment).inside(["python3", "-m", "venv", "/venv"]), check=True)
    image.environment = reach | image.environment


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns("__pycache__", "private"))
    else:
        shutil.copy(source, target)


def run(image: Image, name: str, publish: str, environment: Sequence[str], arguments: Sequence[str]) -> None:
    """Start what the image starts, and leave it running."""
    outside, _, inner = publish.partition(":")
    assert inner in image.ports, f"nothing listens on port {inner} of the image, only on {image.ports}"
    image.environment |= dict(pair.split("=", 1) for pair in environment)
    command = [*image.entrypoint, *(arguments or image.command), "--port", outside]
    with (STATE / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(image.inside(command), stdout=log, stderr=log)
    (STATE / f"{name}.pid").write_text(str(process.pid), encoding="utf-8")


def stop(name: str) -> None:
    """Ask it to end, and wait for that."""
    pid = int((STATE / f"{name}.pid").read_text(encoding="utf-8"))
    handle = os.pidfd_open(pid)
    signal.pidfd_send_signal(handle, signal.SIGTERM)
    assert select.select([handle], [], [], 10)[0], f"{name} did not end within the 10 s that an engine gives"


def main(arguments: Sequence[str]) -> None:
    """Do what an engine's command line says."""
    parser = argparse.ArgumentParser("docker")
    verbs = parser.add_subparsers(dest="verb", required=True)
    builder, runner, stopper = (verbs.add_parser(verb) for verb in ("build", "run", "stop"))
    builder.add_argument("-q", action="store_true")
    builder.add_argument("-f", type=Path, required=True)
    builder.add_argument("-t", required=True)
    builder.add_argument("context", type=Path)
    for flag in ("-d", "--rm"):
        runner.add_argument(flag, action="store_true", required=True)
    runner.add_argument("--name", required=True)
    runner.add_argument("-p", required=True)
    runner.add_argument("-e", action="append", default=[])
    runner.add_argument("image")
    runner.add_argument("arguments", nargs=argparse.REMAINDER)
    stopper.add_argument("name")
    asked = parser.parse_args(arguments)
    match asked.verb:
        case "build":
            STATE.mkdir()
            described = json.dumps(asdict(build(asked.f, asked.context)))
            (STATE / f"{asked.t}.json").write_text(described, encoding="utf-8")
        case "run":
            image = Image(**json.loads((STATE / f"{asked.image}.json").read_text(encoding="utf-8")))
            run(image, asked.name, asked.p, asked.e, asked.arguments)
        case _:
            stop(asked.name)


if __name__ == "__main__":
    main(sys.argv[1:])
