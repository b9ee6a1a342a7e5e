"""Through pacjent.gov.pl and login.gov.pl."""

from fixtures.devices import COMPUTER
from fixtures.trouble import begin_outage
from fixtures.walking import InspectionScene
from pages.login.methods import MethodsPage
from pages.login.refused import (
    ForeignLoginPage,
    NoSuchPage,
    NotThisWayPage,
    RequestRefusedPage,
    TooLatePage,
    UsedPage,
)
from pages.login_mobywatel.code import CodePage
from pages.pacjent.articles import (
    AccountArticle,
    AnnouncementPage,
    CheckUpArticle,
    MobywatelArticle,
    NewsPage,
    TrustedProfileArticle,
    VaccinationArticle,
)
from pages.pacjent.front import PortalPage
from pages.passing_on import PassingOnPage

PORTAL_PAGES = (
    PortalPage,
    NewsPage,
    AnnouncementPage,
    TrustedProfileArticle,
    MobywatelArticle,
    AccountArticle,
    CheckUpArticle,
    VaccinationArticle,
    NoSuchPage,
    NotThisWayPage,
)
PASSING_ON_PAGES = (PassingOnPage,)
HUB_PAGES = (MethodsPage, CodePage, PortalPage, RequestRefusedPage, UsedPage, ForeignLoginPage, TooLatePage)

_FLOW_LIFE = 30 * 60
"""Seconds that a login may be left lying."""


def portal(scene: InspectionScene) -> None:
    """The front page, its menu, every article."""
    front = PortalPage(scene.goto("pacjent"))
    front.menu.choose_open()
    scene.look(front, "portal, menu open")
    front.choose_all_news()
    for article in PORTAL_PAGES[2:-2]:
        NewsPage(scene.goto("pacjent", "/aktualnosci")).choose_article(article)
    NoSuchPage(scene.goto("pacjent", "/nie-ma"))
    NotThisWayPage(scene.goto("ikp", "/wyloguj"))


def hub(scene: InspectionScene) -> None:
    """The methods with and without banner, notice and memory; and what the hub refuses."""
    scene.called[PortalPage] = "portal, notice"
    scene.look(scene.goto("login"), "hub, without a login")
    methods = scene.open_hub()
    scene.look(methods, "hub, banner away")
    foreign = scene.new_actor(COMPUTER)
    foreign.goto(scene.page.url)
    ForeignLoginPage(foreign)
    methods.choose("mobywatel", CodePage).choose_cancel(MethodsPage).expect_notice("przerwane")
    scene.look(methods, "hub, notice and last used method")
    begin_outage(scene.world, "e-dowod")
    methods.choose("id_card", MethodsPage).expect_notice("niedostępny")
    address = scene.page.url
    methods.choose_cancel(PortalPage).expect_notice("przerwane")
    scene.page.goto(address)
    UsedPage(scene.page)
    scene.post("login", "/login/SingleSignOnService", SAMLRequest="bm8=")
    RequestRefusedPage(scene.page)
    address = scene.open_hub().page.url
    scene.world.advance(_FLOW_LIFE)
    scene.page.goto(address)
    TooLatePage(scene.page)


def passing_on(scene: InspectionScene) -> None:
    """The page that passes a form on, where scripts are late."""
    scene.page.context.route("**/auto-post.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    PassingOnPage(scene.goto("ikp", "/zaloguj"))
