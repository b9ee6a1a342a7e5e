"""What a build adds to the wheel: jsQR, with which the app's page reads QR codes. npm brings it; no commit holds it.

A checkout that was set up has it already, else npm fetches what ``package-lock.json`` says. Where there is no npm, or
no registry, the wheel goes without: the app then says so, and takes codes that are typed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PACKAGE = "node_modules/jsqr"
_FILES = {"dist/jsQR.js": "jsQR.js", "LICENSE": "LICENSE"}
_IN_WHEEL = "przepustka/sites/mobywatel/jsqr"
_SECONDS = 120


class JsQrHook(BuildHookInterface[BuilderConfig]):
    """Asked by hatchling before it packs, and after."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the library and its licence, if they can be had."""
        self._fetched = Path(tempfile.mkdtemp())
        root = Path(self.root)
        package = root / _PACKAGE
        if not package.is_dir():
            package = self._fetched / _PACKAGE
            why_not = _fetch(root / "package-lock.json", self._fetched)
            if why_not:
                self.app.display_warning(f"The wheel cannot read QR codes: {why_not}")
                return
        for file, name in _FILES.items():
            build_data["force_include"][str(package / file)] = f"{_IN_WHEEL}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._fetched)


def _fetch(lock: Path, folder: Path) -> str:
    """Have npm install the one package into a folder; returns why that failed, or nothing."""
    npm = shutil.which("npm", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    if npm is None:
        return "there is no npm. Run `npm ci` in the checkout, or build with npm on the PATH."
    entry = json.loads(lock.read_text(encoding="utf-8"))["packages"][_PACKAGE]
    wanted = {"dependencies": {"jsqr": entry["version"]}}
    locked = {"lockfileVersion": 3, "packages": {"": wanted, _PACKAGE: entry}}
    for name, content in (("package.json", wanted), ("package-lock.json", locked)):
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    try:
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        return f"npm could not fetch jsQR ({error})."
    return ""
