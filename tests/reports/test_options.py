"""Options of pytest-playwright that cannot work here are refused by name, once; ``--device`` chooses tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
from pytest_playwright import pytest_playwright

from bootstrap.places import ROOT
from tests.reports.session import run

PLUGIN = "fixtures.options"
SUITE = """
import pytest
@pytest.mark.parametrize("device", ["computer", "pixel"])
def test_on(device): pass
def test_anywhere(): pass
"""
STAND_IN = """
@pytest.fixture
def stand_in(request): return request.param
"""
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "test_it.py").write_text(SUITE)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("--browser-channel", "msedge"), "PRZEPUSTKA_BROWSER"),
        (("--headed",), "xvfb-run"),
        (("--device", "pixell"), "did you mean 'pixel'"),
        (("--base-url", "http://127.0.0.1:1"), "world"),
        (("--verify-base-url",), "base URL"),
        (("--full-page-screenshot",), "--screenshot"),
        (("--playwright-debug", "cli", "-s", "-n", "0"), "make trace"),
        (("--output", str(ROOT)), "emptied"),
        (("--output", str(ROOT.parent)), "emptied"),
        (("--output", str(ROOT / "e2e")), "emptied"),
    ],
    ids=[
        "channel",
        "headed",
        "device",
        "base URL",
        "verify",
        "full page",
        "debug",
        "into ROOT",
        "above ROOT",
        "into e2e",
    ],
)
def test_an_option_that_cannot_work_is_refused_once_before_any_test(
    suite: Path, arguments: tuple[str, ...], advice: str
) -> None:
    done = run(suite, PLUGIN, "-n", "2", *arguments, **NO_SCREEN)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    (line,) = [line for line in (done.stdout + done.stderr).splitlines() if advice in line]
    assert arguments[0] in line
    assert "passed" not in done.stdout


def test_every_option_of_pytest_playwright_is_tried_here() -> None:
    ours = _names(pytest_playwright.pytest_addoption)
    tried = Path(__file__).read_text(encoding="utf-8")
    assert {name for name in ours if f'"{name}"' not in tried} == set()
    assert len(ours) > 9


def _names(add_options: Callable[[Any, Any], None]) -> set[str]:
    """The options that a plugin adds."""
    parser = MagicMock()
    add_options(parser, MagicMock(has_plugin=lambda _name: False))
    return {call.args[0] for call in parser.getgroup.return_value.addoption.call_args_list}


def test_a_browser_that_is_not_here_is_told_once(suite: Path, tmp_path: Path) -> None:
    nowhere = {"PATH": "", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path), "PRZEPUSTKA_BROWSER": ""}
    done = run(suite, PLUGIN, "--browser", "webkit", **nowhere)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert (done.stdout + done.stderr).count("--browser: No WebKit") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "reports/out/recordings"),
        ("--output", "e2e/test-results"),
        ("--output", "/tmp/przepustka-none"),  # noqa: S108 - named only
        ("--full-page-screenshot", "--screenshot", "on"),
        ("--slowmo", "5", "--tracing", "on", "--video", "retain-on-failure"),
    ],
    ids=lambda value: " ".join(value)[:24],
)
def test_an_option_that_works_is_taken(suite: Path, arguments: tuple[str, ...]) -> None:
    assert run(suite, PLUGIN, "--collect-only", *arguments).returncode == 0


def test_a_device_can_be_named_again_and_one_that_stands_in_is_walked_besides(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(SUITE.replace("(device)", "(device, stand_in)") + STAND_IN)
    chosen = ("--device", "pixel", "--device=wide", "--device", "wide")
    done = run(tmp_path, PLUGIN, *chosen, "-n", "2", "-rA")
    told = sorted(line.partition("::")[2] for line in done.stdout.splitlines() if line.startswith("PASSED"))
    assert told == ["test_on[pixel-pixel]", "test_on[wide-computer]"]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("computer", ["test_on[computer]", "test_anywhere"]),
        ("pixel", ["test_on[pixel]"]),
        ("iphone", []),
    ],
)
def test_with_a_device_only_what_runs_on_it_is_collected(suite: Path, name: str, chosen: list[str]) -> None:
    done = run(suite, PLUGIN, "--device", name, "--collect-only", "-q")
    assert [line.partition("::")[2] for line in done.stdout.splitlines() if "::" in line] == chosen
