"""Two tabs end with one identity; two people never swap sessions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import allure
import pytest
from playwright.sync_api import Page, expect

from e2e.at_once.acting import Actor
from e2e.at_once.conftest import ActorMaker
from fixtures.account import Account
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.start import open_account
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage

pytestmark = [allure.epic("At once")]


@pytest.mark.behaviour("at_once.tabs")
def test_who_signs_in_in_a_second_tab_is_who_both_tabs_show(
    page: Page, world: WorldControl, make_person: PersonMaker, account: Account
) -> None:
    first, second = make_person(), make_person()
    open_account(page, world, first)
    cookies = account.cookies(page.context)
    other_tab = page.context.new_page()
    open_account(other_tab, world, second)
    assert account.data(cookies).status_code == 401, "the first person's session lives on behind the second's"
    page.bring_to_front()  # a hidden tab listens to nothing
    expect(page.get_by_text(first.full_name)).to_have_count(0)
    for tab in (page, other_tab):
        tab.goto(world.url("ikp", "/konto"))
        AccountPage(tab).expect_patient(second.full_name, second.pesel)
    account.expect_open(page.context, second.pesel)


@pytest.mark.parametrize("last", [0, 1])
@pytest.mark.behaviour("at_once.tabs")
def test_two_tabs_with_two_codes_end_with_one_identity(
    last: int, new_actor_at_home: ActorMaker, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    first = new_actor_at_home()
    second = new_actor_at_home()
    tabs = [first, replace(second, computer=replace(new_http_browser(), cookies=first.computer.cookies))]
    codes = [tab.show_code() for tab in tabs]
    assert codes[0] != codes[1]
    for tab, code in zip(tabs, codes, strict=True):
        tab.open_app()
        tab.read(code)
        tab.approve()
    tabs[1 - last].enter()
    before = dict(first.computer.cookies[first.host])
    tabs[last].enter()
    assert {tab.data()["pesel"] for tab in tabs} == {tabs[last].person.pesel}
    first.computer.cookies[first.host] = before
    assert first.data() == {"error": "no_session"}


@pytest.mark.behaviour("at_once.people")
def test_many_people_at_once_each_meet_their_own_account(new_actor_at_home: ActorMaker) -> None:
    actors = [new_actor_at_home() for _ in range(6)]
    with ThreadPoolExecutor(len(actors)) as threads:
        list(threads.map(Actor.log_in, actors))
        data = list(threads.map(Actor.data, actors))
    assert [told["pesel"] for told in data] == [actor.person.pesel for actor in actors]
    assert [told["family_name"] for told in data] == [actor.person.family_name for actor in actors]


@pytest.mark.behaviour("at_once.people")
def test_login_that_one_person_began_cannot_be_ended_by_another(
    new_actor_at_home: ActorMaker, world: WorldControl
) -> None:
    attacker, victim = new_actor_at_home(), new_actor_at_home()
    attacker.computer.stop_at = world.url("ikp")
    attacker.log_in()
    address, artifact = attacker.computer.form("")
    victim.log_in()
    victim.computer.post(address, **artifact)
    assert victim.computer.status == 403
    assert victim.data()["pesel"] == victim.person.pesel
