"""Tests in JavaScript are graded by their exit code alone: ``npm test``, by node's own runner."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from examples.provider.desk import Desk
from mock_server.client import Control, WorldControl
from tests.verdict.providers import Judged, serving

SAMPLE, ROOT = Path(__file__).parent / "node", Path(__file__).parents[2]
pytestmark = [
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed on this machine"),
    pytest.mark.timeout(240),
]


@pytest.fixture
def service(control: Control, world: WorldControl, tmp_path: Path) -> Iterator[Judged]:
    with serving(Desk, control, world, tmp_path) as served:
        destination = served.desk.hub.sso_url
        world.change_hub(destinations=[destination])
        yield served


def grade(service: Judged, folder: Path, monkeypatch: pytest.MonkeyPatch, *blind_to: str) -> dict[str, Any]:
    """What the command says of these tests, some of whose assertions see nothing."""
    shutil.copytree(SAMPLE, folder)
    tests = folder / "login.test.mjs"
    lines = tests.read_text(encoding="utf-8").splitlines()
    kept = [_blind(line) if line.rpartition("// sees ")[2] in blind_to else line for line in lines]
    tests.write_text("\n".join(kept), encoding="utf-8")
    for name, value in (("PRZEPUSTKA_URL", service.control.url), ("WORLD", service.world.name)):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SERVICE", service.origin)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    words = ["mock_server", "grade", "--only", "sig.none,other_pesel", "--json", "grade.json", "--", "npm", "test"]
    ran = subprocess.run((sys.executable, "-m", *words), cwd=folder, check=False, capture_output=True, text=True)
    told: dict[str, Any] = json.loads((folder / "grade.json").read_text(encoding="utf-8"))
    assert ran.returncode == told["exit_code"], ran.stdout + ran.stderr
    return told


def _blind(line: str) -> str:
    """The login without the assertion."""
    return line.replace("assert.match(", "void (")


def test_an_assertion_that_is_missing_is_named_and_one_that_is_there_is_not(
    service: Judged, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = grade(service, tmp_path / "suite", monkeypatch, "other_pesel")
    sights = {one["id"]: one["sight"] for one in told["trials"]}
    assert sights == {"sig.none": "noticed", "other_pesel": "blind spot"}
