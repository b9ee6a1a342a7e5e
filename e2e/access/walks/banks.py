"""Through mojeID and the banks."""

from e2e.institutions import TRUSTED_PROFILE_BANKS
from fixtures.trouble import begin_outage
from fixtures.walking import InspectionScene
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.login.methods import MethodsPage
from pages.login.refused import BrokenPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.mojeid.cooperatives import CooperativeBanksPage
from pages.pz.login import LoginPage

MOJEID_PAGES = (MethodsPage, MojeIdBanksPage, CooperativeBanksPage, BankLoginPage, MojeIdConsentPage, BrokenPage)
CONFIRMATION_PAGES = (MethodsPage, LoginPage, BankLoginPage, BankConfirmPage)


def mojeid(scene: InspectionScene) -> None:
    """The list, a bank that is out, the cooperative banks, a bank's errors and lock, the consent."""
    scene.look(scene.goto("mojeid"), "mojeID, without a login")
    banks = scene.open_hub().choose("mojeid", MojeIdBanksPage)
    begin_outage(scene.world, "mbank")
    banks.choose_unavailable_bank("mBank")
    scene.look(banks, "mojeID, a bank is out")
    BrokenPage(scene.goto("mbank"))
    banks = scene.open_hub().choose("mojeid", MojeIdBanksPage)
    chooser = banks.choose_cooperative_banks()
    chooser.choose_voivodeship("mazowieckie")
    chooser.fill_bank("Nie ma takiego")
    chooser.submit_unknown()
    scene.look(chooser, "cooperative banks, unknown name")
    login = chooser.submit_cancel(MethodsPage).choose("mojeid", MojeIdBanksPage).choose_bank("ING Bank Śląski")
    login.fill_credentials("0", "zgaduję")
    login.submit_wrong().expect_problem("Nieprawidłowe dane logowania")
    scene.look(login, "bank, wrong credentials")
    for _ in range(4):
        login.fill_credentials("0", "zgaduję")
        login.submit_wrong()
    login.expect_problem("zablokowane")
    scene.look(login, "bank, locked")
    customer = scene.person.bank_customers["ing"]
    login.fill_credentials(customer.number, customer.password)
    login.submit(MojeIdConsentPage)


def confirmation(scene: InspectionScene) -> None:
    """A bank asked by pz.gov.pl."""
    page = scene.open_hub().choose("trusted_profile", LoginPage)
    login = page.choose_bank("Envelo", BankLoginPage)
    customer = scene.person.bank_customers["envelo"]
    login.fill_credentials(customer.number, customer.password)
    login.submit(BankConfirmPage)


def colours(scene: InspectionScene) -> None:
    """The front page of every institution: each has its own colour."""
    for bank, name in TRUSTED_PROFILE_BANKS.items():
        scene.look(scene.goto(bank), f"front page of {name}")
