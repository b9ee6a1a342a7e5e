"""What the Python client asks for: each of its methods one request, whole."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from urllib.parse import unquote

import httpx
import pytest
from pydantic import ValidationError

from mock_server.client import Control, WorldControl
from mock_server.kernel.faults import Outage, RuleFault
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation
from mock_server.shared.patient.booking.model import Service
from tests.control.told import (
    CLOCK,
    DECIDED,
    OTHER,
    PERSON,
    PLACE,
    PLAIN,
    PLAIN_PLACE,
    PLAIN_RECORD,
    PLAIN_REFERRAL,
    PLAIN_RESULT,
    PLAIN_RIGHT,
    PLAIN_TERM,
    RECORD,
    REFERRAL,
    REGISTERED,
    RESULT,
    RIGHT,
    SEEN,
    SETTINGS,
    TERM,
    TERM_SEEN,
)
from tests.control.wire import Wire


@pytest.mark.parametrize(
    ("act", "method", "path", "body", "answer"),
    [
        (lambda w: w.drop(), "DELETE", "", None, {}),
        (lambda w: w.reset(), "POST", "/reset", None, SEEN),
        (lambda w: w.make_person(), "POST", "/people", {"seed": None, "confirmation": "sms"}, PLAIN),
        (
            lambda w: w.make_person(
                7, holdings=("banks",), confirmation=Confirmation.PUSH, given_name="Ewa", birth_date="1990-01-01"
            ),
            "POST",
            "/people",
            {
                "seed": 7,
                "confirmation": "push",
                "given_name": "Ewa",
                "birth_date": "1990-01-01",
                "holdings": ["banks"],
            },
            PLAIN,
        ),
        (
            lambda w: w.make_person(0, holdings=()),
            "POST",
            "/people",
            {"seed": 0, "confirmation": "sms", "holdings": []},
            PLAIN,
        ),
        (
            lambda w: w.make_person(1, age=0),
            "POST",
            "/people",
            {"seed": 1, "confirmation": "sms", "age": 0},
            PLAIN,
        ),
        (lambda w: w.make_child(PERSON), "POST", "/people/44051401359/children", {"seed": None}, PLAIN),
        (lambda w: w.make_child(PERSON, 3), "POST", "/people/44051401359/children", {"seed": 3}, PLAIN),
        (
            lambda w: w.make_child(PERSON, 3, age=0),
            "POST",
            "/people/44051401359/children",
            {"seed": 3, "age": 0},
            PLAIN,
        ),
        (lambda w: w.add_person(PERSON), "PUT", "/people", PLAIN, PLAIN),
        (lambda w: w.people(), "GET", "/people", None, [PLAIN]),
        (lambda w: w.person("1"), "GET", "/people/1", None, PLAIN),
        (lambda w: w.change_person("1", id_card={"can": "1"}), "PATCH", "/people/1", {"id_card": {"can": "1"}}, PLAIN),
        (lambda w: w.remove_person("1"), "DELETE", "/people/1", None, {}),
        (
            lambda w: w.give(PERSON, Holding.ID_CARD),
            "PUT",
            "/people/44051401359/credentials/id_card",
            {"seed": None, "confirmation": "sms"},
            PLAIN,
        ),
        (
            lambda w: w.give(PERSON, Holding.BANKS, seed=2, confirmation=Confirmation.PUSH),
            "PUT",
            "/people/44051401359/credentials/banks",
            {"seed": 2, "confirmation": "push"},
            PLAIN,
        ),
        (lambda w: w.take(PERSON, Holding.BANKS), "DELETE", "/people/44051401359/credentials/banks", None, PLAIN),
        (lambda w: w.record(PERSON), "GET", "/people/44051401359/record", None, PLAIN_RECORD),
        (
            lambda w: w.put_record(PERSON, RECORD),
            "PUT",
            "/people/44051401359/record",
            PLAIN_RECORD,
            PLAIN_RECORD,
        ),
        (lambda w: w.places(), "GET", "/places", None, [PLAIN_PLACE]),
        (lambda w: w.put_places([PLACE]), "PUT", "/places", {"places": [PLAIN_PLACE]}, [PLAIN_PLACE]),
        (lambda w: w.terms("a b", Service.HPV), "GET", "/places/a%20b/terms?service=hpv", None, [TERM_SEEN]),
        (
            lambda w: w.terms("lab", Service.HPV, date(2026, 12, 1)),
            "GET",
            "/places/lab/terms?service=hpv&from=2026-12-01",
            None,
            [],
        ),
        (lambda w: w.put_terms("lab", [TERM]), "PUT", "/places/lab/terms", {"terms": [PLAIN_TERM]}, [TERM_SEEN]),
        (lambda w: w.bookings(PERSON), "GET", "/people/44051401359/bookings", None, []),
        (
            lambda w: w.prevention_referrals(PERSON),
            "GET",
            "/people/44051401359/prevention/referrals",
            None,
            [PLAIN_REFERRAL],
        ),
        (
            lambda w: w.put_prevention_referrals(PERSON, [REFERRAL]),
            "PUT",
            "/people/44051401359/prevention/referrals",
            {"referrals": [PLAIN_REFERRAL]},
            [PLAIN_REFERRAL],
        ),
        (
            lambda w: w.put_prevention_results(PERSON, REFERRAL, [RESULT]),
            "PUT",
            "/people/44051401359/prevention/referrals/r1/results",
            {"results": [PLAIN_RESULT]},
            PLAIN_REFERRAL,
        ),
        (
            lambda w: w.authorise(PERSON, OTHER),
            "POST",
            "/authorisations",
            {"owner": "44051401359", "authorised": "02070803628"},
            PLAIN_RIGHT,
        ),
        (
            lambda w: w.authorise(
                PERSON,
                OTHER,
                scope={"visits", "referrals"},
                first_day=date(2026, 5, 4),
                last_day=date(2026, 5, 6),
                granted_by=OTHER,
            ),
            "POST",
            "/authorisations",
            {
                "owner": "44051401359",
                "authorised": "02070803628",
                "scope": ["referrals", "visits"],
                "granted_by": "02070803628",
                "first_day": "2026-05-04",
                "last_day": "2026-05-06",
            },
            PLAIN_RIGHT,
        ),
        (lambda w: w.authorisations(), "GET", "/authorisations", None, [PLAIN_RIGHT]),
        (lambda w: w.withdraw(RIGHT), "DELETE", "/authorisations/r1", None, {}),
        (lambda w: w.looks(PERSON), "GET", "/people/44051401359/looks", None, []),
        (
            lambda w: w.register_provider("sp", "P", "https://sp/acs", "PEM", level="high"),
            "POST",
            "/providers",
            {"issuer": "sp", "name": "P", "acs_urls": ["https://sp/acs"], "certificate": "PEM", "level": "high"},
            REGISTERED,
        ),
        (lambda w: w.register_metadata("<a/>"), "POST", "/providers/from-metadata", {"metadata": "<a/>"}, REGISTERED),
        (
            lambda w: w.register_metadata(b"<a/>"),
            "POST",
            "/providers/from-metadata",
            {"metadata_base64": "PGEvPg=="},
            REGISTERED,
        ),
        (lambda w: w.remove_provider("sp/a b"), "DELETE", "/providers?issuer=sp%2Fa+b", None, {}),
        (lambda w: w.change_hub(lenient=True), "PATCH", "/hub", {"lenient": True}, {}),
        (
            lambda w: w.read_code(PERSON, "8;D"),
            "POST",
            "/phones/44051401359/codes",
            {"code": "8;D"},
            {"result": "read"},
        ),
        (
            lambda w: w.answer_consent(PERSON, "c", approve=True),
            "POST",
            "/phones/44051401359/consents/c",
            {"approve": True},
            DECIDED,
        ),
        (
            lambda w: w.answer_push(PERSON, "p", approve=False),
            "POST",
            "/phones/44051401359/pushes/p",
            {"approve": False},
            DECIDED,
        ),
        (
            lambda w: w.expect_login(PERSON),
            "PUT",
            "/next-login",
            {"pesel": "44051401359", "method": "mobywatel", "bank": None, "level": None},
            {},
        ),
        (
            lambda w: w.expect_login(PERSON, "mojeid", "mbank", "low"),
            "PUT",
            "/next-login",
            {"pesel": "44051401359", "method": "mojeid", "bank": "mbank", "level": "low"},
            {},
        ),
        (lambda w: w.now(), "GET", "/clock", None, CLOCK),
        (
            lambda w: w.set_clock(datetime(2026, 1, 31, 11, 0, tzinfo=UTC)),
            "PUT",
            "/clock",
            {"now": "2026-01-31T11:00:00+00:00"},
            CLOCK,
        ),
        (lambda w: w.advance(1.5), "POST", "/clock/advance", {"seconds": 1.5}, CLOCK),
        (lambda w: w.freeze(), "POST", "/clock/freeze", None, CLOCK),
        (lambda w: w.resume(), "POST", "/clock/resume", None, CLOCK),
        (lambda w: w.reading_seconds(), "GET", "/settings", None, SETTINGS),
        (lambda w: w.set_reader(4), "PATCH", "/settings", {"reading_seconds": 4}, SETTINGS),
        (
            lambda w: w.inbox(PERSON),
            "GET",
            "/inbox?phone=%2B48500100200&pesel=44051401359",
            None,
            {"sms": [], "pushes": []},
        ),
        (lambda w: w.plant("a", Outage("pz")), "PUT", "/faults/a", {"site": "pz", "status": 503}, {}),
        (
            lambda w: w.plant("a", RuleFault("pz.x", "always", True)),
            "PUT",
            "/faults/a",
            {"rule": "pz.x", "how": "always", "value": True},
            {},
        ),
        (lambda w: w.plant_catalogued("sms.any_code"), "POST", "/faults/sms.any_code", None, {}),
        (lambda w: w.planted(), "GET", "/faults", None, ["a"]),
        (lambda w: w.lift("a"), "DELETE", "/faults/a", None, {}),
        (lambda w: w.open_things(), "GET", "/open", None, []),
        (lambda w: w.journal(), "GET", "/journal?secrets=false", None, []),
        (lambda w: w.journal(with_secrets=True), "GET", "/journal?secrets=true", None, []),
    ],
)
def test_a_method_asks_one_thing(
    wire: Wire,
    asking: Control,
    act: Callable[[WorldControl], object],
    method: str,
    path: str,
    body: object,
    answer: object,
) -> None:
    wire.answer = httpx.Response(200, json=answer)
    act(WorldControl(asking, "w", {}))
    assert wire.asked == [(method, f"/control/worlds/w{path}", body)]


@pytest.mark.parametrize("name", ["a/b", "../w", "a?b", "ą%20#"])
def test_a_name_is_one_part_of_a_path_whatever_is_in_it(wire: Wire, asking: Control, name: str) -> None:
    WorldControl(asking, "w", {}).lift(name)
    ((_, path, _),) = wire.asked
    assert unquote(path.removeprefix("/control/worlds/w/faults/")) == name
    assert path.count("/") == 5


@pytest.mark.parametrize(
    "act", [lambda w: w.drop(), lambda w: w.reset(), lambda w: w.make_person()], ids=["drop", "reset", "make"]
)
def test_what_changes_something_is_marked_as_json(
    wire: Wire, asking: Control, act: Callable[[WorldControl], object]
) -> None:
    wire.answer = httpx.Response(200, json=PLAIN | SEEN)
    with suppress(ValidationError):
        act(WorldControl(asking, "w", {}))
    assert [request.headers["content-type"] for request in wire.requests] == ["application/json"]
