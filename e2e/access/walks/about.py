"""Through the footer of a public site, as a stranger and as a signed-in patient."""

from fixtures.start import open_account
from fixtures.walking import InspectionScene
from pages.about import AccessibilityPage, Footer, HelpPage, PrivacyPage, TermsPage
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage

PAGES = (MethodsPage, AccessibilityPage, TermsPage, PrivacyPage, HelpPage, ConsentPage, AccountPage)


def about(scene: InspectionScene) -> None:
    """The four pages amid a login, and one of an account."""
    read = Footer(scene.open_hub()).choose(AccessibilityPage)
    for kind in (TermsPage, PrivacyPage, HelpPage):
        Footer(read).choose(kind)
    account = open_account(scene.page, scene.world, scene.person)
    scene.look(Footer(account).choose(PrivacyPage), "privacy policy, signed in")
