"""The news and the articles."""

from playwright.sync_api import Page, expect

from pages.base import BilingualPage, P
from pages.texts import Name


class NewsPage(BilingualPage):
    """Every article."""

    heading = "Aktualności"

    def choose_article(self, then: type[P]) -> P:
        """Read the article whose page this is."""
        self.page.get_by_role("main").get_by_role("link", name=self.told(then.heading)).click()
        return then(self.page)


class ArticlePage(BilingualPage):
    """One article."""

    def choose_link(self, name: str, then: type[P]) -> P:
        """Follow a link of the text."""
        self.page.get_by_role("main").get_by_role("link", name=self.say(name)).click()
        return then(self.page)

    def expect_text(self, *sentences: str) -> None:
        """The article says each of these."""
        for sentence in sentences:
            expect(self.page.get_by_role("article")).to_contain_text(self.told(sentence))


class TrustedProfileArticle(ArticlePage):
    """How to get a trusted profile."""

    heading = "Jak założyć profil zaufany"


class MobywatelArticle(ArticlePage):
    """What is new in the mObywatel app."""

    heading = "Zmiany w aplikacji mObywatel"


class AccountArticle(ArticlePage):
    """What IKP is."""

    heading = Name("Internetowe Konto Pacjenta")


class CheckUpArticle(ArticlePage):
    """Check-ups from the age of 40."""

    heading = "Umów się na badania"


class VaccinationArticle(ArticlePage):
    """The vaccination against HPV."""

    heading = "Szczepienie, które chroni przed rakiem"


class AnnouncementPage(ArticlePage):
    """The announcement that this product tests line by line."""

    heading = "mObywatel dla pacjentów"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.profile_ways = page.get_by_role("list", name=self.say("Profil zaufany przez bank")).get_by_role("listitem")
        self.mojeid_ways = page.get_by_role("list", name=self.say(Name("mojeID"))).get_by_role("listitem")
        self.headings = page.get_by_role("article").get_by_role("heading")
        self.read_also = page.get_by_role("region", name=self.say("Przeczytaj też")).get_by_role("link")

    def expect_list(self, name: str, *items: str) -> None:
        """The list of this name holds exactly these items, in this order."""
        expect(self.page.get_by_role("list", name=name, exact=True).get_by_role("listitem")).to_have_text(items)

    def expect_steps(self, name: str, *steps: str) -> None:
        """The list of this name tells these steps in this order, whatever else lies between them."""
        items = self.page.get_by_role("list", name=name, exact=True).get_by_role("listitem")
        expect(items).to_contain_text(steps)

    def choose_profile_link(self) -> TrustedProfileArticle:
        """“Dowiedz się, jak założyć profil zaufany”."""
        return self.choose_link("Dowiedz się, jak założyć profil zaufany", TrustedProfileArticle)

    def choose_mobywatel_link(self) -> MobywatelArticle:
        """“Dowiedz się więcej o zmianach w aplikacji mObywatel”."""
        return self.choose_link("Dowiedz się więcej o zmianach w aplikacji mObywatel", MobywatelArticle)

    def choose_read_also(self, then: type[P]) -> P:
        """One of the three articles of “Przeczytaj też”."""
        self.read_also.filter(has_text=self.told(then.heading)).click()
        return then(self.page)
