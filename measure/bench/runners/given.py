"""What a run of another runner is told: one environment variable, which both languages read."""

import json
import os
from dataclasses import asdict, dataclass

VARIABLE = "PRZEPUSTKA_RUN"


@dataclass(frozen=True)
class Given:
    """One run.

    Attributes:
        mock: the bare address of the mock.
        browser: the program of the browser; None for Playwright's own.
        arguments: the browser's.
        workers: how many walk at once.
        rounds: how often each path is walked.
        results: the folder for Allure's results.
        output: the folder for screenshots of failures.
        walks: the name of each path's walk, by the path.
        identified: what the account tells of who identified the person, by the path.
    """

    mock: str
    browser: str | None
    arguments: list[str]
    workers: int
    rounds: int
    results: str
    output: str
    walks: dict[str, str]
    identified: dict[str, str]

    @property
    def environment(self) -> dict[str, str]:
        """The variable that tells it, beside those of this process."""
        return os.environ | {VARIABLE: json.dumps(asdict(self))}


def read_given() -> Given:
    """What this run was told."""
    return Given(**json.loads(os.environ[VARIABLE]))
