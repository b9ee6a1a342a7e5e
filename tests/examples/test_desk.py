"""What the example remembers of logins, so that each question has one answer, and each answer opens one session."""

from datetime import datetime, timedelta

import pytest

from examples.provider import back_channel
from examples.provider import desk as desks
from examples.provider.desk import Desk, NotAsked
from examples.provider.documents import Refused
from mock_server.saml.artifact import new_artifact
from tests.examples.parties import GOOD, HUB, NOW, hub, provider, read

LASTS = timedelta(minutes=30)


class Clock:
    """Shows what it is set to."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A provider whose hub always answers with the same login."""
    monkeypatch.setattr(back_channel, "post", lambda _url, _soap: b"")
    monkeypatch.setattr(desks, "read_answer", lambda *_: read(GOOD))
    return Desk(provider(), hub(), Clock())


def test_an_assertion_opens_one_session(desk: Desk) -> None:
    states = [desk.begin("a")[1] for _ in range(2)]
    desk.finish("a", states[0], new_artifact(HUB))
    with pytest.raises(Refused, match="assertion was used"):
        desk.finish("a", states[1], new_artifact(HUB))


def test_an_artifact_is_asked_about_once(desk: Desk) -> None:
    states, artifact = [desk.begin("a")[1] for _ in range(2)], new_artifact(HUB)
    desk.finish("a", states[0], artifact)
    with pytest.raises(Refused, match="artifact was used"):
        desk.finish("a", states[1], artifact)


def test_a_login_waits_for_half_an_hour(desk: Desk) -> None:
    clock = Clock()
    desk.now = clock
    states = [desk.begin("a")[1] for _ in range(2)]
    clock.now = NOW + LASTS
    with pytest.raises(NotAsked):
        desk.finish("a", states[0], new_artifact(HUB))
    desk.begin("b")
    assert len(desk.pending) == 1


def test_the_hub_is_not_asked_about_what_it_never_made(desk: Desk) -> None:
    with pytest.raises(Refused, match="another hub"):
        desk.finish("a", desk.begin("a")[1], new_artifact("inny.login.gov.pl"))
