"""One method is out: the person is told at once, and everything else works."""

import allure
import pytest

from fixtures.account import Account
from fixtures.trouble import begin_outage, end_outage
from fixtures.world import WorldControl
from pages.base import BasePage
from pages.e_dowod.login import IdCardPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pz.login import LoginPage

pytestmark = [
    allure.epic("What goes wrong for people"),
    pytest.mark.unwatched("server_errors", reason="an outage is its subject"),
]

METHODS: dict[str, tuple[str, type[BasePage]]] = {
    "trusted_profile": ("pz", LoginPage),
    "mojeid": ("mojeid", MojeIdBanksPage),
    "id_card": ("e-dowod", IdCardPage),
    "mobywatel": ("login-mobywatel", CodePage),
}
"""By method: its site, and where its tile leads."""


@pytest.mark.behaviour("trouble.outage")
@pytest.mark.parametrize("broken", METHODS)
def test_a_method_that_is_out_is_told_and_the_others_work(
    hub: MethodsPage, world: WorldControl, account: Account, broken: str
) -> None:
    site, page = METHODS[broken]
    begin_outage(world, site)
    hub.choose(broken, MethodsPage).expect_notice("Wybrany sposób logowania jest chwilowo niedostępny")
    hub.expect_all_methods()
    account.expect_closed(hub.page.context)
    here = hub.page.url
    for method, (_, other) in METHODS.items():
        if method != broken:
            hub.choose(method, other)
            hub.page.goto(here)
    end_outage(world, site)
    MethodsPage(hub.page).choose(broken, page)


@pytest.mark.behaviour("trouble.outage")
def test_a_reader_whose_program_is_out_is_told_and_the_app_remains(hub: MethodsPage, world: WorldControl) -> None:
    ways = hub.choose("id_card", IdCardPage)
    begin_outage(world, "czytnik")
    out = ways.choose_reader_that_is_out().expect_notice("Program czytnika nie odpowiada")
    out.choose_edo_app()
