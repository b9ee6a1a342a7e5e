"""Logout messages with a defect, held against our own account."""

from base64 import b64decode
from collections.abc import Callable

import pytest
from lxml import etree

from fixtures.http_browser import HttpBrowser
from mock_server.check.answers import ANSWERS
from mock_server.check.deeds.logout import ANSWERS_TO_LOGOUT, LOGOUTS
from mock_server.client import ControlFailed, WorldControl
from mock_server.kernel.people import Person

BAD = [send for send in LOGOUTS if not send.startswith(("ok.", "out.replayed", "out.not_theirs"))]


@pytest.fixture
def ann(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def inside(world: WorldControl, ann: Person, new_http_browser: Callable[[], HttpBrowser]) -> HttpBrowser:
    """A browser in which Ann is in the account, and of whose login the hub remembers the answer."""
    world.choose_answer("next", "good", listener="http://127.0.0.1:9/listener")
    return let_in(world, ann, new_http_browser())


def let_in(world: WorldControl, person: Person, browser: HttpBrowser) -> HttpBrowser:
    world.expect_login(person)
    browser.open(world.url("ikp", "/zaloguj"))
    return browser.post(browser.address, zgoda="tak")


def sessions(world: WorldControl) -> int:
    return sum(one.kind == "session" and one.site == "ikp" for one in world.open_things())


@pytest.mark.parametrize("send", BAD)
def test_a_bad_logout_ends_nothing(world: WorldControl, inside: HttpBrowser, send: str) -> None:
    assert sessions(world) == 1
    told = world.ask_to_log_out("latest", send)
    assert told.answer is not None
    assert (sessions(world), "status:Success" in told.answer) == (1, False)


@pytest.mark.parametrize("send", ["ok.logout_index", "ok.logout_all"])
def test_a_good_logout_ends_the_session(world: WorldControl, inside: HttpBrowser, send: str) -> None:
    told = world.ask_to_log_out("latest", send)
    assert "status:Success" in (told.answer or "")
    assert sessions(world) == 0


def test_a_logout_of_nobody_ends_nothing(world: WorldControl, inside: HttpBrowser) -> None:
    world.ask_to_log_out("latest", "out.not_theirs:unknown")
    assert sessions(world) == 1


def test_every_logout_message_has_its_row(world: WorldControl, inside: HttpBrowser) -> None:
    assert {send.partition(":")[0] for send in LOGOUTS} <= ANSWERS.keys()
    with pytest.raises(ControlFailed, match=r"no logout message is named 'sig\.none'"):
        world.ask_to_log_out("latest", "sig.none")


def test_what_a_browser_may_post_is_about_bob_or_of_another(world: WorldControl, inside: HttpBrowser) -> None:
    posted = world.posted("latest")
    forged, genuine, own = (etree.fromstring(b64decode(one)) for one in (posted.forged, posted.genuine, posted.own))
    signed = [len(one.findall("{*}Signature")) for one in (forged, genuine, own)]
    assert signed == [0, 1, 1]
    assert own.get("InResponseTo") == world.sent_answer("latest").good.split('InResponseTo="')[2].split('"')[0]


@pytest.mark.parametrize("send", ANSWERS_TO_LOGOUT)
def test_whatever_the_hub_answers_who_logs_out_is_out(
    world: WorldControl, ann: Person, new_http_browser: Callable[[], HttpBrowser], send: str
) -> None:
    world.choose_answer("next", send)
    browser = let_in(world, ann, new_http_browser())
    assert sessions(world) == 1
    browser.submit("/wyloguj")
    assert sessions(world) == 0
    [answer] = [one for one in world.journal(with_secrets=True) if one.event == "LogoutResponse received"]
    assert ("<ds:Signature" in answer.details["xml"]) == send.endswith((":other", ":failure"))
