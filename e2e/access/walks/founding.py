"""Through the founding of a trusted profile."""

from e2e.founding.founder import PASSWORD, USERNAME
from fixtures.people import Person
from fixtures.walking import InspectionScene
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.base import P
from pages.pz.confirming import SmsDialog
from pages.pz.founding import FoundingDataPage, FoundingPage, FoundingRefusedPage
from pages.pz.front import FrontPage, OwnSignInPage

PAGES = (
    FrontPage,
    FoundingPage,
    BankLoginPage,
    BankConfirmPage,
    FoundingRefusedPage,
    FoundingDataPage,
    SmsDialog,
    OwnSignInPage,
)


def founding(scene: InspectionScene) -> None:
    """A refusal at the institution, each reason not to found a profile, each error, the code, and the way in."""
    scene.called |= {
        FrontPage: "trusted profile, founding cancelled",
        BankLoginPage: "bank, founding",
        BankConfirmPage: "bank confirmation, founding",
        FoundingRefusedPage: "founding, a profile is there",
        FoundingDataPage: "founding, the old profile has expired",
        SmsDialog: "SMS, founding",
        OwnSignInPage: "own sign-in, after founding",
    }
    _begin(scene).submit_cancel(FrontPage)
    refused = _identified(scene, FoundingPage.follow(scene.page), scene.person, FoundingRefusedPage)
    page = refused.choose_other_institution()
    scene.world.change_person(scene.person.pesel, trusted_profile={"valid_until": "2020-01-01T00:00:00+01:00"})
    _identified(scene, page, scene.person, FoundingDataPage)
    child = scene.make_person(age=12, holdings=("banks",))
    refused = _identified(scene, _begin(scene), child, FoundingRefusedPage)
    scene.look(refused, "founding, too young")
    founder = scene.make_person(holdings=("banks",))
    scene.world.change_person(founder.pesel, bank_customers={"ing": {"family_name": "Panieńska"}})
    refused = _identified(scene, refused.choose_other_institution(), founder, FoundingRefusedPage)
    scene.look(refused, "founding, other names")
    page = refused.choose_other_institution().choose_bank("mBank").submit_cancel(FoundingPage)
    scene.look(page, "founding, no consent")
    scene.world.change_person(founder.pesel, bank_customers={"ing": {"family_name": None}})
    data = _identified(scene, page, founder, FoundingDataPage)
    scene.look(data, "founding, data")
    data.fill_credentials("ja", "zgaduję")
    data.submit(FoundingDataPage)
    scene.expect_error(data, "Nazwa użytkownika", "Podaj od 3 do 64 znaków", "founding, unfit credentials")
    data.fill_credentials(USERNAME, PASSWORD, "zgaduję")
    data.submit(FoundingDataPage)
    scene.expect_error(data, "Powtórz hasło", "Hasła różnią się", "founding, another password")
    data.fill_credentials(USERNAME, PASSWORD)
    dialog = data.submit_to_code()
    dialog.fill_code(scene.make_phone(founder).read_sms().code)
    dialog.submit(OwnSignInPage)


def _begin(scene: InspectionScene) -> FoundingPage:
    return FoundingPage(scene.goto("pz", "/ui/au/register"))


def _identified(scene: InspectionScene, page: FoundingPage, person: Person, then: type[P]) -> P:
    customer = scene.world.person(person.pesel).bank_customers["ing"]
    bank = page.choose_bank("ING")
    bank.fill_credentials(customer.number, customer.password)
    return bank.submit(BankConfirmPage).submit_confirm(then)
