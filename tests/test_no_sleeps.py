"""No test and no page object waits for real seconds, or for the network to fall silent."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = ("wait_for_" + "timeout", "network" + "idle", "time." + "sleep")
FOLDERS = ("bootstrap", "e2e", "fixtures", "measure", "mock_server", "pages", "reports", "tests")


@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_waits_for_seconds(word: str) -> None:
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")]
    sources = [file for file in files if not file.is_relative_to(ROOT / "reports" / "out")]
    assert sources
    assert [str(file.relative_to(ROOT)) for file in sources if word in file.read_text(encoding="utf-8")] == []
