"""Running a how-to, from its first block to its last, in a folder of its own."""

import os
import re
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from mock_server.server.listening import listen
from tests.docs.documents import ROOT, Block

SECONDS = 240
_MARK = "@@@ block "
_PORT = re.compile(r"(?<!\d{4}:)\b(8000|8001|8443|9000)\b")
"""Ports of this machine that a how-to may name; 8000 is the mock that runs, but in 8001:8000 a container's own."""


def run_document(blocks: list[Block], folder: Path, mock_port: int, stand_ins: Mapping[str, Path]) -> None:
    """Run every block and compare what each prints with what the document says.

    Args:
        blocks: of the document.
        folder: where it runs.
        mock_port: of the mock that the document finds on port 8000.
        stand_ins: scripts that are called where the document names a program.
    """
    ports = {"8000": mock_port}
    blocks = [Block(b.language, b.file, _with_free_ports(b.content, ports)) for b in blocks]
    _lay_out(blocks, folder)
    environment = _bare_environment() if _installs(blocks) else _furnished(folder)
    printed = _run(
        _script(blocks), folder, environment | {"PATH": f"{_programs(stand_ins, folder)}:{environment['PATH']}"}
    )
    for index, block in enumerate(blocks):
        if block.language == "text":
            expected = ".*?".join(re.escape(part) for part in block.content.strip().split("…"))
            got = printed[index - 1].strip()
            assert re.fullmatch(expected, got, re.DOTALL), f"block {index} printed:\n{got}\nnot:\n{block.content}"


def _programs(stand_ins: Mapping[str, Path], folder: Path) -> Path:
    """The folder of the programs that stand in for others."""
    programs = folder / ".programs"
    programs.mkdir()
    for name, script in stand_ins.items():
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    return programs


def _with_free_ports(content: str, ports: dict[str, int]) -> str:
    def port(found: re.Match[str]) -> str:
        if found[0] not in ports:
            with listen() as listener:
                ports[found[0]] = listener.getsockname()[1]
        return str(ports[found[0]])

    return _PORT.sub(port, content)


def _lay_out(blocks: list[Block], folder: Path) -> None:
    """The files of the document, and the checkout."""
    for block in blocks:
        if block.file:
            file = folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.content, encoding="utf-8")
    (folder / "checkout").symlink_to(ROOT, target_is_directory=True)


def _script(blocks: list[Block]) -> str:
    return "\n".join(f"printf '\\n{_MARK}{i}\\n'\n{b.content}" for i, b in enumerate(blocks) if b.language == "bash")


def _run(script: str, folder: Path, environment: dict[str, str]) -> dict[int, str]:
    """What each bash block printed; whatever it left running is ended."""
    output, errors = folder / ".output", folder / ".errors"
    with output.open("wb") as printed, errors.open("wb") as complaints:
        shell = subprocess.Popen(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=folder, env=environment, stdout=printed, stderr=complaints, start_new_session=True,
        )  # fmt: skip
        try:
            code = shell.wait(SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)
    text = output.read_text(encoding="utf-8")
    assert code == 0, f"exit code {code}; the last block did not succeed:\n{text}\n{errors.read_text(encoding='utf-8')}"
    return {
        int(number): said for number, said in re.findall(rf"^{_MARK}(\d+)\n(.*?)(?=^{_MARK}|\Z)", text, re.M | re.S)
    }


def _installs(blocks: list[Block]) -> bool:
    """Whether a how-to is about installing, so that nothing of ours may be there before."""
    return any("pip install" in block.content for block in blocks)


def _inherited() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))}
    return kept | {"PATH": f"{Path(sys.executable).parent}:{kept['PATH']}"}


def _bare_environment() -> dict[str, str]:
    """Without this house: what the wheel stands on is this environment's, and the index need not be asked for it."""
    isolation = {"PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"} if find_spec("hatchling") else {}
    return _inherited() | isolation | {"PIP_NO_DEPS": "1", "PYTHONPATH": sysconfig.get_path("purelib")}


def _furnished(folder: Path) -> dict[str, str]:
    """With the package under the name that the wheel would give it, and the house's browser."""
    installed = folder / ".installed"
    installed.mkdir()
    (installed / "przepustka").symlink_to(ROOT / "mock_server", target_is_directory=True)
    (folder / "conftest.py").write_text("from fixtures.browsers import browser_type_launch_args\n", encoding="utf-8")
    return _inherited() | {
        "PYTHONPATH": f"{installed}:{ROOT}",
        "PYTEST_ADDOPTS": "-p przepustka.pytest_plugin -p no:cacheprovider",
    }
