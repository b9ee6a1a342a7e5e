"""Every answer of the catalogue is in the table, or was left out for a reason; every one is made by somebody."""

import pytest

from mock_server.check.answers import ANSWERS, OMITTED, SENDS
from mock_server.check.deeds.all import DEEDS
from mock_server.check.deeds.logout import ANSWERS_TO_LOGOUT, LOGOUTS
from tests.check.catalogue import IDS


def test_every_row_of_the_catalogue_is_here_or_left_out_for_a_reason() -> None:
    assert set(IDS) == ANSWERS.keys() | OMITTED.keys()
    assert not ANSWERS.keys() & OMITTED.keys()
    assert all(OMITTED.values())


def test_the_table_has_the_catalogues_order() -> None:
    assert list(ANSWERS) == [one for one in IDS if one in ANSWERS]


def test_every_deed_has_its_row() -> None:
    assert {*DEEDS, *LOGOUTS, *ANSWERS_TO_LOGOUT} <= SENDS.keys()


@pytest.mark.parametrize("send", SENDS)
def test_somebody_does_each(send: str) -> None:
    by_browser = SENDS[send].leg_of(send) is not None
    assert (send in DEEDS) or (send in LOGOUTS) or (send in ANSWERS_TO_LOGOUT) or by_browser or send in AS_EVER


AS_EVER = {"sess.late", "ok.rollover_old", "ok.rollover_new"}
"""What is good in itself; the clock makes it odd."""
