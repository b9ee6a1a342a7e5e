"""An address opens nothing by itself: each guard besides the session's cookie, at every door that it guards."""

from dataclasses import replace

import allure
import pytest

from e2e.second_try.flows import FLOWS, Flow
from e2e.second_try.guarded import BACK_CHANNEL, TOKENED, Tokened
from e2e.second_try.stage import FIRST, Stage
from e2e.second_try.steps import BY_SMS, begin_login, begin_own_sign_in, password, press
from fixtures.http_browser import HttpBrowser
from pages.login.methods import TILES
from pages.login.refused import ForeignLoginPage, NoSuchPage

pytestmark = [allure.epic("The second try"), allure.feature("Guards"), pytest.mark.behaviour("choice.guarded")]

OF_FLOWS = [pytest.param(flow, id=flow.name) for flow in FLOWS]
OF_FORMS = [pytest.param(form, id=form.name) for form in TOKENED]
OF_CALLS = [pytest.param(site, call, id=f"{site}-{call}") for site, calls in BACK_CHANNEL.items() for call in calls]
SERVICES = ("ikp", "mojeikp")


@pytest.mark.parametrize("flow", OF_FLOWS)
def test_a_page_of_a_login_opens_in_its_own_browser_alone(flow: Flow, stage: Stage) -> None:
    tab = stage.new_tab().do(*flow.reach)
    browser, stranger = flow.on(tab), flow.shown_to_stranger(tab)
    theirs = flow.on(stranger)
    addresses = [browser.address, *([flow.asks(browser.address)] if flow.asks else [])]
    assert {theirs.read(address).status_code for address in addresses} == {403}
    flow.go_on(stranger)
    assert (theirs.status, theirs.heading) == (403, ForeignLoginPage.heading)
    assert stranger.signed_in() is None
    flow.go_on(tab)
    assert browser.status < 400


@pytest.mark.parametrize("flow", OF_FLOWS)
def test_a_login_of_one_site_is_unknown_at_another(flow: Flow, stage: Stage) -> None:
    tab = stage.new_tab().do(*flow.reach)
    browser = flow.on(tab)
    own = browser.address
    path = "/" + own.split("/", 3)[3]
    for site in ("login", "pz", "mojeid", "ing", "e-dowod", "czytnik", "edo-app", "login-mobywatel", "ikp", "mojeikp"):
        elsewhere = stage.world.url(site, path)
        if elsewhere != own:
            answer = browser.read(elsewhere)
            assert (answer.status_code, NoSuchPage.heading in answer.text) == (404, True), elsewhere


@pytest.mark.parametrize("form", OF_FORMS)
def test_a_form_counts_with_the_token_of_its_own_session_alone(form: Tokened, stage: Stage) -> None:
    earlier = form.token(form.begin(stage))
    browser = form.begin(stage)
    own = form.token(browser)
    for token in ("", own[:-1], own.swapcase(), earlier):
        assert form.send(browser, token).status == 403, f"“{token}” in the place of “{own}”"
    assert form.send(browser, own).status != 403


@pytest.mark.parametrize(("site", "call"), OF_CALLS)
@pytest.mark.parametrize("key", [None, "", "guessed"], ids=["none", "empty", "guessed"])
def test_what_sites_ask_of_each_other_no_browser_may_ask(site: str, call: str, key: str | None, stage: Stage) -> None:
    headers = {} if key is None else {"X-Back-Channel": key}
    client, address = stage.new_browser().client, f"/worlds/{stage.world.name}/{site}/back/{call}"
    assert client.get(address).status_code == 405, "nobody asks this any more"
    for content in ({}, {"push": "x", "pesel": "x", "approve": True}):
        answer = client.post(address, json=content, headers=headers)
        assert answer.status_code == 404, answer.text


@pytest.mark.parametrize("site", SERVICES)
@pytest.mark.parametrize("state", ["missing", "unknown", "other_login", "other_browser"])
def test_the_way_back_from_the_hub_counts_with_the_state_of_its_own_login_alone(
    site: str, state: str, stage: Stage
) -> None:
    browser, (address, fields) = _held_at_acs(stage, site, stage.new_browser())
    same_browser = replace(browser)
    given = {
        "missing": "",
        "unknown": fields["RelayState"][::-1],
        "other_login": _held_at_acs(stage, site, same_browser)[1][1]["RelayState"],
        "other_browser": _held_at_acs(stage, site, stage.new_browser())[1][1]["RelayState"],
    }[state]
    browser.post(address, **fields | {"RelayState": given})
    assert browser.status in {403, 404}
    assert browser.read(stage.world.url(site, "/api/konto")).status_code == 401


def _held_at_acs(stage: Stage, site: str, browser: HttpBrowser) -> tuple[HttpBrowser, tuple[str, dict[str, str]]]:
    """A login whose answer the browser holds before it delivers it."""
    stage.world.expect_login(stage.people[FIRST])
    browser.stop_at = stage.world.url(site, "/saml/acs")
    browser.open(stage.world.url(site, "/zaloguj"))
    held = browser.form("")
    browser.stop_at = None
    return browser, held


def test_an_operation_of_the_own_account_is_no_login(stage: Stage) -> None:
    account = stage.new_tab().do(begin_own_sign_in, *BY_SMS).computer
    account.open(stage.world.url("pz", "/account/profile/details")).press("Przedłuż ważność")
    operation = account.address.rpartition("/")[2]
    for path in ("", "/no-profile"):
        assert account.read(stage.world.url("pz", f"/ui/au/login/{operation}{path}")).status_code == 404
    for path in ("", "/bank", "/leave"):
        posted = replace(account).post(stage.world.url("pz", f"/ui/au/login/{operation}{path}"), bank="ing")
        assert posted.status == 404


def test_a_sign_in_to_the_own_account_goes_through_no_bank_and_a_push_takes_no_code(stage: Stage) -> None:
    own = stage.new_tab().do(begin_own_sign_in).computer
    assert replace(own).post(f"{own.address}/bank", bank="ing").status == 404
    waiting = stage.new_tab().do(begin_login, press(TILES["trusted_profile"]), password("second")).computer
    assert replace(waiting).post(f"{waiting.address}/code", code="00000000").status == 404
