"""Who walks the ten paths: ours, a bare script, and two other runners."""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bootstrap.children import started
from bootstrap.places import ROOT
from measure.bench import bench_env
from measure.bench.runners.given import Given

Command = Sequence[str | Path]
_TEST = "e2e/login/test_paths.py::test_path_opens_the_account"
_PYTEST = (sys.executable, "-m", "pytest", "-q", "--dist", "worksteal", "-p", "measure.bench.runners.repeated")
_SELENIUM_SUITE = Path(__file__).parent / "selenium_suite"


@dataclass(frozen=True)
class Contestant:
    """One way to walk them.

    Attributes:
        name: as the figures tell it.
        commands: the programs of a run, which run side by side.
        environment: the variables that its programs are told, too.
        has_mock: whether it brings a mock of its own, as ours does in each worker.
        has_results: whether it writes Allure's results.
    """

    name: str
    commands: Callable[[Given], list[Command]]
    environment: dict[str, str] = field(default_factory=dict)
    has_mock: bool = False
    has_results: bool = True

    def run(self, given: Given) -> None:
        """Walk the paths.

        Raises:
            RuntimeError: a program failed, or Allure's results do not have every walk as passed.
        """
        log = Path(given.output).with_name("log.txt")
        with log.open("wb") as said, ExitStack() as stack:
            options = {"cwd": ROOT, "env": given.environment | self.environment, "stdout": said, "stderr": said}
            running = [stack.enter_context(started(command, **options)) for command in self.commands(given)]
            codes = [process.wait() for process in running]
        if any(codes):
            raise RuntimeError(f"{self.name} ended with {codes}: {log.read_text(errors='replace')[-3000:]}")
        if self.has_results:
            expect_passed(Path(given.results), len(given.walks) * given.rounds)


def expect_passed(results: Path, wanted: int) -> None:
    """See that so many tests passed, by Allure's results.

    Raises:
        RuntimeError: it is another number, or others ended otherwise.
    """
    ended = [json.loads(file.read_bytes())["status"] for file in results.glob("*-result.json")]
    if ended != ["passed"] * wanted:
        raise RuntimeError(f"{wanted} tests should have passed, and ended so: {ended}")


def _ours(*further: str) -> Callable[[Given], list[Command]]:
    """As ``make e2e`` walks, which then makes a report of the results."""

    def commands(given: Given) -> list[Command]:
        kept = ("--alluredir", given.results, "--output", given.output)
        plugins = ("-p", "no:hypothesispytest", "-p", "no:cacheprovider", "-n", str(given.workers))
        chosen = [f"{_TEST}[{path}-chromium-{number}]" for path in given.walks for number in range(given.rounds)]
        return [[*_PYTEST, *plugins, *kept, *further, *chosen]]

    return commands


def _bare(given: Given) -> list[Command]:
    return [[sys.executable, "-m", "measure.bench.runners.floor", str(worker)] for worker in range(given.workers)]


def _playwright_test(_: Given) -> list[Command]:
    return [bench_env.playwright_test()]


def _selenium(given: Given) -> list[Command]:
    plugins = ("-p", "xdist.plugin", "-p", "allure_pytest.plugin", "-n", str(given.workers))
    return [[*_PYTEST, *plugins, "-c", _SELENIUM_SUITE / "pytest.ini", "--alluredir", given.results, _SELENIUM_SUITE]]


OURS = Contestant("as make e2e", _ours(), has_mock=True)
UNWATCHED = Contestant("ours with no watcher", _ours("--unwatched"), has_mock=True)
BARE = Contestant("a bare script", _bare, has_results=False)
PLAYWRIGHT_TEST = Contestant("@playwright/test", _playwright_test)
SELENIUM = Contestant("selenium", _selenium, environment={"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})
