"""What a test meets: the rules that are asked, the templates that are rendered, the answers that are given."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from fixtures.http import bare_client
from fixtures.world import WorldControl
from measure.strength.plugin.meeting import Meeting, Met, keep, read_met
from mock_server.client import Control
from mock_server.command.running import RunningServer
from mock_server.kernel.faults import (
    FailsOpen,
    Outage,
    PlantedFault,
    Replaced,
    ResponseChanged,
    RuleFault,
    TemplateFault,
)

MET = Met(
    frozenset({"pz.code_matches", "saml.level"}),
    frozenset({"login/methods.html"}),
    frozenset({("ikp", "/konto"), ("ikp", "/recepty/1"), ("pz", "/site.css")}),
    frozenset({"ikp"}),
)


def nothing(*_: object) -> None:
    """Change nothing."""


@pytest.mark.parametrize(
    ("fault", "meets"),
    [
        (RuleFault("pz.code_matches", "negate"), True),
        (RuleFault("pz.code_match", "negate"), False),
        (Replaced("saml.level", nothing), True),
        (Replaced("saml.levels", nothing), False),
        (FailsOpen(("banks.", "saml.")), True),
        (FailsOpen(("banks.",)), False),
        (TemplateFault("login/methods.html", "a", "b"), True),
        (TemplateFault("ikp/methods.html", "a", "b"), False),
        (ResponseChanged("ikp", "/recepty/.*", nothing), True),
        (ResponseChanged("ikp", "/recepty", nothing), False),
        (ResponseChanged("mojeikp", ".*", nothing), False),
        (Outage("ikp"), True),
        (Outage("pz"), False),
    ],
)
def test_a_fault_is_met_in_what_was_called_rendered_or_answered(fault: PlantedFault, meets: bool) -> None:
    assert MET.meets(fault) is meets


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> Meeting:
    watching = Meeting()
    watching.watch(monkeypatch)
    return watching


@pytest.fixture
def seen(meeting: Meeting) -> Iterator[WorldControl]:
    """A world of a mock that was started under these eyes."""
    assert meeting.taken() == Met()
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        yield control.create_world("seen")


def test_a_page_is_met_with_its_rules_templates_and_answers(meeting: Meeting, seen: WorldControl) -> None:
    meeting.taken()
    with bare_client(seen) as client:
        client.get("/", headers={"Host": httpx.URL(seen.url("pz")).netloc.decode()})
    met = meeting.taken()
    assert ("pz", "/") in met.answered
    assert {"web/layout.html", "pz/front.html"} <= met.rendered
    assert all(re.fullmatch(r"[\w.]+", name) for name in met.called)
    assert meeting.taken() == Met()


@pytest.mark.parametrize(("path", "asked"), [("/", {"pz"}), ("/site.css", set()), ("/static/house.css", set())])
def test_who_asks_for_a_file_asks_no_site(meeting: Meeting, seen: WorldControl, path: str, asked: set[str]) -> None:
    """One that is out serves its files."""
    meeting.taken()
    with bare_client(seen) as client:
        client.get(path, headers={"Host": httpx.URL(seen.url("pz")).netloc.decode()})
    met = meeting.taken()
    assert met.answered == {("pz", path)}
    assert met.asked == asked


def test_what_was_met_is_kept_by_test_the_newest_last(tmp_path: Path) -> None:
    file = tmp_path / "met.jsonl"
    assert read_met(file) == {}
    keep(file, "one", Met())
    keep(file, "one", MET)
    keep(file, "other", Met())
    with file.open("a") as broken:
        broken.write('{"test": "half')
    assert read_met(file) == {"one": MET, "other": Met()}
