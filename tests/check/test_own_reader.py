"""The table, held against the reader that IKP and mojeIKP have: what it refuses, and what it takes."""

import pytest

from mock_server.check.answer import Duty
from mock_server.check.answers import SENDS
from mock_server.check.deeds.all import DEEDS
from mock_server.check.made import make
from mock_server.check.stages import Stage
from mock_server.saml import Assertion, SamlRefused
from tests.check.scene import login
from tests.saml.scene import PATIENT, make_scene

ASKED_ELSEWHERE = {"sess.replay", "ok.rsa_hub", "ok.rollover_both"}
"""It depends on what was seen before, or on the hub's metadata."""


def sends(duty: Duty) -> list[str]:
    made = (send for send, deed in DEEDS.items() if deed.stage is not Stage.HTTP and send not in ASKED_ELSEWHERE)
    return [send for send in made if SENDS[send].duty is duty]


def read(send: str) -> Assertion:
    return make_scene().read_response(make(login(), DEEDS[send]).soap)


@pytest.mark.parametrize("send", sends(Duty.REFUSE))
def test_what_must_be_refused_is_refused(send: str) -> None:
    with pytest.raises(SamlRefused):
        read(send)


@pytest.mark.parametrize("send", sends(Duty.ACCEPT))
def test_what_must_be_taken_is_taken(send: str) -> None:
    assert read(send).id


@pytest.mark.parametrize("send", sends(Duty.EITHER))
def test_what_may_go_either_way_breaks_nothing_and_lets_nobody_else_in(send: str) -> None:
    try:
        told = read(send).subject
    except SamlRefused:
        return
    assert told.pesel[:10] == PATIENT.pesel[:10] or send == "person.nameid_of_a"
