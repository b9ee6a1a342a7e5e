"""The rest of set-up: stamps, other programs, messages, the command line, ffmpeg."""

import ast
import dataclasses
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bootstrap import browser_install, command, ffmpeg, node_packages, python_packages, shell, system, venv, zbar
from bootstrap.machine import Machine
from bootstrap.places import ROOT
from bootstrap.problem import SetUpError
from bootstrap.shell import Outcome
from bootstrap.stamps import Stamps, fingerprint
from tests.bootstrap.conftest import MakeProgram

NO_ROOT = 1000


def test_a_stamp_holds_for_its_key_only(tmp_path: Path) -> None:
    stamps = Stamps(tmp_path)
    assert not stamps.fresh("python", "one")
    stamps.put("python", "one")
    assert stamps.fresh("python", "one")
    assert not stamps.fresh("python", "two")
    assert not stamps.fresh("node", "one")


def test_a_changed_lock_changes_the_fingerprint(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("a==1", encoding="utf-8")
    before = fingerprint(lock)
    lock.write_text("a==2", encoding="utf-8")
    assert fingerprint(lock) != before


def test_a_program_that_is_not_there_is_an_answer() -> None:
    assert not shell.run(["/nowhere/program"], seconds=1).ok


def test_a_program_that_does_not_end_is_an_answer() -> None:
    assert shell.run(["tail", "-f", "/dev/null"], seconds=0.1).reason == "no end after 0 s"


def test_the_reason_is_the_line_that_says_most() -> None:
    assert Outcome(1, "start\nERROR: no such package\n  at line 3\n").reason == "ERROR: no such package"
    assert Outcome(1, "start\nlast words\n\n").reason == "last words"
    assert Outcome(3, "").reason == "exit code 3"


def test_who_is_not_root_and_has_no_sudo_is_told_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: NO_ROOT)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(SetUpError, match="Run yourself: sudo apt-get install libzbar0"):
        shell.as_root(["apt-get", "install", "libzbar0"])


def test_who_is_not_root_uses_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: NO_ROOT)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(shell, "run", lambda _command, **_limits: Outcome(0, ""))
    assert shell.as_root(["apt-get"]) == ["sudo", "-n", "apt-get"]


def test_a_machine_without_a_package_manager_names_the_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_apt", lambda: False)
    monkeypatch.setattr(system, "has_brew", lambda: False)
    with pytest.raises(SetUpError, match="libzbar is missing, and neither apt-get nor brew"):
        system.install("libzbar", apt=["libzbar0"], brew="zbar")


def test_a_package_that_fails_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "apt_install", lambda _packages: Outcome(100, "E: Unable to locate package libzbar0"))
    monkeypatch.setattr(zbar, "present", lambda: False)
    with pytest.raises(SetUpError, match=r"libzbar is missing .*Unable to locate.* Try: sudo apt-get install libzbar0"):
        zbar.provide()


@pytest.mark.parametrize(
    ("goal", "steps"),
    [
        (["mock"], ["venv", "python", "node"]),
        (["report"], ["venv", "python", "node"]),
        ([], ["venv", "python", "node", "zbar", "chromium", "ffmpeg"]),
        (["e2e", "--connect", "ws://there/", "--browser", "firefox"], ["venv", "python", "node", "zbar", "ffmpeg"]),
        (
            ["e2e", "-k", "mojeid or pz", "--browser", "firefox", "--browser=chromium", "--headed"],
            ["venv", "python", "node", "zbar", "firefox headed", "chromium headed", "ffmpeg"],
        ),
    ],
)
def test_a_goal_takes_the_steps_it_needs(monkeypatch: pytest.MonkeyPatch, goal: list[str], steps: list[str]) -> None:
    taken: list[str] = []
    parts = {"venv": venv, "python": python_packages, "node": node_packages, "zbar": zbar, "ffmpeg": ffmpeg}
    for name, part in parts.items():
        monkeypatch.setattr(part, "provide", lambda name=name: taken.append(name))
    monkeypatch.setattr(
        browser_install, "provide", lambda name, headed: taken.append(name + (" headed" if headed else ""))
    )
    assert command.main(goal) == 0
    assert taken == steps


def test_who_only_clicks_is_told_of_missing_npm_packages_and_does_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise SetUpError("The registry is asleep.")

    for part in (venv, python_packages):
        monkeypatch.setattr(part, "provide", lambda: None)
    monkeypatch.setattr(node_packages, "provide", fail)
    assert command.main(["mock"]) == 0
    assert "camera reads no codes. The registry is asleep." in capsys.readouterr().out
    assert command.main(["report"]) == 1


def test_a_missing_piece_ends_set_up_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise SetUpError("The moon is missing. Wait for the night.")

    monkeypatch.setattr(venv, "provide", fail)
    assert command.main(["mock"]) == 1
    assert capsys.readouterr().err == "[set-up] The moon is missing. Wait for the night.\n"


def test_a_pip_that_installs_for_the_user_installs_into_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pip.conf").write_text("[global]\nuser = true\n")
    (tmp_path / "lock").write_text("")
    venv_of = tmp_path / ".venv"
    (venv_of / "lib" / "python3.11" / "site-packages" / "pytest").mkdir(parents=True)
    for name, value in {"PYTHON": Path(sys.executable), "ROOT": Path(sys.executable).parent, "VENV": venv_of}.items():
        monkeypatch.setattr(python_packages, name, value)
    monkeypatch.setattr(python_packages, "PYTHON_LOCK", tmp_path / "lock")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "elsewhere"))
    python_packages.provide()
    assert Stamps(venv_of).fresh("python", fingerprint(tmp_path / "lock"))


def test_packages_that_went_elsewhere_are_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python_packages, "VENV", tmp_path)
    monkeypatch.setattr(python_packages, "run", lambda *_command, **_limits: Outcome(0, ""))
    with pytest.raises(SetUpError, match="elsewhere"):
        python_packages.provide()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("said", "network"),
    [
        ("ERROR: Can not perform a '--user' install.", False),
        ("ERROR: No matching distribution found for idna", True),
        ("npm error code ENOTFOUND", True),
        ("npm error code EACCES", False),
        ("E: HTTP 503, connection refused", True),
    ],
)
@pytest.mark.parametrize("packages", [python_packages, node_packages])
def test_only_a_failure_of_the_network_blames_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packages: ModuleType, said: str, network: bool
) -> None:
    monkeypatch.setattr(packages, "VENV", tmp_path)
    monkeypatch.setattr(packages, "run", lambda *_command, **_limits: Outcome(1, said))
    with pytest.raises(SetUpError) as failed:
        packages.provide()
    assert said in str(failed.value)
    assert ("reachable" in str(failed.value)) is network


def test_a_stopped_set_up_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(venv, "provide", lambda: signal.raise_signal(signal.SIGTERM))
    assert command.main(["mock"]) == 130
    assert "Stopped" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["e2e", "test", "strength", "mock"])
def test_make_passes_no_setting_on_that_bends_python_or_pytest(tmp_path: Path, target: str) -> None:
    told = tmp_path / "environment"
    python = tmp_path / "python3"
    python.write_text(f"#!/bin/sh\nenv > {told}\nexit 1\n")
    python.chmod(0o755)
    bent = dict.fromkeys(("PYTHONSAFEPATH", "PYTHONPATH", "PYTHONOPTIMIZE", "PYTHONINSPECT", "PYTHONWARNINGS"), "1")
    bent |= {
        "PYTEST_ADDOPTS": "-x",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTEST_PLUGINS": "none",
        "PYTEST_TIMEOUT": "1",
    }
    subprocess.run(
        ["make", target, f"PYTHON={python}"], cwd=ROOT, env=os.environ | bent, capture_output=True, check=False
    )
    seen = {line.partition("=")[0] for line in told.read_text().splitlines()}
    assert not seen & bent.keys()
    assert "PATH" in seen


def test_ffmpeg_goes_where_playwright_looks(
    machine: Machine, make_program: MakeProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = make_program("imageio_ffmpeg/binaries/ffmpeg-x")
    monkeypatch.setattr(ffmpeg, "installed", lambda _package: packed.parent.parent)
    ffmpeg.provide(machine)
    folder = machine.cache / "ffmpeg-9"
    assert [file.read_bytes() for file in folder.glob("ffmpeg-*")] == [packed.read_bytes()]
    assert (folder / "INSTALLATION_COMPLETE").exists()


def test_without_ffmpeg_the_run_goes_on(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    ffmpeg.provide(dataclasses.replace(machine, driver=None))
    assert "failures will have no video" in capsys.readouterr().out


def test_set_up_needs_nothing_but_the_standard_library() -> None:
    for file in (ROOT / "bootstrap").glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        names = plain + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        strange = {name.split(".")[0] for name in names} - {*sys.stdlib_module_names, "bootstrap"}
        assert strange == set(), file.name
