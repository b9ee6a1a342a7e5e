"""A hook of ours that reports can neither raise nor hide how a test ended; which hooks do more is written down here."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from tests.reports.session import run

DECIDES = {
    "e2e/conftest.py::pytest_generate_tests": "makes the tests of every path and device",
    "e2e/languages/test_fit.py::pytest_generate_tests": "makes the tests of the share, or of every row",
    "e2e/model/conftest.py::pytest_generate_tests": "makes the tests of every walk",
    "e2e/poor_conditions/conftest.py::pytest_generate_tests": "makes the tests of every cell of the table",
    "e2e/redirects/test_deep_links.py::pytest_generate_tests": "makes the tests of the share, or of every row",
    "e2e/second_try/conftest.py::pytest_generate_tests": "makes the tests of every story of the tables",
    "fixtures/approving/option.py::pytest_addoption": "declares options",
    "fixtures/blocked.py::pytest_addoption": "declares options",
    "fixtures/blocked.py::pytest_report_teststatus": "counts tests that were not run by themselves",
    "fixtures/console.py::StoriesConsole.pytest_report_teststatus": "puts lines in the place of dots",
    "fixtures/console.py::pytest_configure": "chooses the console",
    "fixtures/filming.py::pytest_addoption": "declares options",
    "fixtures/browsers_elsewhere.py::pytest_addoption": "declares options",
    "fixtures/collected.py::_Writer.pytest_runtest_logfinish": "lets a run go on whose disk is full",
    "fixtures/collected.py::_Writer.pytest_runtestloop": "a run that cannot list its tests must not begin",
    "fixtures/collected.py::pytest_configure": "a run that cannot write its list must not begin",
    "fixtures/engines.py::pytest_runtest_setup": "leaves out what the test's browser cannot do",
    "fixtures/farm.py::pytest_configure": "refuses a farm in which something is missing",
    "fixtures/here.py::pytest_collection_modifyitems": "leaves out what cannot hold in a farm",
    "fixtures/mock_elsewhere.py::pytest_addoption": "declares options",
    "fixtures/model_walks.py::pytest_addoption": "declares options",
    "fixtures/options.py::pytest_addoption": "declares options",
    "fixtures/options.py::pytest_collection_modifyitems": "chooses the tests of a device",
    "fixtures/options.py::pytest_generate_tests": "makes the tests of every device that stands in",
    "fixtures/options.py::pytest_configure": "refuses options that cannot work",
    "fixtures/planting.py::pytest_addoption": "declares options",
    "fixtures/shard.py::pytest_addoption": "declares options",
    "fixtures/shard.py::pytest_collection_modifyitems": "refuses more shards than tests",
    "fixtures/shard.py::pytest_configure": "refuses a shard of what failed last",
    "fixtures/shares.py::pytest_addoption": "declares options",
    "fixtures/stopping.py::pytest_runtestloop": "ends the run in order",
    "fixtures/surroundings.py::pytest_configure": "a run that cannot write what it runs on must not begin",
    "fixtures/usage.py::pytest_collection": "ends the run where an argument is wrong",
    "fixtures/usage.py::pytest_testnodedown": "ends the run where an argument is wrong",
    "fixtures/watching/watch.py::pytest_pyfunc_call": "fails a story of which a watcher complains",
    "tests/command/test_kills.py::pytest_generate_tests": "makes as many tests as were asked for",
    "tests/conftest.py::pytest_addoption": "declares options",
    "tests/conftest.py::pytest_make_parametrize_id": "names a test by short words",
    "tests/suite/telling.py::pytest_collection_finish": "is loaded by tests of this folder alone",
    "tests/suite/telling.py::pytest_runtest_call": "is loaded by tests of this folder alone",
}
"""Every hook that does more than report, with what it decides."""
MEASURES = "measure/"
"""The hooks below it choose what is run and record it: without a record the run has found nothing, and must end."""


@dataclass(frozen=True)
class OurHook:
    """A hook of ours, as it stands in a module or in a class there."""

    file: Path
    owner: str
    name: str
    guarded: bool
    wraps: bool

    @property
    def id(self) -> str:
        place = self.file.relative_to(ROOT).as_posix()
        return f"{place}::{self.owner}.{self.name}" if self.owner else f"{place}::{self.name}"

    @property
    def module(self) -> str:
        return ".".join(self.file.relative_to(ROOT).with_suffix("").parts)


def hooks_in(file: Path) -> Iterator[OurHook]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    places: dict[str, ast.Module | ast.ClassDef] = {"": tree}
    places |= {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    for owner, place in places.items():
        for node in place.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("pytest_"):
                guarded = bool(node.decorator_list) and ast.unparse(node.decorator_list[-1]) == "reporting"
                wraps = any(isinstance(part, ast.Yield) for part in ast.walk(node))
                yield OurHook(file, owner, node.name, guarded, wraps)


ROOMS = ("e2e", "fixtures", "measure", "pages", "tests")
FILES = [ROOT / "conftest.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]
OURS = [hook for file in FILES for hook in hooks_in(file)]
REPORTING = [hook for hook in OURS if hook.guarded]


def test_every_hook_is_guarded_or_decides_something() -> None:
    others = {hook.id for hook in OURS if not hook.guarded and not hook.id.startswith(MEASURES)}
    assert others == set(DECIDES)


SUITE = """
def test_good(): pass
def test_bad(): assert False, "what the test is about"
def test_skipped(): import pytest; pytest.skip("not here")
"""
BROKEN = """
import sys
import pytest
from {module} import {top}

def before(*_):
    raise {error}
    yield

def after(*_):
    try:
        yield
    finally:
        raise {error}

def plain(*_):
    raise {error}

@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop():
    {hook}.__wrapped__.__code__ = {how}.__code__
"""
CONSOLE = """
@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    config.pluginmanager.register(StoriesConsole(terminal, config, live=True))
"""
"""Else it is registered for stories alone."""
ERRORS = ("ValueError('broken on purpose')", "pytest.fail.Exception('broken on purpose')")
CASES = [
    pytest.param(hook, how, error, id=f"{hook.module}-{hook.name}-{how}-{error.partition('(')[0]}")
    for hook in REPORTING
    for how in (("before", "after") if hook.wraps else ("plain",))
    for error in ERRORS
]


@pytest.mark.parametrize(("hook", "how", "error"), CASES)
def test_a_reporting_hook_that_breaks_is_told_and_every_test_keeps_its_end(
    tmp_path: Path, hook: OurHook, how: str, error: str
) -> None:
    (tmp_path / "test_it.py").write_text(SUITE)
    top = hook.owner or hook.name
    broken = f"{hook.owner}.{hook.name}" if hook.owner else hook.name
    conftest = BROKEN.format(module=hook.module, top=top, hook=broken, how=how, error=error)
    (tmp_path / "conftest.py").write_text(conftest + (CONSOLE if top == "StoriesConsole" else ""))
    results = ("--alluredir", str(tmp_path / "results"))
    whole = ("-p", hook.module) if hook.owner else ()  # a hook of a class is there with the plugin alone
    done = run(tmp_path, "fixtures.collected", *whole, "-W", "error", *results)
    assert "1 failed, 1 passed, 1 skipped" in done.stdout.splitlines()[-1], done.stdout
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "what the test is about" in done.stdout
    assert "broken on purpose" in done.stdout
