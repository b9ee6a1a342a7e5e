"""The figures of README and docs/strength.md are those of the tables, and what they say of the house is so."""

import re
from collections import Counter
from pathlib import Path

import mock_server
from e2e.paths import DEVICES, PATHS
from mock_server.faults.catalogue import FAULTS
from mock_server.kernel.faults import FailsOpen, Replaced, ResponseChanged

README = Path(__file__).parent.parent / "README.md"
STRENGTH = README.parent / "docs" / "strength.md"
MOCK = Path(mock_server.__file__).parent


def test_table_of_methods_and_devices_is_the_path_table() -> None:
    expected = Counter((path.method, path.confirmation, path.device) for path in PATHS)
    told: Counter[tuple[str, str, str]] = Counter()
    for method, confirmation, *counts in rows():
        for device, count in zip(DEVICES, counts, strict=True):
            if count != "–":
                told[method, confirmation.split()[0], device] = int(count)
    assert told == expected


def test_every_sentence_of_the_announcement_has_a_story_that_is_there() -> None:
    lines = between("announcement")
    named = [re.fullmatch(r"\[`(test_\w+)`\]\((e2e/\S+)\)", line[1]) for line in lines[2:]]
    assert len(named) > 20
    for story in named:
        assert story
        assert f"def {story[1]}(" in (README.parent / story[2]).read_text(encoding="utf-8")


def test_sums_are_right() -> None:
    text = README.read_text(encoding="utf-8")
    sums = re.search(r"\*\*(\d+) paths\*\* \| \| (\d+) \| (\d+) \| (\d+) \|", text)
    by_device = Counter(path.device for path in PATHS)
    assert sums
    assert [int(number) for number in sums.groups()] == [len(PATHS), *(by_device[device] for device in DEVICES)]


def test_number_of_faults_is_the_catalogues() -> None:
    assert f"breaks the mock in {len(FAULTS)} ways" in STRENGTH.read_text(encoding="utf-8")


def test_every_site_has_the_rooms_that_the_readme_names() -> None:
    sites = {file.parent for file in MOCK.rglob("routes.py")} - {MOCK / "control"}
    assert len(sites) > 10
    rooms = {"rules.py", "templates"}
    without = {(site.name, room) for site in sites for room in {*rooms, "state.py"} if not (site / room).exists()}
    assert without == {("pacjent", "state.py")}


def test_most_faults_of_the_catalogue_are_code() -> None:
    code = [fault for fault in FAULTS if isinstance(fault.fault, Replaced | FailsOpen | ResponseChanged)]
    assert len(code) > len(FAULTS) / 2


def rows() -> list[list[str]]:
    """The lines of the table of paths, without its head and its sum."""
    return between("paths")[2:-1]


def between(mark: str) -> list[list[str]]:
    """The cells of the table between the two marks of this name."""
    table = README.read_text(encoding="utf-8").partition(f"<!-- {mark} -->")[2].partition(f"<!-- /{mark} -->")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
