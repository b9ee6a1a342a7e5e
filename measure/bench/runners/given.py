"""What a run of another runner is told: one environment variable, which both languages read."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from bootstrap.browsers import find_browser
from fixtures.browsers import CHROMIUM_ARGUMENTS
from measure.bench.bare import WALKS

VARIABLE = "PRZEPUSTKA_RUN"
_IDENTIFIED = {
    "by_sms": "Profil zaufany",
    "by_push": "Profil zaufany",
    "by_bank": "Profil zaufany – mBank",
    "by_mojeid": "mojeID – ING Bank Śląski",
    "by_cooperative": "mojeID – Grupa BPS",
    "by_reader": "e-dowód",
    "by_edo_qr": "e-dowód",
    "by_edo_number": "e-dowód",
    "by_qr": "mObywatel",
    "by_code": "mObywatel",
}


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


def given(mock: str, workers: int, rounds: int, scratch: Path) -> Given:
    """A run of the ten paths; what it leaves goes to ``scratch``."""
    browser = find_browser("chromium").executable
    walks = {path: walk.__name__ for path, walk in WALKS.items()}
    return Given(
        mock=mock,
        browser=str(browser) if browser else None,
        arguments=CHROMIUM_ARGUMENTS,
        workers=workers,
        rounds=rounds,
        results=str(scratch / "allure"),
        output=str(scratch / "output"),
        walks=walks,
        identified={path: _IDENTIFIED[walk] for path, walk in walks.items()},
    )


def read_given() -> Given:
    """What this run was told."""
    return Given(**json.loads(os.environ[VARIABLE]))
