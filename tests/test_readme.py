"""The README's figures are the table's."""

import re
from collections import Counter
from pathlib import Path

from e2e.paths import DEVICES, PATHS
from mock_server.faults.catalogue import FAULTS

README = Path(__file__).parent.parent / "README.md"


def test_table_of_methods_and_devices_is_the_path_table() -> None:
    expected = Counter((path.method, path.confirmation, path.device) for path in PATHS)
    told: Counter[tuple[str, str, str]] = Counter()
    for method, confirmation, *counts in rows():
        for device, count in zip(DEVICES, counts, strict=True):
            if count != "–":
                told[method, confirmation.split()[0], device] = int(count)
    assert told == expected


def test_sums_are_right() -> None:
    text = README.read_text(encoding="utf-8")
    sums = re.search(r"\*\*(\d+) paths\*\* \| \| (\d+) \| (\d+) \| (\d+) \|", text)
    by_device = Counter(path.device for path in PATHS)
    assert sums
    assert [int(number) for number in sums.groups()] == [len(PATHS), *(by_device[device] for device in DEVICES)]


def test_number_of_faults_is_the_catalogues() -> None:
    assert f"breaks the mock in {len(FAULTS)} ways" in README.read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    """The lines of the table between the two marks, without its head and its sum."""
    table = README.read_text(encoding="utf-8").partition("<!-- paths -->")[2].partition("<!-- /paths -->")[0]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
    return lines[2:-1]
