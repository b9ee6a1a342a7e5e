"""What the rehearsal breaks, how it judges what was told, and what it writes down."""

import itertools
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from fixtures.planting import plant_wanted
from measure.rehearse import run
from measure.rehearse.breaks import BREAKS, PRODUCT, Break
from measure.rehearse.console import Heard
from measure.rehearse.front import Front, Group
from measure.rehearse.options import Options, read_options
from measure.rehearse.plugin import _BREAKS
from measure.rehearse.run import command_of
from measure.rehearse.verdict import Told, complaints, tell
from mock_server.client import Control
from mock_server.command.running import RunningServer
from reports.faults import Fault as Whose

BREAK = Break("b", "It breaks", PRODUCT, ("e2e",), ("the cause",))
TOLD = Told("b", 12.0, 30.0, 1, named=True, faults=(PRODUCT,), load=1.0, source="s")
FRONT = Front("Not passed", (Group(PRODUCT, "The cause"), Group("blocked", "not run")))


@pytest.mark.parametrize("item", BREAKS, ids=lambda item: item.name)
def test_each_break_is_one_that_there_is(item: Break) -> None:
    assert item.plants or item.machine in _BREAKS or item.stopped_at
    assert item.wanted in set(Whose)
    assert item.named


def test_the_mock_takes_every_fault_that_is_planted() -> None:
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        for item in BREAKS:
            world = control.create_world(item.name)
            plant_wanted(cast(pytest.Config, SimpleNamespace(getoption=lambda _name, item=item: item.plants)), world)
            assert len(world.planted()) == len(item.plants)


def test_a_break_is_told_as_it_is_heard_and_seen() -> None:
    told = tell(BREAK, Heard("…", 12.04, 30.0, 1), FRONT, "s")
    assert replace(told, load=1.0) == TOLD
    assert complaints(BREAK, told) == []


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"seconds": None}, "the console never named the cause"),
        ({"seconds": 61.0}, "the cause took 61 s, more than 60"),
        ({"named": False}, "the front page does not name the cause"),
        ({"faults": ("test fault",)}, "the front page calls it test fault, not product fault"),
        (
            {"faults": (PRODUCT, "test fault")},
            "the front page calls it product fault and test fault, not product fault",
        ),
        ({"faults": ()}, "the front page calls it nothing, not product fault"),
        ({"code": 0}, "the run was green"),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, object], complaint: str) -> None:
    assert complaints(BREAK, replace(TOLD, **changed)) == [complaint]  # type: ignore[arg-type]


def test_a_page_that_names_the_cause_nowhere_names_it_not() -> None:
    front = Front("Not passed: the cause", (Group(PRODUCT, "Something"),))
    assert not tell(BREAK, Heard("…", 1.0, 2.0, 1), front, "s").named


def test_the_command_is_a_persons_own() -> None:
    item = replace(BREAK, plants=("sms.wrong_number",), machine="slow")
    command = command_of(item)
    assert command[1:5] == ["-m", "reports.run", "e2e", "e2e"]
    assert ("--plant", "sms.wrong_number") in list(itertools.pairwise(command))
    assert ("--rehearse", "slow") in list(itertools.pairwise(command))


def test_the_breaks_that_are_asked_for_come_in_their_order() -> None:
    assert [item.name for item in read_options(["--only", "slow", "button"]).breaks] == ["button", "slow"]
    with pytest.raises(SystemExit):
        read_options(["--only", "nothing"])


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A house in which the breaks run at once; which of them ran."""
    ran: list[str] = []

    def run_it(item: Break, source: str) -> Told:
        ran.append(item.name)
        return replace(TOLD, name=item.name, source=source, faults=(item.wanted,), seconds=5.0)

    monkeypatch.setattr(run, "DOCUMENT", tmp_path / "rehearse.json")
    monkeypatch.setattr(run, "PAGE", tmp_path / "index.html")
    monkeypatch.setattr(run, "digest_of_source", lambda _root: "one")
    monkeypatch.setattr(run, "_run", run_it)
    return ran


def test_what_is_done_stays_done_until_the_source_changes(
    house: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = BREAKS
    assert run.rehearse(Options((first,), fresh=False))
    assert run.rehearse(Options((first, second), fresh=False))
    assert house == [first.name, second.name]
    assert run.rehearse(Options((first,), fresh=True))
    monkeypatch.setattr(run, "digest_of_source", lambda _root: "another")
    assert run.rehearse(Options((first,), fresh=False))
    assert house[2:] == [first.name, first.name]
    document = json.loads((tmp_path / "rehearse.json").read_text(encoding="utf-8"))
    assert (document["rehearsed"], document["wrong"]) == (2, [])


def test_the_page_shows_each_break_with_its_pictures(house: list[str], tmp_path: Path) -> None:
    run.rehearse(Options(BREAKS, fresh=False))
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<b>11</b> of <b>11</b>" in page
    assert len(house) == 11
    assert all(f'src="{item.name}/phone.png"' in page for item in BREAKS)
    assert "://" not in page


def test_one_that_is_told_wrongly_makes_it_red(
    house: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_run", lambda item, source: replace(TOLD, name=item.name, source=source, named=False))
    assert not run.rehearse(Options(BREAKS[:1], fresh=False))
    assert "does not name" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert house == []
