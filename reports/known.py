"""Known issues: tests that may fail for a reason, until a day. ``e2e/known_issues.yaml`` lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from bootstrap.places import ROOT
from reports.ended import Ended
from reports.results import ReportError


class KnownIssue(BaseModel):
    """A reason why tests fail.

    Attributes:
        test: pytest's name for the test, in which ``*`` stands for anything and brackets for themselves.
        expires: the last day on which it counts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    test: str
    reason: str
    expires: date

    def names(self, nodeid: str) -> bool:
        """Whether it is about this test."""
        return fnmatchcase(nodeid, self.test.replace("[", "[[]"))


@dataclass(frozen=True)
class Known:
    """The known issues beside a run.

    Attributes:
        excused: the failures that a valid issue names: pytest's name of the test, and the issue.
        expired: issues whose day is over.
        unknown: issues that name no test, though their file was run.
        passing: valid issues whose tests all passed: they can go.
    """

    excused: dict[str, KnownIssue]
    expired: tuple[KnownIssue, ...]
    unknown: tuple[KnownIssue, ...]
    passing: tuple[KnownIssue, ...]

    @property
    def told(self) -> list[str]:
        """What somebody has to do about them."""
        return [
            *(f"expired on {one.expires:%-d %B %Y}: {one.test} ({one.reason})" for one in self.expired),
            *(f"names no test: {one.test} ({one.reason})" for one in self.unknown),
            *(f"passes, and can go: {one.test} ({one.reason})" for one in self.passing),
        ]


_ISSUES = TypeAdapter(list[KnownIssue])


def read_known_issues(file: Path) -> list[KnownIssue]:
    """The issues on file; none where there is no file.

    Raises:
        ReportError: the file is not as it has to be; the text says where.
    """
    if not file.is_file():
        return []
    try:
        return _ISSUES.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or [])
    except (yaml.YAMLError, ValidationError) as error:
        raise ReportError(f"{file.name} is not as it has to be: {error}") from error


def beside(issues: Sequence[KnownIssue], tests: Sequence[Ended], today: date) -> Known:
    """Hold the issues beside the tests of a run."""
    named = {issue: [test for test in tests if issue.names(test.nodeid)] for issue in issues}
    valid = {issue: found for issue, found in named.items() if issue.expires >= today}
    files = {test.nodeid.partition("::")[0] for test in tests}
    return Known(
        excused={test.nodeid: issue for issue, found in valid.items() for test in found if test.fault},
        expired=tuple(issue for issue in named if issue not in valid),
        unknown=tuple(issue for issue, found in named.items() if not found and _ran(issue, files)),
        passing=tuple(issue for issue, found in valid.items() if found and not any(test.fault for test in found)),
    )


def _ran(issue: KnownIssue, files: set[str]) -> bool:
    """Whether its file was run; a file that is not there was not, and the issue names no test for ever."""
    file = issue.test.partition("::")[0]
    return any(fnmatchcase(one, file) for one in files) or ("*" not in file and not (ROOT / file).exists())
