from collections.abc import Callable
from pathlib import Path

import pytest

from measure.strength.fingerprint import digest_of_fault, digest_of_house, digest_of_test
from measure.strength.suite import catalogue
from mock_server.kernel.faults import Replaced, RuleFault


def later(seconds: int) -> Callable[[int, int], bool]:
    return lambda expires_at, now: now <= expires_at + seconds


def test_the_same_fault_has_the_same_digest_and_another_another() -> None:
    assert digest_of_fault(Replaced("a.b", later(1))) == digest_of_fault(Replaced("a.b", later(1)))
    different = {
        digest_of_fault(Replaced("a.b", later(1))),
        digest_of_fault(Replaced("a.b", later(2))),
        digest_of_fault(Replaced("a.c", later(1))),
        digest_of_fault(Replaced("a.b", lambda expires_at, now: now < expires_at)),
        digest_of_fault(RuleFault("a.b", "negate")),
    }
    assert len(different) == 5


def test_no_two_faults_of_the_catalogue_break_the_same_behaviour_in_the_same_way() -> None:
    names: dict[str, list[str]] = {}
    for fault in catalogue():
        names.setdefault(fault.digest, []).append(fault.id)
    assert [twins for twins in names.values() if len(twins) > 1] == []


def test_a_test_is_its_module_and_the_helpers_on_the_way(tmp_path: Path) -> None:
    story = tmp_path / "e2e" / "code"
    story.mkdir(parents=True)
    for file in (story / "test_a.py", story / "test_b.py", story / "steps.py", tmp_path / "e2e" / "conftest.py"):
        file.write_text("one")
    before = digest_of_test("e2e/code/test_a.py::test_x", tmp_path)
    (story / "test_b.py").write_text("two")
    assert digest_of_test("e2e/code/test_a.py::test_x", tmp_path) == before
    (story / "steps.py").write_text("two")
    helped = digest_of_test("e2e/code/test_a.py::test_x", tmp_path)
    (story / "test_a.py").write_text("two")
    assert len({before, helped, digest_of_test("e2e/code/test_a.py::test_x", tmp_path)}) == 3


def test_the_house_is_all_but_the_catalogue(tmp_path: Path) -> None:
    before = digest_of_house(tmp_path)
    write(tmp_path / "mock_server" / "faults" / "code.py")
    assert digest_of_house(tmp_path) == before


@pytest.mark.parametrize("room", ["mock_server/hub", "pages", "fixtures", "measure/strength/plugin"])
def test_what_every_test_stands_on_is_of_the_house(tmp_path: Path, room: str) -> None:
    before = digest_of_house(tmp_path)
    write(tmp_path / room / "code.py")
    assert digest_of_house(tmp_path) != before


def write(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("x")
