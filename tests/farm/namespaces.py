"""Machines that share nothing but wires: network namespaces of Linux, which root may make."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from secrets import randbelow, token_hex


@dataclass(frozen=True)
class Machine:
    """A namespace.

    Attributes:
        name: of the namespace.
        seen_home: its address on the wire to where the suite runs.
        seen_there: its address on the wire to the other machine.
    """

    name: str
    seen_home: str
    seen_there: str

    @property
    def inside(self) -> tuple[str, ...]:
        """What comes before a command that is to run there."""
        return inside(self.name)


def why_not() -> str:
    """Why there are no namespaces here; nothing where there are."""
    if shutil.which("ip") is None:
        return "ip (iproute2) is not installed"
    if os.geteuid() != 0:
        return "only root makes network namespaces"
    tried = f"farm-{token_hex(3)}"
    made = subprocess.run(["ip", "netns", "add", tried], capture_output=True, text=True, check=False)
    if made.returncode:
        return f"this kernel gives no network namespace: {made.stderr.strip()}"
    _ip("netns", "del", tried)
    return ""


@contextmanager
def three_machines() -> Iterator[tuple[tuple[str, ...], Machine, Machine]]:
    """Where the suite runs, as what comes before its command, and two machines with wires to it and to each other.

    This machine itself gets no wire: Chromium ends every request under way where a network comes or goes, and tests
    beside this one have browsers here. Addresses are of 198.18.0.0/15, which is for such trials (RFC 2544).
    """
    net, run = f"198.18.{randbelow(256)}", token_hex(2)
    home = f"home-{run}"
    one = Machine(f"one-{run}", f"{net}.2", f"{net}.9")
    other = Machine(f"other-{run}", f"{net}.6", f"{net}.10")
    with ExitStack() as made:
        for name in (home, one.name, other.name):
            _ip("netns", "add", name)
            made.callback(_ip, "netns", "del", name)
            _ip("-n", name, "link", "set", "lo", "up")
        for machine, here in ((one, 1), (other, 5)):
            wire = f"w{here}-{run}"
            _ip("-n", home, "link", "add", wire, "type", "veth", "peer", "name", "home", "netns", machine.name)
            _plug(home, wire, f"{net}.{here}")
            _plug(machine.name, "home", machine.seen_home)
        _ip("-n", one.name, "link", "add", "there", "type", "veth", "peer", "name", "there", "netns", other.name)
        for machine in (one, other):
            _plug(machine.name, "there", machine.seen_there)
        yield inside(home), one, other


def inside(name: str) -> tuple[str, ...]:
    """What comes before a command that is to run in a namespace."""
    return ("ip", "netns", "exec", name)


def _plug(machine: str, wire: str, address: str) -> None:
    _ip("-n", machine, "address", "add", f"{address}/30", "dev", wire)
    _ip("-n", machine, "link", "set", wire, "up")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
