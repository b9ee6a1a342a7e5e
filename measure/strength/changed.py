"""What a change of the source touches: ``make strength ARGS="--changed"``."""

import ast
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bootstrap.places import ROOT
from measure.resumable import CannotRun
from measure.strength.suite import Fault, SuiteTest
from mock_server.faults.catalogue import CATALOGUE
from mock_server.kernel.faults import Replaced, TemplateFault

_FAULTS = "mock_server/faults/"
_ENTRY = "Row"


class GitFailed(CannotRun):
    """Git could not say what has changed; the text is its own."""


def changed_files(since: str, root: Path = ROOT) -> list[str]:
    """The files that differ from the revision, new ones too."""
    differing = _git(root, "diff", "--name-only", "--diff-filter=d", since, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard")
    return sorted({*differing.splitlines(), *new.splitlines()})


def source_at(since: str, root: Path = ROOT) -> Callable[[str], str]:
    """A reader of files as they were; one that was not there is empty."""

    def read(file: str) -> str:
        try:
            return _git(root, "show", f"{since}:{file}")
        except GitFailed:
            return ""

    return read


def touched_faults(faults: Iterable[Fault], files: Sequence[str], before: Callable[[str], str], root: Path) -> set[str]:
    """The faults that were added or altered, and those of a rule or template that was."""
    entries: set[str] = set()
    for file in files:
        if file.startswith(_FAULTS) and file.endswith(".py"):
            entries |= _altered_entries(before(file), (root / file).read_text(encoding="utf-8"))
    rules = {Path(file).parent.name for file in files if Path(file).name == "rules.py"}
    templates = {f"{Path(file).parent.parent.name}/{Path(file).name}" for file in files if "/templates/" in file}
    return {fault.id for fault in faults if fault.id in entries or _stands_on(fault.id, rules, templates)}


def touched_tests(tests: Iterable[SuiteTest], files: Iterable[str]) -> set[str]:
    """The tests of a module that was changed, or below a helper that was."""
    modules = {file for file in files if file.startswith("e2e/") and file.endswith(".py")}
    helpers = {str(Path(file).parent) for file in modules if not Path(file).name.startswith("test_")} - {"e2e"}
    return {test.id for test in tests if _module(test) in modules or str(Path(_module(test)).parent) in helpers}


def touched_pairs(faults: Sequence[Fault], tests: Sequence[SuiteTest], since: str) -> frozenset[tuple[str, str]]:
    """The pairs of which one side was touched."""
    files = changed_files(since)
    new_faults = touched_faults(faults, files, source_at(since), ROOT)
    new_tests = touched_tests(tests, files)
    return frozenset(
        (fault.id, test.id)
        for fault in faults
        for test in tests
        if fault.behaviour in test.claims and (fault.id in new_faults or test.id in new_tests)
    )


def _altered_entries(old: str, new: str) -> set[str]:
    former = _entries(old)
    return {name for name, content in _entries(new).items() if former.get(name) != content}


def _entries(source: str) -> dict[str, str]:
    """Each fault written out in a module, by its id, as it stands there."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    named = ((call, call.args[0]) for call in calls if ast.unparse(call.func) == _ENTRY and call.args)
    return {str(name.value): ast.dump(call) for call, name in named if isinstance(name, ast.Constant)}


def _stands_on(fault: str, rules: set[str], templates: set[str]) -> bool:
    match CATALOGUE[fault].fault if fault in CATALOGUE else None:
        case Replaced(name=name):
            return name.partition(".")[0] in rules
        case TemplateFault(template=template):
            return template in templates
        case _:
            return False


def _module(test: SuiteTest) -> str:
    return test.id.partition("::")[0]


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise GitFailed(done.stderr.strip())
    return done.stdout
