"""What failed at a step in eight tests is not run in the rest that are known to take it, and in no other."""

from pathlib import Path

import pytest

from e2e.paths import PATHS
from e2e.ways import parts_of_step
from fixtures.acts import ARRIVE
from fixtures.failing import FailedStep
from tests.reports.session import run

CONFTEST = """
from types import SimpleNamespace

import pytest
from fixtures.blocking import can_pass, failures
from fixtures.failing import FailedStep

def fail(page="PortalPage"):
    error = AssertionError("element(s) not found")
    error.failed_step = FailedStep("pacjent", page, "choose_open", "choose open", "", "")
    raise error

@pytest.fixture(scope="session")
def parts_of_step():
    return lambda step: ("entry",)

@pytest.fixture
def hub():
    fail("MethodsPage")
"""
PATHS_OF_TWO_ENTRIES = """
from types import SimpleNamespace
import pytest
from conftest import fail

PATHS = [SimpleNamespace(entry=entry) for entry in ["menu"] * 11 + ["banner"] * 2]

@pytest.mark.parametrize("path", PATHS)
def test_path(path):
    if path.entry == "menu": fail()

def test_of_which_nothing_is_known():
    fail()
"""
BY_FIXTURE = """
import pytest

@pytest.mark.parametrize("number", range({number}))
def test_it(hub, number): pass

def test_other(): pass
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    return tmp_path


def end_of(suite: Path, *arguments: str) -> tuple[str, int]:
    plugins = ("-p", "fixtures.blocked", "--import-mode=prepend")
    done = run(suite, "fixtures.causes_told", *plugins, "-q", "--tb=short", *arguments)
    assert done.stdout, done.stderr
    return done.stdout.splitlines()[-1].partition(" in ")[0], done.returncode


@pytest.mark.parametrize("workers", [(), ("-n", "2", "-p", "xdist")], ids=["alone", "workers"])
def test_the_rest_that_take_the_step_are_blocked_and_others_run(suite: Path, workers: tuple[str, ...]) -> None:
    (suite / "test_it.py").write_text(PATHS_OF_TWO_ENTRIES)
    told, code = end_of(suite, *workers)
    assert code == pytest.ExitCode.TESTS_FAILED
    counts = {word: int(number) for number, word in (part.split() for part in told.split(", "))}
    assert counts["passed"] == 2
    assert counts["failed"] + counts["blocked"] == 12
    assert counts["blocked"] == 3 if not workers else counts["blocked"] >= 1


def test_with_the_option_every_test_runs(suite: Path) -> None:
    (suite / "test_it.py").write_text(PATHS_OF_TWO_ENTRIES)
    assert end_of(suite, "--run-blocked") == ("12 failed, 2 passed", 1)


def test_seven_failures_block_nothing(suite: Path) -> None:
    (suite / "test_it.py").write_text(PATHS_OF_TWO_ENTRIES.replace("* 11", "* 7"))
    assert end_of(suite) == ("8 failed, 2 passed", 1)


def test_a_fixture_that_fails_blocks_its_own_file_and_further_files_once_it_failed_in_two(suite: Path) -> None:
    for name, number in (("test_a.py", 10), ("test_b.py", 3)):
        (suite / name).write_text(BY_FIXTURE.format(number=number))
    assert end_of(suite) == ("2 passed, 9 errors, 4 blocked", 1)


def test_a_blocked_test_is_neither_passed_nor_broken_in_the_report(suite: Path) -> None:
    (suite / "test_it.py").write_text(BY_FIXTURE.format(number=9))
    end_of(suite, "--alluredir", str(suite / "results"))
    results = [file.read_text() for file in (suite / "results").glob("*-result.json")]
    (blocked,) = [text for text in results if "not run: blocked by MethodsPage: choose open" in text]
    assert '"status": "unknown"' in blocked
    assert sum('"name": "cause"' in text for text in results) == 8


def step(site: str, page: str, act: str) -> FailedStep:
    return FailedStep(site, page, act, act, "", "")


@pytest.mark.parametrize(
    ("failed", "decided_by"),
    [
        (step("pacjent", "LoginMenu", "choose_open"), {"entry"}),
        (step("mojeikp", "StartPage", ARRIVE), {"entry"}),
        (step("login", "MethodsPage", ARRIVE), {"entry"}),
        (step("login", "MethodsPage", "choose"), {"method"}),
        (step("mojeid", "BanksPage", ARRIVE), {"method", "provider", "confirmation"}),
        (step("ikp", "ConsentPage", ARRIVE), {"method", "provider", "confirmation", "destination"}),
        (step("ikp", "ConsentPage", "submit_to_account"), {"destination"}),
    ],
    ids=lambda value: f"{value.page}.{value.act}" if isinstance(value, FailedStep) else "",
)
def test_the_way_to_a_step_is_decided_by_what_comes_before_it(failed: FailedStep, decided_by: set[str]) -> None:
    parts = parts_of_step(failed)
    assert parts is not None
    assert set(parts) == decided_by | {"device"}
    assert all(hasattr(path, part) for path in PATHS for part in parts)


def test_of_a_page_that_no_path_knows_nothing_is_known() -> None:
    assert parts_of_step(step("about", "AboutPage", ARRIVE)) is None
