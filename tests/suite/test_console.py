"""The console says what was expected, what was there and where the evidence is, once for each cause, in any letters."""

from pathlib import Path

import pytest

from fixtures.console import is_wanted
from fixtures.console_lines import Failed, Progress, failures_told
from tests.reports.session import run

CONFTEST = """
import pytest
from fixtures.console import StoriesConsole

@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(StoriesConsole(terminal, config, live={live}))
"""
SUITE = """
import pytest

class Fixture:
    def __repr__(self): return "REPR OF A FIXTURE"

@pytest.fixture
def given(): return Fixture()

@pytest.mark.parametrize("who", ["Ann", "Bob"])
def test_fails(given, who): assert False, f"no \\x1b[31m<b>'{who}'</b>\\x07 \\u0105\\u2603 here"

def test_passes(): pass
def test_other(): raise KeyError("x")
def test_skipped(): pytest.skip("not here")
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "test_it.py").write_text(SUITE)
    return tmp_path


def told(suite: Path, *arguments: str, live: bool = False, **variables: str) -> list[str]:
    (suite / "conftest.py").write_text(CONFTEST.format(live=live))
    plugins = ("-p", "fixtures.blocked", "--color=no")
    done = run(suite, "fixtures.causes_told", *plugins, *arguments, **variables)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("workers", [(), ("-n", "2", "-p", "xdist")], ids=["alone", "workers"])
def test_each_failure_has_three_lines_by_cause_and_no_traceback(suite: Path, workers: tuple[str, ...]) -> None:
    lines = told(suite, *workers)
    (first,) = [
        at for at, line in enumerate(lines) if line.startswith("2 tests failed the same way: in the test itself: no")
    ]
    assert "test_fails[Ann]" in "".join(lines[first : first + 7])
    assert [line.strip().partition(":")[0] for line in lines[first + 2 : first + 4]] == ["found", "evidence"]
    assert "    found: KeyError: 'x'" in lines[first + 7 :]
    everything = "\n".join(lines)
    assert "REPR OF A FIXTURE" not in everything
    assert "Traceback" not in everything
    assert "\x1b" not in everything
    assert "\x07" not in everything
    assert "<b>" in everything
    assert "1 passed, 1 skipped" in lines[-1]


def test_letters_that_the_console_lacks_end_nothing(suite: Path) -> None:
    everything = "\n".join(told(suite, PYTHONIOENCODING="ascii"))
    assert "\\u2603" in everything
    assert "3 failed, 1 passed, 1 skipped" in everything


def test_with_an_option_for_tracebacks_pytests_own_come(suite: Path) -> None:
    assert "REPR OF A FIXTURE" in "\n".join(told(suite, "--tb=long"))


def test_for_who_looks_on_each_test_has_a_line_with_how_far_the_run_is(suite: Path) -> None:
    lines = told(suite, live=True)
    ends = [line.split()[:2] for line in lines if line.startswith(tuple("12345")) and "/5" in line]
    assert [end[0] for end in ends] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    (at,) = [at for at, line in enumerate(lines) if line.startswith("4/5")]
    assert "failed" in lines[at]
    assert "test_other" in lines[at]
    assert "in the test itself" in lines[at + 1]


def test_elsewhere_there_are_dots(suite: Path) -> None:
    assert any("FF.Fs" in line for line in told(suite, "-o", "console_output_style=classic"))


def test_the_rest_of_many_failures_is_named() -> None:
    many = [
        Failed(f"e2e/a/test_b.py::test_c[{number}]", f"a/test_b test_c[{number}]", "key", "expected", "found")
        for number in range(5)
    ]
    lines = list(failures_told(many, "report.html"))
    assert lines[0] == "5 tests failed the same way: expected"
    assert sum("evidence: report.html" in line for line in lines) == 3
    assert lines[-1] == "  a/test_b test_c[4]"


PATHS = """
import pytest
from types import SimpleNamespace

PATH = SimpleNamespace(
    entry="menu", method="mojeid", provider="ipko", confirmation="consent", destination="mojeikp", language="uk"
)

@pytest.mark.parametrize(("path", "device"), [(PATH, "iphone")], ids=["menu-mojeid-ipko"])
def test_path_opens_the_account(path, device): assert False, "no"
"""


@pytest.mark.parametrize("workers", [(), ("-n", "1", "-p", "xdist")], ids=["alone", "workers"])
def test_a_path_is_told_in_words_with_its_bank_by_name(tmp_path: Path, workers: tuple[str, ...]) -> None:
    (tmp_path / "test_it.py").write_text(PATHS)
    lines = told(tmp_path, "-p", "fixtures.console", *workers, live=True)
    words = "mojeID – PKO BP – iPKO, consent: menu → mojeIKP, in Ukrainian – iPhone"
    assert any(line.startswith("1/1") and line.endswith(words) for line in lines)
    assert any(line.startswith(f"  {words}: in the test itself: no") for line in lines)
    assert any("again: make e2e ARGS=\"-k 'menu-mojeid-ipko'\"" in line for line in lines)


def test_the_time_of_the_rest_is_told_once_a_few_have_ended() -> None:
    progress = Progress(total=100, done=4)
    assert "~" not in progress.words
    progress.done = 5
    assert "~" in progress.words


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["e2e/login"], True),
        (["e2e", "e2e/login/test_paths.py::test_path_opens_the_account"], True),
        (["e2e", "tests"], False),
        (["e2e", "-q"], False),
        (["e2e", "-v"], False),
    ],
    ids=["folder", "test", "both", "quiet", "verbose"],
)
def test_only_stories_have_this_console_and_only_where_nobody_wants_another(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch, arguments: list[str], wanted: bool
) -> None:
    places = [one for one in arguments if not one.startswith("-")]
    monkeypatch.setattr(pytestconfig, "args", places)
    verbose = arguments.count("-v") - arguments.count("-q")
    monkeypatch.setattr(pytestconfig.option, "verbose", verbose)
    monkeypatch.setattr(pytestconfig.option, "collectonly", False)
    assert is_wanted(pytestconfig) is wanted


def test_a_worker_that_died_is_told_at_once_and_by_what_is_known() -> None:
    said = "worker 'gw0' crashed while running 'e2e/a/test_b.py::test_c'"
    report = pytest.TestReport("e2e/a/test_b.py::test_c", ("", None, ""), {}, "failed", said, "???")  # type: ignore[arg-type]
    progress = Progress()
    progress.begin(1)
    assert progress.take(report, "") == "failed"
    (head, *_) = failures_told([Failed.of(report)], "")
    assert head == f"1 test failed: {said}"
