"""What something newer has replaced counts no more, on whichever road it is used; and what replaced it does."""

import allure
import pytest

from e2e.second_try.old import OLD, Old, accepted
from e2e.second_try.stage import Stage

pytestmark = [allure.epic("The second try"), allure.feature("Refresh, then use the old")]

ROWS = [pytest.param(old, id=old.name) for old in OLD]


@pytest.mark.parametrize("old", ROWS)
@pytest.mark.behaviour("choice.old")
def test_what_was_replaced_counts_no_more_and_what_is_new_does(old: Old, stage: Stage) -> None:
    tab = stage.new_tab().do(*old.reach)
    use = old.keep(tab)
    tab.do(*old.renew)
    assert not use(), "what is old counts"
    assert tab.signed_in() is None
    assert accepted(lambda: tab.do(*old.go_on)), "what is new does not count"
    stage.rest()
    fresh = stage.new_tab().do(*old.reach, *old.renew, *old.go_on)
    assert fresh.signed_in()
    assert tab.signed_in() == fresh.signed_in()
    assert tab.trail[-1][0] == fresh.trail[-1][0]
