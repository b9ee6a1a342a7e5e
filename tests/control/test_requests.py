"""What every request to the control API must and may carry, whatever it asks for."""

import pytest

from mock_server.command.endpoints import ENDPOINTS
from mock_server.control.api import Endpoint
from tests.control.steering import WORLD, Steering

CHANGING = [one for one in ENDPOINTS if one.method != "GET"]
FREEZE = f"/control{WORLD}/clock/freeze"


def error_of(steering: Steering, method: str, path: str, content: bytes = b"", **headers: str) -> tuple[int, str]:
    refused = steering.send(method, path, content, {name.replace("_", "-"): value for name, value in headers.items()})
    assert refused.headers["content-type"] == "application/json"
    return refused.status_code, refused.json()["error"]


@pytest.mark.parametrize("endpoint", CHANGING, ids=lambda one: f"{one.method} {one.path}")
def test_what_changes_something_is_refused_unless_it_is_marked_as_json(steering: Steering, endpoint: Endpoint) -> None:
    path = f"/control{endpoint.path.replace('{world}', 'main')}"
    for headers in ({}, {"content_type": "text/plain"}, {"content_type": "application/x-www-form-urlencoded"}):
        status, error = error_of(steering, endpoint.method, path, b"{}", **headers)
        assert status == 415
        assert "Content-Type: application/json" in error


def test_a_form_of_another_page_freezes_no_clock(steering: Steering) -> None:
    error_of(steering, "POST", FREEZE)
    assert not steering.world.clock.is_frozen


@pytest.mark.parametrize("marked", ["application/json", "Application/JSON; charset=utf-8"])
def test_json_is_taken_with_or_without_a_body(steering: Steering, marked: str) -> None:
    for content in (b"", b"{}"):
        assert steering.send("POST", FREEZE, content, {"Content-Type": marked}).status_code == 200


def test_reading_needs_no_mark(steering: Steering) -> None:
    for method in ("GET", "HEAD"):
        assert steering.send(method, "/control/worlds", b"", {}).status_code == 200


def test_a_body_for_which_there_is_no_use_is_refused(steering: Steering) -> None:
    status, error = error_of(steering, "POST", FREEZE, b'{"seconds": 5}', content_type="application/json")
    assert (status, steering.world.clock.is_frozen) == (422, False)
    assert "seconds: there is no such field" in error


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf{}", "{}".encode("utf-16"), b"\xff", b"{", b'{"seed": "\\ud800"}'])
def test_bytes_that_are_no_json_in_utf_8_are_refused(steering: Steering, content: bytes) -> None:
    assert error_of(steering, "POST", f"/control{WORLD}/people", content, content_type="application/json")[0] == 422
    assert list(steering.world.people) == []


def test_a_byte_order_mark_is_named(steering: Steering) -> None:
    told = error_of(steering, "POST", FREEZE, b"\xef\xbb\xbf{}", content_type="application/json")
    assert "byte order mark" in told[1]


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/control/world/main", "/control/worlds/main"),
        ("/control/worlds/main/clok", "/control/worlds/main/clock"),
        ("/control/worlds/main/people/44051401359/credential/banks", "/people/44051401359/credentials/banks"),
        ("/control/worlds/", "/control/worlds"),
        ("/control/openapi", "/control/openapi.json"),
        ("/control/%F0%9F%99%83/1/2/3/4/5/6/7", "/control/openapi.json"),
        ("/control", "/control/"),
    ],
)
def test_a_path_that_leads_nowhere_is_told_what_is_near(steering: Steering, path: str, near: str) -> None:
    status, error = error_of(steering, "GET", path)
    assert status == 404
    assert near in error.partition(";")[2]


def test_a_method_that_a_path_does_not_know_is_told_those_it_knows(steering: Steering) -> None:
    refused = steering.send("POST", f"/control{WORLD}/clock", b"{}", {})
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, PUT")
    assert "GET, PUT" in refused.json()["error"]
    assert error_of(steering, "DELETE", "/control/openapi.json")[0] == 405


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/inbox?phone=+48500600700", "%2B"),
        ("/inbox?phone=48500600700", "+48500600700"),
        ("/inbox?pesel=44051401350", "pesel: "),
        ("/inbox?pesel=44051401359&pesel=02070803628", "twice"),
        ("/inbox?telefon=1", "known: phone, pesel"),
        ("/inbox?phnoe=%2B48500600700", "near: phone"),
        ("/journal?secret=true", "near: secrets"),
        ("/journal?secrets=yes", "'true' or 'false'"),
        ("/clock?now=2026", "it takes none"),
    ],
)
def test_a_query_that_makes_no_sense_is_refused(steering: Steering, path: str, told: str) -> None:
    status, error = error_of(steering, "GET", f"/control{WORLD}{path}")
    assert status == 422
    assert told in error
