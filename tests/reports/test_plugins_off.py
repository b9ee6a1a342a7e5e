"""The suite without its plugins says why it does not run."""

import os
import subprocess
import sys

import pytest

from bootstrap.places import ROOT


def test_who_switches_plugins_off_is_told_the_variable() -> None:
    command = [sys.executable, "-m", "pytest", "e2e/data", "-n", "2", "-q"]
    environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "Unset it" in (done.stdout + done.stderr).splitlines()[-1]
    assert "PYTEST_DISABLE_PLUGIN_AUTOLOAD" in done.stderr
