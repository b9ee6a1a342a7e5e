"""Every page that names an institution, a method or a service: compared with the article's lists, for each of them."""

from collections.abc import Callable

import allure
import pytest

from e2e.banks.by_hand import go_to_bank
from e2e.institutions import METHODS, MOJEID_BANKS, TRUSTED_PROFILE_BANKS, identified_by, name_of
from fixtures.control_phone import ControlPhone
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.start import IKP
from fixtures.world import WorldControl

pytestmark = [allure.epic("Banks"), pytest.mark.behaviour("bank.names")]
BrowserMaker = Callable[[], HttpBrowser]
CONFIRMED_BY: list[tuple[str, str | None]] = [
    *((method, None) for method in METHODS),
    *(("trusted_profile", bank) for bank in TRUSTED_PROFILE_BANKS),
    *(("mojeid", bank) for bank in MOJEID_BANKS),
]
SERVICES = {"ikp": IKP, "mojeikp": "mojeIKP"}
IDENTIFIED = "//dt[normalize-space()='Tożsamość potwierdził(a)']/following-sibling::dd[1]"
BRAND = "//header//a[contains(@class, 'brand')]"


def title_of(browser: HttpBrowser) -> str:
    """What the browser's tab tells."""
    return browser.text_of("//title")


def expect_page_of(browser: HttpBrowser, bank: str) -> None:
    """A page of this bank's own, under its name and no other."""
    assert f"//{bank}--" in browser.address
    assert browser.text_of(BRAND) == name_of(bank)
    assert title_of(browser).endswith(name_of(bank))


@pytest.mark.parametrize(("site", "pages"), [("ikp", ("/konto", "/moje-konto")), ("mojeikp", ("/konto",))])
def test_each_account_names_who_confirmed_the_identity(
    world: WorldControl, person: Person, new_http_browser: BrowserMaker, site: str, pages: tuple[str, ...]
) -> None:
    browser = new_http_browser()
    for method, bank in CONFIRMED_BY:
        open_by_http(browser, world, person, site, method=method, bank=bank)
        for page in pages:
            browser.open(world.url(site, page))
            assert browser.text_of(IDENTIFIED) == identified_by(method, bank), page
        data = browser.read(world.url(site, "/api/konto")).json()
        assert data["identified_by"] == identified_by(method, bank)


def test_each_bank_of_the_trusted_profile_speaks_in_its_own_name(
    world: WorldControl, person: Person, new_http_browser: BrowserMaker
) -> None:
    for bank in TRUSTED_PROFILE_BANKS:
        browser, customer = go_to_bank(new_http_browser(), world, bank), person.bank_customers[bank]
        assert browser.heading == f"Zaloguj się – {name_of(bank)}"
        expect_page_of(browser, bank)
        browser.submit("/logowanie", number=customer.number, password=customer.password)
        expect_page_of(browser, bank)
        told = browser.text_of("//main")
        assert f"{name_of(bank)} przekaże" in told
        assert [other for other in TRUSTED_PROFILE_BANKS if name_of(other) in told] == [bank]
        assert browser.text_of("//main//p/strong") == IKP
        browser.open(world.url(bank))
        assert browser.heading == name_of(bank)


def test_each_bank_of_mojeid_is_named_at_its_login_in_the_notice_and_in_the_consent(
    world: WorldControl, person: Person, new_http_browser: BrowserMaker
) -> None:
    for bank in [bank for bank in MOJEID_BANKS if bank != "bps"]:
        browser, customer = go_to_bank(new_http_browser(), world, bank, "mojeid"), person.bank_customers[bank]
        assert browser.heading == f"Zaloguj się – {name_of(bank)}"
        assert browser.text_of("//p[contains(@class, 'behalf')]/strong") == IKP
        expect_page_of(browser, bank)
        browser.submit("/anuluj")
        assert browser.text_of("//*[@role='status']").startswith(f"{name_of(bank)}: ")
        browser.submit("/wybierz-bank", bank=bank)
        browser.submit("/logowanie", number=customer.number, password=customer.password)
        named = [str(strong.text_content()) for strong in browser.page.xpath("//main//strong")]
        assert named == [name_of(bank), IKP]


def test_the_profile_at_pz_names_its_bank_and_its_renewal_the_bank_that_it_leaves(
    world: WorldControl, person: Person, new_http_browser: BrowserMaker
) -> None:
    profile, phone = person.trusted_profile, ControlPhone(world, person)
    assert profile
    browser = new_http_browser().open(world.url("pz", "/ui/au/login"))
    browser.press("Zaloguj się", username=profile.username, password=profile.password)
    browser.press("Potwierdź", code=phone.read_sms().code)
    linked = "//tr[normalize-space(th)='Powiązany bank']/td"
    for bank in TRUSTED_PROFILE_BANKS:
        world.change_person(person.pesel, trusted_profile={"bank": bank})
        browser.open(world.url("pz", "/account/profile/details"))
        assert browser.text_of(linked) == name_of(bank)
        browser.press("Przedłuż ważność").press("Potwierdź", code=phone.read_sms().code)
        assert f"nie jest już powiązany z: {name_of(bank)}." in browser.text_of("//*[@role='status']")
        assert browser.text_of(linked) == "brak"


def test_the_article_on_the_profile_lists_the_institutions_that_confirm_it(
    world: WorldControl, new_http_browser: BrowserMaker
) -> None:
    browser = new_http_browser().open(world.url("pacjent", "/aktualnosci/jak-zalozyc-profil-zaufany"))
    listed = [
        " ".join(str(item.text_content()).split()) for item in browser.page.xpath("//ul[@aria-label='Instytucje']/li")
    ]
    assert listed == list(TRUSTED_PROFILE_BANKS.values())


@pytest.mark.parametrize("site", SERVICES)
def test_every_step_names_the_service_that_asked_and_no_other(
    world: WorldControl, person: Person, new_http_browser: BrowserMaker, site: str
) -> None:
    (other,) = SERVICES.keys() - {site}

    def named(browser: HttpBrowser) -> HttpBrowser:
        told = browser.text_of("//main")
        assert SERVICES[site] in told, browser.heading
        assert SERVICES[other] not in told, browser.heading
        return browser

    def begin(method: str) -> HttpBrowser:
        hub = named(new_http_browser().open(world.url(site, "/zaloguj")))
        return named(hub.submit("/metoda", method=method))

    customer = person.bank_customers["mbank"]
    typed = {"number": customer.number, "password": customer.password}
    begin("mobywatel")
    named(begin("id_card").press("Czytnik podłączony do komputera"))
    named(begin("id_card").submit("/edo-app"))
    named(begin("trusted_profile").submit("/bank", bank="mbank").submit("/logowanie", **typed))
    named(begin("mojeid").submit("/wybierz-bank", bank="bps"))
    named(named(begin("mojeid").submit("/wybierz-bank", bank="mbank")).submit("/logowanie", **typed))
