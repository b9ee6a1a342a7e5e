"""The wheel, installed where nothing else of this house is: three lines of set-up give another project its fixtures."""

import os
import subprocess
import sys
import sysconfig
from email.message import Message
from email.parser import HeaderParser
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

import mock_server

ROOT = Path(__file__).resolve().parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")
THREE_LINES = """
def test_a_login_without_pages(przepustka_server, przepustka_world, przepustka_person, przepustka_phone):
    przepustka_server.world(przepustka_world.name).expect_login(przepustka_person, "mojeid", bank="mbank")
    assert przepustka_phone.person == przepustka_world.person(przepustka_person.pesel)
"""
MISTAKEN = """
from przepustka.client import Control

Control("http://127.0.0.1:8000").world(42)
"""

pytestmark = pytest.mark.timeout(240)


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))}
    done = subprocess.run(command, cwd=cwd, env=inherited | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the locked hatchling where there is one, else in an environment of its own, as pip does by default."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-build-isolation"] if find_spec("hatchling") else []
    run(*PIP, "wheel", "--no-deps", *isolation, "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as packed:
        (file,) = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        return HeaderParser().parsestr(packed.read(file).decode())


@pytest.fixture(scope="module")
def fresh_venv(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; its dependencies are this environment's."""
    venv = tmp_path_factory.mktemp("fresh") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent)
    (packages,) = venv.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    run(*PIP, "--python", venv / "bin" / "python", "install", "--no-deps", "--no-index", wheel, cwd=venv.parent)
    return venv / "bin"


def test_the_wheel_claims_one_name_and_leaves_nothing_out(wheel: Path) -> None:
    files = {Path(name) for name in ZipFile(wheel).namelist()}
    assert {file.parts[0] for file in files if not file.parts[0].endswith(".dist-info")} == {"przepustka"}
    ours = {
        file.relative_to(ROOT / "mock_server")
        for file in (ROOT / "mock_server").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    packed = {file.relative_to("przepustka") for file in files if file.parts[0] == "przepustka"}
    assert packed == ours | {Path("sites/mobywatel/jsqr") / name for name in ("jsQR.js", "LICENSE")}


def test_the_wheel_says_which_version_it_is_and_carries_its_licence(wheel: Path) -> None:
    told = metadata(wheel)
    assert told["Version"] == mock_server.__version__
    assert told["License-Expression"] == "EUPL-1.2"
    with ZipFile(wheel) as packed:
        (licence,) = [name for name in packed.namelist() if name.endswith(f"/licenses/{told['License-File']}")]
        assert packed.read(licence) == (ROOT / "LICENSE").read_bytes()


def test_the_app_of_the_wheel_reads_pictures(fresh_venv: Path, tmp_path: Path) -> None:
    asked = "from przepustka.sites.mobywatel import decoder; print(decoder.reads_pictures())"
    assert run(fresh_venv / "python", "-c", asked, cwd=tmp_path) == "True\n"


def test_another_project_has_its_mistakes_told_by_mypy(fresh_venv: Path, tmp_path: Path) -> None:
    (tmp_path / "mistaken.py").write_text(MISTAKEN, encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--python-executable", fresh_venv / "python", "mistaken.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 'mistaken.py:4: error: Argument 1 to "world"' in checked.stdout
    assert "Found 1 error" in checked.stdout


def test_another_project_has_the_fixtures_and_the_command(fresh_venv: Path, tmp_path: Path) -> None:
    (tmp_path / "test_login.py").write_text(THREE_LINES, encoding="utf-8")
    told = run(fresh_venv / "python", "-m", "pytest", "-q", "-W", "error", "-p", "no:playwright", cwd=tmp_path)
    assert "1 passed" in told
    assert run(fresh_venv / "przepustka", "--version", cwd=tmp_path) == f"przepustka {mock_server.__version__}\n"
    assert "--public-url" in run(fresh_venv / "przepustka", "--help", cwd=tmp_path)
