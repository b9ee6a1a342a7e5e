"""“Wybierz, jak chcesz się zalogować”: four methods, each on its own tile, each to its own page."""

import allure
import pytest
from playwright.sync_api import expect

from fixtures.account import Account
from fixtures.devices import Device
from fixtures.start import IKP
from pages.base import BasePage
from pages.e_dowod.login import IdCardPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pacjent.front import PortalPage
from pages.pz.login import LoginPage

pytestmark = [
    allure.epic("mObywatel for patients"),
    pytest.mark.behaviour("article.methods"),
    pytest.mark.devices("computer", "pixel"),
]
AT_A_COMPUTER, AT_A_PHONE = "Skanuj kod QR za pomocą aplikacji mObywatel", "Skopiuj kod do aplikacji mObywatel"
PAGES: dict[str, type[BasePage]] = {
    "trusted_profile": LoginPage,
    "mojeid": MojeIdBanksPage,
    "id_card": IdCardPage,
    "mobywatel": CodePage,
}


def test_exactly_four_methods_are_offered_in_the_pages_order(hub: MethodsPage, device: Device) -> None:
    hub.expect_all_methods()
    expect(hub.tiles).to_have_text(
        [
            "Profil zaufany Hasło, bank lub inny dostawca",
            "mojeID Zaloguj się przez swój bank",
            "e-dowód Dowód osobisty z warstwą elektroniczną",
            f"Aplikacja mObywatel {AT_A_PHONE if device.is_phone else AT_A_COMPUTER}",
        ],
        use_inner_text=True,
    )


def test_each_tile_leads_to_its_own_method_which_names_who_asks_and_leads_back(
    hub: MethodsPage, account: Account
) -> None:
    for method, page in PAGES.items():
        chosen = hub.choose(method, page)
        expect(chosen.page.get_by_role("main").get_by_text(IKP, exact=True)).to_be_visible()
        chosen.page.get_by_role("button", name="Anuluj").click()
        hub = MethodsPage(chosen.page).expect_notice("Logowanie zostało przerwane")
        hub.expect_all_methods()
        expect(hub.last_used).to_have_text(hub.tile(method).inner_text().replace("\n", " "), use_inner_text=True)
        hub.choose_last_used(page).page.get_by_role("button", name="Anuluj").click()
        hub = MethodsPage(hub.page)
    account.expect_closed(hub.page.context)


@pytest.mark.behaviour("redirect.cancel")
def test_giving_up_returns_to_the_portal_with_a_notice(hub: MethodsPage, account: Account) -> None:
    portal = hub.choose_cancel(PortalPage)
    portal.expect_notice("Logowanie zostało przerwane")
    account.expect_closed(portal.page.context)
