"""The model can fail: a fault of the catalogue is caught by the act that shows it, and for the right reason."""

import re
from dataclasses import replace

import allure
import pytest

from e2e.model.invariants import nobody_elses_data
from e2e.model.walk import ModelBroken, WalkMaker

pytestmark = [allure.epic("The model"), allure.feature("What is found")]

BY_SMS = ("log_in", "choose_profile", "give_password", "give_code")
AT_CONSENT = ("log_in", "choose_mobywatel", "read_code")
AT_PIN = ("log_in", "choose_id_card", "choose_reader", "lay_card", "give_can")

CASES = {
    "logout.cookie_only": ((*BY_SMS, "accept", "log_out"), "the account is open"),
    "logout.ends_everybody": (BY_SMS, "no_session"),
    "sms.password_is_enough": (BY_SMS[:3], "not SmsDialog"),
    "sms.any_code": ((*BY_SMS[:3], "give_wrong_code"), "not SmsDialog"),
    "sms.lives_for_ever": ((*BY_SMS[:3], "wait", "give_code"), "not SmsDialog"),
    "consent.late_approval_counts": ((*AT_CONSENT, "wait", "approve_late"), "too late"),
    "id_card.any_pin": ((*AT_PIN, "give_wrong_pin"), "not ReaderPinPage"),
    "code.any_browser": (("log_in", "stranger_opens_page"), "opens in a stranger's browser"),
    "session.left_method_waits_on": (
        ("log_in", "choose_mobywatel", "return_to_methods", "cancel"),
        "open, and should not be: [Left(kind='",
    ),
    "trouble.used_breaks": ((*BY_SMS, "return_to_methods"), "500 from"),
}
"""By fault: the acts, the last of which must fail, and what the model must say."""


@pytest.mark.unwatched("server_errors", reason="a fault that is planted is its subject")
@pytest.mark.parametrize("fault", CASES)
def test_a_planted_fault_is_found_by_the_act_that_shows_it(fault: str, new_http_walk: WalkMaker) -> None:
    acts, reason = CASES[fault]
    with new_http_walk(fault) as walk:
        walk.follow(*acts[:-1])
        with pytest.raises(ModelBroken, match=re.escape(reason)):
            walk.step(acts[-1])


def test_a_page_with_data_of_somebody_whom_it_is_not_for_is_found(new_http_walk: WalkMaker) -> None:
    with new_http_walk() as walk:
        walk.follow("log_in", "choose_profile", "choose_bank", "log_in_at_bank")
        nobody_elses_data(walk.driver, walk.state)
        for place in ("methods", "mojeid_consent"):
            with pytest.raises(AssertionError, match=r"(shows|is missing) at"):
                nobody_elses_data(walk.driver, replace(walk.state, place=place))
