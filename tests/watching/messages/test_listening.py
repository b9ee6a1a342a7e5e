"""What a watcher is shown: answers with what was sent and when, and what the control API was told."""

from datetime import UTC, datetime

import pytest

from mock_server.client import ControlFailed
from mock_server.kernel.faults import Outage, RuleFault
from tests.watching.messages.conftest import Listened

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_an_answer_tells_when_it_was_given_by_the_worlds_clock(listened: Listened) -> None:
    listened.world.set_clock(NOON)
    listened.world.freeze()
    now = listened.world.now()
    listened.new_browser().open(listened.world.url("pacjent"))
    (answer,) = listened.watched().answers
    assert (answer.asked_at, answer.at) == (now, now)


def test_an_answer_tells_what_was_sent_with_empty_fields_too(listened: Listened) -> None:
    listened.new_browser().post(listened.world.url("ikp", "/saml/acs"), SAMLart="a&b", RelayState="")
    (answer,) = listened.watched().answers
    assert answer.form == {"SAMLart": "a&b", "RelayState": ""}


def test_messages_are_kept_and_pictures_are_not(listened: Listened) -> None:
    browser = listened.new_browser()
    for path in ("/metadata", "/site.css"):
        browser.read(listened.world.url("login", path))
    metadata, style = listened.watched().answers
    assert metadata.body.startswith(b"<md:EntityDescriptor")
    assert style.body == b""


def test_what_the_control_api_did_is_kept_and_what_it_was_asked_or_refused_is_not(listened: Listened) -> None:
    world = listened.world
    listened.new_browser().open(world.url("pacjent"))
    world.plant("out", Outage("pz"))
    world.planted()
    with pytest.raises(ControlFailed):
        world.plant("none", RuleFault("pz.no_such_rule", "negate"))
    told = [(one.method, one.path, one.told["site"], one.after) for one in listened.watched().steering if one.sent]
    assert told == [("PUT", "faults/out", "pz", 1)]
