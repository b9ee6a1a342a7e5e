"""The announcement itself: every fact, both lists, every link."""

import allure
import pytest
from playwright.sync_api import expect

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from pages.base import BasePage
from pages.pacjent.articles import AccountArticle, AnnouncementPage, CheckUpArticle, VaccinationArticle
from pages.pz.front import FrontPage

pytestmark = [allure.epic("mObywatel for patients")]
told = pytest.mark.behaviour("article.text")
linked = pytest.mark.behaviour("article.links")
COMPUTER = "Logujesz się na komputerze: tożsamość potwierdzasz mObywatelem"
PHONE = "Logujesz się na komórce: tożsamość potwierdzasz mObywatelem"
CONFIRMATIONS = "Nowe potwierdzenia profilu zaufanego"


@told
@pytest.mark.devices("computer", "pixel")
def test_announcement_says_what_is_new(announcement: AnnouncementPage) -> None:
    expect(announcement.headings).to_have_text(
        [
            "mObywatel dla pacjentów",
            "Nowa strona logowania",
            "Profil zaufany",
            "mojeID w banku",
            "e-dowód",
            "Aplikacja mObywatel",
            COMPUTER,
            PHONE,
            CONFIRMATIONS,
        ]
    )
    announcement.expect_text(
        "Do sposobów logowania na Internetowe Konto Pacjenta (IKP) i do aplikacji mojeIKP dołącza aplikacja mObywatel.",
        "Inaczej niż dotąd wygląda też strona login.gov.pl.",
        "Obie drogi prowadzą na nową stronę login.gov.pl.",
        "Dowód osobisty z warstwą elektroniczną.",
    )


@told
def test_announcement_tells_both_ways_to_the_login(announcement: AnnouncementPage) -> None:
    announcement.expect_list(
        "Drogi do logowania",
        "na portalu pacjent.gov.pl, u góry po prawej, otwórz „Zaloguj się” i wybierz „Zaloguj się na IKP”, albo",
        "na stronie głównej portalu użyj przycisku „Logowanie na IKP”, który znajdziesz na banerze.",
    )


@told
def test_announcement_lists_exactly_the_institutions_and_the_ways_of_mojeid(
    announcement: AnnouncementPage,
) -> None:
    expect(announcement.profile_ways).to_have_text(list(TRUSTED_PROFILE_BANKS.values()))
    expect(announcement.mojeid_ways).to_have_text(list(MOJEID_BANKS.values()))
    announcement.expect_text(
        "Grupa BPS to banki spółdzielcze, które do niej należą. Envelo to system Poczty Polskiej.",
        "Klienci PKO BP korzystają z konta iPKO albo Inteligo",
    )


@told
def test_announcement_tells_the_steps_on_a_computer(announcement: AnnouncementPage) -> None:
    announcement.expect_steps(COMPUTER, "wskaż mObywatela", "kod QR", "Zrób to, o co proszą", "IKP jest otwarte")
    announcement.expect_list(
        "Wskazówki na komputerze",
        "otwórz na telefonie aplikację mObywatel i zaloguj się do niej,",
        "na dole ekranu stuknij ikonę z kodem QR,",
        "skieruj aparat na kod ze strony, aby go zeskanować,",
        "zgódź się na potwierdzenie Twoich danych.",
    )


@told
def test_announcement_tells_the_steps_on_a_phone(announcement: AnnouncementPage) -> None:
    announcement.expect_steps(
        PHONE,
        "wskaż mObywatela",
        "niebieski kafelek „Skopiuj kod”",
        "Zrób to, o co proszą",
        "możesz używać IKP albo aplikacji mojeIKP",
    )
    announcement.expect_list(
        "Wskazówki na komórce",
        "stuknij kafelek – kod trafi do schowka,",
        "otwórz aplikację mObywatel i zaloguj się do niej,",
        "na dole ekranu stuknij ikonę z kodem QR,",
        "wklej skopiowany kod,",
        "zgódź się na potwierdzenie Twoich danych.",
    )


@told
def test_announcement_tells_the_seven_steps_to_push_and_the_way_back(announcement: AnnouncementPage) -> None:
    announcement.expect_text(
        "Logowanie profilem zaufanym potwierdzało się dotychczas kodem z SMS-a.",
        "powiadomienie push w aplikacji mObywatel. To wygodniejsze, bo nie przepisujesz kodu, i bezpieczniejsze.",
        "Do kodów z SMS-a możesz wrócić, kiedy tylko zechcesz.",
    )
    announcement.expect_list(
        CONFIRMATIONS,
        "zaloguj się na stronie pz.gov.pl,",
        "rozwiń menu pod swoim nazwiskiem, u góry po prawej,",
        "przejdź do zakładki „profil zaufany”, a w niej do „Szczegóły profilu”,",
        "użyj opcji „Zmień metodę autoryzacji”,",
        "wskaż powiadomienia push,",
        "otwórz w aplikacji mObywatel powiadomienie, które prosi o potwierdzenie zmiany,",
        "zatwierdź ją.",
    )


@linked
@pytest.mark.devices("computer", "pixel")
def test_how_to_get_a_trusted_profile_is_one_link_away(announcement: AnnouncementPage) -> None:
    article = announcement.choose_profile_link()
    article.expect_text("Profil potwierdzisz w instytucji, w której masz konto", "Z e-dowodem", "ważny 3 lata")
    article.choose_link("pz.gov.pl", FrontPage)


@linked
def test_what_is_new_in_mobywatel_is_one_link_away_and_leads_back(announcement: AnnouncementPage) -> None:
    article = announcement.choose_mobywatel_link()
    article.expect_text("zeskanować kod ze strony", "wkleić kod skopiowany na telefonie", "ważny 5 minut i tylko raz")
    article.choose_link("mObywatel dla pacjentów", AnnouncementPage)


@linked
def test_the_trusted_profile_itself_is_one_link_away(announcement: AnnouncementPage) -> None:
    announcement.choose_link("pz.gov.pl", FrontPage)


@linked
@pytest.mark.devices("computer", "pixel")
def test_three_articles_are_to_read_also(announcement: AnnouncementPage) -> None:
    expect(announcement.read_also).to_have_text(
        ["Internetowe Konto Pacjenta", "Umów się na badania", "Szczepienie, które chroni przed rakiem"]
    )
    leads = announcement.page.get_by_role("region", name="Przeczytaj też").get_by_role("listitem")
    expect(leads).to_contain_text(["upoważniły – szybko i bezpiecznie", "Po czterdziestce", "12 lub 13 lat"])


@linked
@pytest.mark.parametrize(
    ("article", "fact"),
    [
        (AccountArticle, "Konto dorosłej osoby otworzysz, jeśli ona Cię upoważni"),
        (CheckUpArticle, "Masz więcej niż 40 lat?"),
        (VaccinationArticle, "przeciw wirusowi brodawczaka ludzkiego (HPV)"),
    ],
)
def test_each_article_to_read_also_is_a_real_page(
    announcement: AnnouncementPage, article: type[BasePage], fact: str
) -> None:
    announcement.choose_read_also(article)
    expect(announcement.page.get_by_role("article")).to_contain_text(fact)
