"""What reads QR codes comes into the wheel from npm, and where it cannot be had the wheel is built all the same."""

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = "przepustka/sites/mobywatel/jsqr/jsQR.js"


def made_hook(root: Path) -> Any:  # noqa: ANN401 - hatchling makes it with things of its own
    """As hatchling finds it."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.JsQrHook(str(root), {}, None, None, str(root), "wheel")


def added(root: Path) -> set[str]:
    """What a build of this checkout adds to the wheel."""
    hook = made_hook(root)
    build_data: dict[str, Any] = {"force_include": {}}
    hook.initialize("standard", build_data)
    try:
        return {name for file, name in build_data["force_include"].items() if Path(file).is_file()}
    finally:
        hook.finalize("standard", build_data, "")


def test_a_checkout_that_was_set_up_gives_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_names, **_where: None)
    for name in ("dist/jsQR.js", "LICENSE"):
        file = tmp_path / "node_modules" / "jsqr" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert LIBRARY in added(tmp_path)


def test_a_machine_without_npm_builds_a_wheel_without_it_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_names, **_where: None)
    assert added(tmp_path) == set()
    told = capsys.readouterr()
    assert "npm ci" in told.out + told.err


def test_an_npm_that_fails_builds_a_wheel_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = {"packages": {"node_modules/jsqr": {"version": "1.4.0"}}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    monkeypatch.setattr(shutil, "which", lambda *_names, **_where: "/bin/false")
    assert added(tmp_path) == set()
