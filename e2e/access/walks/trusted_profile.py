"""Through pz.gov.pl: the login for another site, and the person's own account."""

from fixtures.people import Confirmation
from fixtures.trouble import push_logins_out
from fixtures.walking import InspectionScene
from pages.login.methods import MethodsPage
from pages.login.refused import PushedOutPage
from pages.pz.account import AccountPage, ChangeMethodPage, ProfileDetailsPage, ProfilePage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.front import FrontPage, OwnSignInPage, SignedOutPage
from pages.pz.login import LoginPage, NoProfilePage

LOGIN_PAGES = (MethodsPage, LoginPage, SmsDialog, NoProfilePage)
PUSH_PAGES = (MethodsPage, LoginPage, PushWaitPage)
PUSHED_OUT_PAGES = (FrontPage, OwnSignInPage, PushedOutPage)
ACCOUNT_PAGES = (
    FrontPage,
    OwnSignInPage,
    SmsDialog,
    AccountPage,
    ProfilePage,
    ProfileDetailsPage,
    ChangeMethodPage,
    PushWaitPage,
    SignedOutPage,
)


def login(scene: InspectionScene) -> None:
    """Password and SMS, each wrong once; a locked profile; an expired one."""
    profile = scene.person.trusted_profile
    assert profile
    page = scene.open_hub().choose("trusted_profile", LoginPage)
    page.fill_credentials(profile.username, "zgaduję")
    page.submit(LoginPage)
    scene.expect_error(page, "Hasło", "Nieprawidłowy login lub hasło.", "trusted profile, wrong password")
    page.fill_credentials(profile.username, profile.password)
    dialog = page.submit(SmsDialog)
    dialog.submit_resend().expect_notice("Wiadomość wysłaliśmy przed chwilą")
    dialog.fill_code("00000000")
    dialog.submit(SmsDialog)
    scene.expect_error(dialog, "Kod SMS", "nieprawidłowy", "SMS, wrong code and notice")
    page = dialog.submit_cancel(MethodsPage).choose("trusted_profile", LoginPage)
    for _ in range(5):
        page.fill_credentials("nikt", "zgaduję")
        page.submit(LoginPage)
    page.expect_problem("zablokowane")
    scene.look(page, "trusted profile, locked")
    scene.world.change_person(scene.person.pesel, trusted_profile={"valid_until": "2020-01-01T00:00:00+01:00"})
    page.fill_credentials(profile.username, profile.password)
    page.submit(NoProfilePage)


def push(scene: InspectionScene) -> None:
    """A push that waits, and one that has expired."""
    person = scene.make_person(confirmation=Confirmation.PUSH)
    assert person.trusted_profile
    page = scene.open_hub().choose("trusted_profile", LoginPage)
    page.fill_credentials(person.trusted_profile.username, person.trusted_profile.password)
    waiting = page.submit(PushWaitPage)
    scene.world.advance(10 * 60)
    waiting.expect_expired()
    scene.look(waiting, "push, expired")


def account(scene: InspectionScene) -> None:
    """The own account, its menu, and the change of the method up to the push."""
    profile = scene.person.trusted_profile
    assert profile
    scene.called |= {SmsDialog: "SMS, own account", PushWaitPage: "push, change of method"}
    sign_in = FrontPage.goto(scene.page, scene.world.url("pz")).choose_sign_in()
    sign_in.fill_credentials(profile.username, profile.password)
    dialog = sign_in.submit(SmsDialog)
    dialog.fill_code(scene.phone.read_sms().code)
    home = dialog.submit(AccountPage)
    menu = home.menu.open(scene.person.full_name)
    scene.look(home, "trusted profile, menu open")
    change = menu.choose_trusted_profile().choose_details().choose_change_method()
    change.choose_push()
    change.fill_password("zgaduję")
    change.submit(ChangeMethodPage)
    scene.expect_error(change, "Hasło", "Podane hasło jest nieprawidłowe.", "change of method, wrong password")
    change.fill_password(profile.password)
    details = change.submit(PushWaitPage).submit_cancel(ProfileDetailsPage)
    scene.look(details, "profile details, after a cancelled change")
    details.menu.open(scene.person.full_name).submit_sign_out()


def pushed_out(scene: InspectionScene) -> None:
    """A sign-in that had to make room for others."""
    profile = scene.person.trusted_profile
    assert profile
    page = FrontPage(scene.goto("pz")).choose_sign_in()
    push_logins_out(scene.world)
    page.fill_credentials(profile.username, profile.password)
    page.submit(PushedOutPage)
