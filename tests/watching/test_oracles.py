"""Each oracle finds nothing in what is right, and each single thing that is wrong."""

from typing import Any

import pytest

from e2e.watchers import addresses, console, cookies, headers, server_errors
from tests.watching.answers import answer, watched

MARK = "__Host-session=abcdefghijkl; HttpOnly; Path=/; SameSite=lax; Secure"


def test_a_good_page_has_no_complaint() -> None:
    good = watched(
        answer(cookies=[MARK]), answer("/recepty/Qk1a-x2", headers={"content-type": "text/plain; charset=utf-8"})
    )
    for oracle in (addresses, console, cookies, headers, server_errors):
        assert list(oracle.complaints(good)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"x-content-type-options": None},
        {"referrer-policy": "origin"},
        {"content-security-policy": "default-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"},
        {"content-security-policy": None},
        {"permissions-policy": None},
        {"permissions-policy": "camera=(self), geolocation=(), microphone=()"},
        {"cache-control": "max-age=60"},
        {"cache-control": None},
        {"content-type": "application/pdf"},
        {"content-type": "application/pdf", "content-disposition": "inline"},
    ],
)
def test_a_header_that_lets_a_browser_do_too_much_is_found(wrong: dict[str, Any]) -> None:
    assert len(list(headers.complaints(watched(answer(headers=wrong))))) == 1


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("text/xml; charset=utf-8", 0),
        ("text/xml", 1),
        ("text/html; charset=utf-8", 1),
        ("application/soap+xml", 2),
    ],
)
def test_soap_is_answered_as_soap(kind: str, found: int) -> None:
    sent = answer(asked={"content-type": "text/xml; charset=utf-8"}, headers={"content-type": kind})
    assert len(list(headers.complaints(watched(sent)))) == found


@pytest.mark.parametrize(("status", "camera"), [(200, "self"), (422, "self"), (303, ""), (404, "")])
def test_only_the_screen_that_scans_uses_the_camera(status: int, camera: str) -> None:
    def found(user: str) -> list[str]:
        policy = {"permissions-policy": f"camera=({user}), geolocation=(), microphone=()"}
        scan = answer("/kod-qr/skanuj", site="mobywatel", status=status, headers=policy)
        return list(headers.complaints(watched(scan)))

    assert found(camera) == []
    assert len(found("" if camera else "self")) == 1


def test_a_file_may_be_stored_and_a_page_may_not() -> None:
    stored = {"cache-control": "max-age=3600"}
    assert list(headers.complaints(watched(answer("/static/house.css", headers=stored)))) == []
    assert list(headers.complaints(watched(answer("/statica", headers=stored)))) != []


def test_a_refused_method_names_those_that_are_taken() -> None:
    assert list(headers.complaints(watched(answer(status=405)))) != []
    assert list(headers.complaints(watched(answer(status=405, headers={"allow": "POST"})))) == []


@pytest.mark.parametrize(
    "line",
    [
        MARK.replace("; Secure", ""),
        MARK.replace("HttpOnly; ", ""),
        MARK.replace("=lax", "=none"),
        MARK.replace("; SameSite=lax", ""),
        MARK.replace("Path=/", "Path=/konto"),
        MARK + "; Domain=localhost",
        MARK + "; Max-Age=60",
        MARK + "; Expires=Thu, 01 Jan 2099 00:00:00 GMT",
        MARK.replace("__Host-", ""),
        MARK.replace("__Host-session", "__Host-browser"),
    ],
)
def test_a_cookie_that_breaks_the_policy_is_found(line: str) -> None:
    assert len(list(cookies.complaints(watched(answer(cookies=[line]))))) == 1


def test_a_cookie_may_end_now() -> None:
    assert list(cookies.complaints(watched(answer(cookies=[MARK + "; Max-Age=0"])))) == []


@pytest.mark.parametrize(
    "place",
    [
        {"path": "/osoba/80010112345"},
        {"query": "kod=1234"},
        {"path": "/zgoda/0836c28d-8f9d-4db3-a542-ac5c570122f5"},
        {"query": "t=abcdefghijkl"},
        {"headers": {"location": "https://ikp.localhost/x?pin=7711"}},
        {"headers": {"location": "/x#abcdefghijkl"}},
        {"query": "kod=%31234"},
    ],
)
def test_an_address_that_holds_a_secret_is_found(place: dict[str, Any]) -> None:
    assert list(addresses.complaints(watched(answer(cookies=[MARK]), answer(**place)))) != []


def test_a_handle_with_digits_in_it_is_no_number() -> None:
    assert list(addresses.complaints(watched(answer("/logowanie/2MrN5V0hLyj3K6IUv3441tb0okR")))) == []


def test_only_the_simulated_phone_may_be_named_by_its_number() -> None:
    assert list(addresses.complaints(watched(answer("/telefon/500600700", site="mobywatel")))) == []
    assert list(addresses.complaints(watched(answer("/telefon/500600700")))) != []


@pytest.mark.parametrize(
    ("behind", "found"), [("/", 0), ("/konto", 0), ("/login/Qk1a-x2", 0), ("konto", 1), ("/zmyka", 1)]
)
@pytest.mark.parametrize(
    ("host", "way"), [("ikp--t.localhost", ""), ("localhost", "/worlds/t/ikp")], ids=["by-name", "by-path"]
)
def test_a_page_that_back_does_not_find_is_told(behind: str, found: int, host: str, way: str) -> None:
    body = f'<form data-behind="{way}{behind}">'.encode()
    sent = answer("/dalej", method="POST", asked={"host": host}, body=body)
    assert len(list(addresses.complaints(watched(answer(), sent)))) == found


@pytest.mark.parametrize(("led_to", "found"), [("/worlds/t/ikp/", 0), ("/", 1), ("http://ikp--t.localhost/", 1)])
def test_a_way_by_path_that_leads_off_it_is_told(led_to: str, found: int) -> None:
    sent = answer(asked={"host": "127.0.0.1:8000"}, body=f'<a href="{led_to}">Dalej</a>'.encode())
    assert len(list(addresses.complaints(watched(sent)))) == found


def test_a_site_that_breaks_or_is_out_is_found() -> None:
    assert list(server_errors.complaints(watched(answer(status=500), answer(status=503), answer(status=404)))) == [
        "GET ikp/konto (500)",
        "GET ikp/konto (503)",
    ]


def test_an_error_on_the_console_is_found_and_a_refused_page_is_none() -> None:
    refused = "error: Failed to load resource: the server responded with a status of 403 (Forbidden)"
    assert list(console.complaints(watched(console=["log: x", refused]))) == []
    assert list(console.complaints(watched(console=["error: TypeError: x is not a function"]))) != []


def test_a_file_of_a_page_that_is_not_there_is_found() -> None:
    gone = answer("/static/gone.js", status=404, asked={"sec-fetch-dest": "script"})
    assert list(console.complaints(watched(gone))) != []
    assert list(console.complaints(watched(answer("/nie-ma", status=404, asked={"sec-fetch-dest": "document"})))) == []
