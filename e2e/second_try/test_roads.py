"""Every rule that is reached by several roads has the same edge on each of them."""

import allure
import pytest

from e2e.second_try.code_roads import CODE_EDGES
from e2e.second_try.flows import FLOWS, Flow
from e2e.second_try.roads import EDGES, Edge
from e2e.second_try.sessions import SESSIONS, Limited
from e2e.second_try.stage import FIRST, Stage
from e2e.second_try.steps import BY_SMS, begin_own_sign_in
from fixtures.http_browser import HttpBrowser
from pages.login.refused import TooLatePage

pytestmark = [allure.epic("The second try"), allure.feature("The same edge by every road")]

FLOW_LIFE = 30 * 60
BY_ROAD = [
    pytest.param(edge, road, id=f"{edge.name.replace(' ', '_')}-{road}")
    for edge in (*EDGES, *CODE_EDGES)
    for road in edge.roads
]
OF_SESSIONS = [pytest.param(one, road, id=f"{one.name}-{road}") for one in SESSIONS for road in one.roads]
BY_NAME = [pytest.param(flow, id=flow.name) for flow in FLOWS]


@pytest.mark.parametrize(("edge", "road"), BY_ROAD)
@pytest.mark.behaviour("choice.roads")
def test_what_ends_is_open_in_its_last_second_and_closed_after_it(edge: Edge, road: str, stage: Stage) -> None:
    come = edge.roads[road](stage)
    stage.world.advance(edge.holds - 1)
    assert come(), "closed before its end"
    come = edge.roads[road](stage)
    stage.world.advance(edge.holds)
    assert not come(), "open after its end"


@pytest.mark.parametrize(("limited", "road"), OF_SESSIONS)
@pytest.mark.behaviour("choice.roads")
def test_an_idle_session_ends_on_every_road(limited: Limited, road: str, stage: Stage) -> None:
    ask, _ = limited.roads[road]
    for seconds, alive in ((limited.idle - 1, True), (limited.idle, False)):
        browser = limited.begin(stage)
        stage.world.advance(seconds)
        assert ask(browser) is alive, seconds


@pytest.mark.parametrize(("limited", "road"), OF_SESSIONS)
@pytest.mark.behaviour("choice.roads")
def test_a_busy_session_ends_on_every_road(limited: Limited, road: str, stage: Stage) -> None:
    ask, _ = limited.roads[road]
    for seconds, alive in ((limited.absolute - 1, True), (limited.absolute, False)):
        browser = limited.begin(stage)
        for _ in range(limited.absolute // limited.idle + 1):
            _be_busy(limited, browser)
            stage.world.advance(seconds / (limited.absolute // limited.idle + 1))
        assert ask(browser) is alive, seconds


@pytest.mark.parametrize(("limited", "road"), OF_SESSIONS)
@pytest.mark.behaviour("choice.roads")
def test_only_what_a_person_does_keeps_a_session_alive(limited: Limited, road: str, stage: Stage) -> None:
    ask, keeps = limited.roads[road]
    browser = limited.begin(stage)
    stage.world.advance(limited.idle - 1)
    assert ask(browser)
    stage.world.advance(1)
    assert _be_busy(limited, browser) is keeps


def _be_busy(limited: Limited, browser: HttpBrowser) -> bool:
    """Open a page of the account; tells whether it opened."""
    ask, _ = next(iter(limited.roads.values()))
    return ask(browser)


@pytest.mark.parametrize("flow", BY_NAME)
@pytest.mark.behaviour("choice.roads")
def test_a_login_left_lying_is_over_on_every_page(flow: Flow, stage: Stage) -> None:
    tab = stage.new_tab().do(*flow.reach)
    browser = flow.on(tab)
    stage.world.advance(FLOW_LIFE - 1)
    assert browser.read(browser.address).status_code < 400
    if flow.asks:
        assert browser.read(flow.asks(browser.address)).status_code == 200
    stage.world.advance(1)
    page = browser.read(browser.address)
    assert (page.status_code, TooLatePage.heading in page.text) == (410, True)
    if flow.asks:
        assert browser.read(flow.asks(browser.address)).status_code == 410
    flow.go_on(tab)
    assert (browser.status, browser.heading) == (410, TooLatePage.heading)


@pytest.mark.behaviour("choice.roads", "trouble.profile")
def test_a_profile_that_has_ended_opens_its_own_account_where_it_is_renewed(stage: Stage) -> None:
    pesel = stage.people[FIRST].pesel
    ended = stage.world.now().isoformat()
    stage.world.change_person(pesel, trusted_profile={"valid_until": ended})
    account = stage.new_tab().do(begin_own_sign_in, *BY_SMS).computer
    account.open(stage.world.url("pz", "/account/profile/details")).press("Przedłuż ważność")
    account.press("Potwierdź", code=stage.phone(FIRST).read_sms().code)
    profile = stage.world.person(pesel).trusted_profile
    assert profile
    assert profile.valid_until > stage.world.now()
