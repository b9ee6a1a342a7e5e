"""A form comes in either of the ways that browsers send it, whole and of a size; any other is told and does nothing."""

from collections.abc import Callable
from urllib.parse import urlencode

import httpx
import pytest

from e2e.open_things import login, open_now
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("errors.silent")

LARGEST = 1024 * 1024
"""Bytes of a body; our own limit, as is the next."""
MOST_FIELDS = 1000
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data; boundary=line"
UNREADABLE, TOO_LARGE = "Nie możemy odczytać formularza", "Formularz jest za duży"
Send = Callable[[bytes, str], httpx.Response]


@pytest.fixture
def fields(person: Person) -> dict[str, str]:
    """What the form of pz.gov.pl wants."""
    assert person.trusted_profile
    return {"username": person.trusted_profile.username, "password": person.trusted_profile.password}


@pytest.fixture
def send(world: WorldControl, by_hand: ByHand, new_http_browser: Callable[[], HttpBrowser]) -> Send:
    """Send these bytes as the form of the trusted profile, said to be of this kind."""
    browser = new_http_browser().open(world.url("pz", "/ui/au/login"))

    def post(body: bytes, kind: str) -> httpx.Response:
        asked = by_hand.write("POST", browser.address, like=browser)
        headers = {name: asked.headers[name] for name in ("host", "cookie")} | {"content-type": kind}
        return by_hand.send(by_hand.client.build_request("POST", asked.url, headers=headers, content=body))

    return post


def parts(fields: dict[str, str]) -> bytes:
    """A form in parts, without its end."""
    head = 'Content-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    return "".join(f"--line\r\n{head.format(*field)}" for field in fields.items()).encode()


@pytest.mark.parametrize(
    "kind", [URLENCODED, f"{URLENCODED}; charset=UTF-8", f'{URLENCODED};charset="utf8"', URLENCODED.title(), MULTIPART]
)
def test_a_form_may_come_in_either_way(send: Send, world: WorldControl, fields: dict[str, str], kind: str) -> None:
    body = parts(fields) + b"--line--\r\n" if kind == MULTIPART else urlencode(fields).encode()
    assert send(body, kind).status_code == httpx.codes.SEE_OTHER
    assert len([thing for thing in world.open_things() if str(thing.kind) == "code"]) == 1


@pytest.mark.parametrize("charset", ["iso-8859-2", "windows-1250", "utf-16", "utf-7", "idna"])
def test_a_form_in_another_encoding_is_told(
    send: Send, world: WorldControl, fields: dict[str, str], charset: str
) -> None:
    refused = send(urlencode(fields).encode(), f"{URLENCODED}; charset={charset}")
    assert (refused.status_code, UNREADABLE in refused.text, "UTF-8" in refused.text) == (400, True, True)
    assert open_now(world, {}) == {login("pz"): 1}


def test_a_form_that_was_cut_short_is_told(send: Send, world: WorldControl, fields: dict[str, str]) -> None:
    for body in (parts(fields), parts(fields)[:-9], b""):
        refused = send(body, MULTIPART)
        assert (refused.status_code, UNREADABLE in refused.text) == (400, True)
    assert open_now(world, {}) == {login("pz"): 1}


def test_a_form_with_too_many_fields_is_told(send: Send, world: WorldControl, fields: dict[str, str]) -> None:
    further = {f"field-{number}": "" for number in range(MOST_FIELDS - len(fields))}
    refused = send(urlencode(further | fields | {"more": ""}).encode(), URLENCODED)
    assert (refused.status_code, UNREADABLE in refused.text) == (400, True)
    assert open_now(world, {}) == {login("pz"): 1}
    assert send(urlencode(further | fields).encode(), URLENCODED).status_code == httpx.codes.SEE_OTHER


def test_a_form_up_to_the_largest_is_taken(send: Send, world: WorldControl, fields: dict[str, str]) -> None:
    body = urlencode(fields | {"more": ""}).encode()
    refused = send(body.ljust(LARGEST + 1, b"x"), URLENCODED)
    assert (refused.status_code, TOO_LARGE in refused.text, "1024 kB" in refused.text) == (413, True, True)
    assert open_now(world, {}) == {login("pz"): 1}
    assert send(body.ljust(LARGEST, b"x"), URLENCODED).status_code == httpx.codes.SEE_OTHER


def test_what_is_no_form_says_nothing(send: Send, world: WorldControl, fields: dict[str, str]) -> None:
    for kind in ("text/plain", "application/json", ""):
        assert send(urlencode(fields).encode(), kind).status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert not [thing for thing in world.open_things() if str(thing.kind) == "code"]
