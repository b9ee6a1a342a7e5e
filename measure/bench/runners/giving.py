"""What each contestant is given: the ten paths, the browser of the suite, and what the account should tell."""

from pathlib import Path

from bootstrap.browsers import find_browser
from fixtures.browsers import CHROMIUM_ARGUMENTS
from measure.bench.bare import WALKS
from measure.bench.runners.given import Given

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
