"""What the Python client makes of an answer."""

from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from mock_server.client import Control, WorldControl
from mock_server.control.observing import InboxSeen
from mock_server.kernel.making import Holding
from mock_server.kernel.open_things import Kind, OpenThing
from mock_server.shared.patient.authorisation import Scope
from mock_server.shared.patient.looks import Look
from tests.control.told import (
    CLOCK,
    OTHER,
    PERSON,
    PLAIN,
    PLAIN_RECORD,
    PLAIN_RIGHT,
    PROVIDER,
    RECORD,
    REGISTERED,
    RIGHT,
    SEEN,
    SETTINGS,
)
from tests.control.wire import Wire


def test_worlds_are_asked_for_by_name(wire: Wire, asking: Control) -> None:
    wire.answer = httpx.Response(200, json=SEEN)
    made, found = asking.create_world("w"), asking.world("w")
    assert made == found == WorldControl(asking, "w", {"ikp": "http://ikp--w.localhost:7/"})
    wire.answer = httpx.Response(200, json=["main"])
    assert asking.worlds() == ["main"]
    told = [("PUT", "/control/worlds/w", None), ("GET", "/control/worlds/w", None), ("GET", "/control/worlds", None)]
    assert wire.asked == told


@pytest.mark.parametrize(
    ("act", "answer", "made"),
    [
        (lambda w: w.make_person(), PLAIN, PERSON),
        (lambda w: w.make_child(PERSON), PLAIN, PERSON),
        (lambda w: w.add_person(PERSON), PLAIN, PERSON),
        (lambda w: w.people(), [PLAIN, PLAIN], [PERSON, PERSON]),
        (lambda w: w.person("1"), PLAIN, PERSON),
        (lambda w: w.change_person("1"), PLAIN, PERSON),
        (lambda w: w.give(PERSON, Holding.BANKS), PLAIN, PERSON),
        (lambda w: w.take(PERSON, Holding.BANKS), PLAIN, PERSON),
        (lambda w: w.record(PERSON), PLAIN_RECORD, RECORD),
        (lambda w: w.put_record(PERSON, RECORD), PLAIN_RECORD, RECORD),
        (lambda w: w.authorise(PERSON, OTHER), PLAIN_RIGHT, RIGHT),
        (lambda w: w.authorisations(), [PLAIN_RIGHT], [RIGHT]),
        (
            lambda w: w.looks(PERSON),
            [
                {
                    "owner": "44051401359",
                    "by": "02070803628",
                    "name": "Jan",
                    "at": "2026-01-31T11:00:00Z",
                    "scope": ["visits"],
                }
            ],
            [
                Look(
                    "44051401359",
                    "02070803628",
                    "Jan",
                    datetime(2026, 1, 31, 11, 0, tzinfo=UTC),
                    frozenset({Scope.VISITS}),
                )
            ],
        ),
        (lambda w: w.now(), CLOCK, datetime(2026, 1, 31, 11, 0, tzinfo=UTC)),
        (lambda w: w.reading_seconds(), SETTINGS, 4),
        (lambda w: w.inbox(PERSON), {"sms": [], "pushes": []}, InboxSeen(sms=[], pushes=[])),
        (lambda w: w.open_things(), [{"kind": "code", "site": "pz"}], [OpenThing(Kind.CODE, "pz")]),
        (lambda w: w.planted(), ["a", "b"], ["a", "b"]),
        (lambda w: w.register_provider("sp", "P", "https://sp/acs", "PEM"), REGISTERED, PROVIDER),
        (lambda w: w.register_metadata("<a/>"), REGISTERED, PROVIDER),
    ],
)
def test_an_answer_is_told(
    wire: Wire, asking: Control, act: Callable[[WorldControl], object], answer: object, made: object
) -> None:
    wire.answer = httpx.Response(200, json=answer)
    assert act(WorldControl(asking, "w", {})) == made


def test_a_site_is_reached_by_its_address(asking: Control) -> None:
    world = WorldControl(asking, "w", SEEN["sites"])
    assert world.url("ikp") == "http://ikp--w.localhost:7/"
    assert world.url("ikp", "/zaloguj?a=b") == "http://ikp--w.localhost:7/zaloguj?a=b"
