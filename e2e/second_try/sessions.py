"""The table of sessions: how long each lives, every road on which it is asked, and which of them keeps it alive."""

from collections.abc import Callable
from dataclasses import dataclass

from e2e.second_try.app_doors import APP_PIN
from e2e.second_try.stage import FIRST, SECOND, Stage
from e2e.second_try.steps import BY_SMS, begin_own_sign_in, opened_app
from e2e.session.limits import ABSOLUTE, IDLE
from fixtures.http_browser import HttpBrowser

Ask = Callable[[HttpBrowser], bool]
"""Asks by one road; tells whether the session still opens it."""


@dataclass(frozen=True)
class Limited:
    """Sessions of one site.

    Attributes:
        name: of the site.
        begin: signs somebody in: the browser that shows the first page.
        roads: each with whether to ask by it keeps the session alive.
        idle: seconds without activity after which it ends.
        absolute: seconds after which it ends however busy it is.
    """

    name: str
    begin: Callable[[Stage], HttpBrowser]
    roads: dict[str, tuple[Ask, bool]]
    idle: int = IDLE
    absolute: int = ABSOLUTE


def _opens(path: str) -> Ask:
    """A page, a file or data: 200, and no detour."""

    def ask(browser: HttpBrowser) -> bool:
        return browser.read(_home(browser) + path).status_code == 200

    return ask


def _home(browser: HttpBrowser) -> str:
    return "/".join(browser.address.split("/")[:3])


def _document(ending: str) -> Ask:
    """A prescription, whose address stands on a list that was seen before the end."""

    def ask(browser: HttpBrowser) -> bool:
        (address, *_) = browser.page.xpath("//a[starts-with(@href, '/recepty/')]/@href")
        path = str(address).removesuffix("/pdf")
        return browser.read(_home(browser) + path + ending).status_code == 200

    return ask


def _poll(browser: HttpBrowser) -> bool:
    path = browser.page.xpath("//dialog/@data-status")[0]
    return bool(browser.read(_home(browser) + str(path)).json() != {"status": "over"})


def _pressed(button: str, then: str) -> Ask:
    """A form of the page on the screen: where it leads while the session lives."""

    def ask(browser: HttpBrowser) -> bool:
        tab = HttpBrowser(browser.client, browser.cookies, seen=browser.seen)
        return tab.press(button).address == _home(browser) + then

    return ask


def _own_account(stage: Stage) -> HttpBrowser:
    return stage.new_tab().do(begin_own_sign_in, *BY_SMS).computer


def _at_details(stage: Stage) -> HttpBrowser:
    return _own_account(stage).open(stage.world.url("pz", "/account/profile/details"))


def _ikp(stage: Stage) -> HttpBrowser:
    return stage.sign_in(stage.new_browser(), FIRST).open(stage.world.url("ikp", "/recepty"))


def _mojeikp(stage: Stage) -> HttpBrowser:
    browser = stage.new_browser()
    stage.world.expect_login(stage.people[FIRST])
    browser.open(stage.world.url("mojeikp", "/zaloguj")).press("Zapisz PIN", pin=APP_PIN, pin_again=APP_PIN)
    return browser.open(stage.world.url("mojeikp", "/recepty"))


_OF_PATIENTS: dict[str, tuple[Ask, bool]] = {
    "page": (_opens("/konto"), True),
    "list": (_opens("/skierowania"), True),
    "document": (_document(""), True),
    "printout": (_document("/pdf"), True),
    "data": (_opens("/api/konto"), True),
    "poll": (_poll, False),
    "extend": (_pressed("Przedłuż sesję", "/konto"), True),
    "permissions": (_opens("/uprawnienia"), True),
}
SESSIONS = (
    Limited("ikp", _ikp, _OF_PATIENTS),
    Limited("mojeikp", _mojeikp, _OF_PATIENTS),
    Limited(
        "pz",
        _at_details,
        {
            "account": (_opens("/account"), True),
            "profile": (_opens("/account/profile"), True),
            "details": (_opens("/account/profile/details"), True),
            "method": (_opens("/account/profile/method"), True),
            "sign_out": (_pressed("Wyloguj się", "/logged-out"), False),
        },
    ),
    Limited(
        "mobywatel",
        lambda stage: opened_app(stage, SECOND),
        {
            "start": (_opens("/start"), True),
            "scan": (_opens("/kod-qr/skanuj"), True),
            "type": (_opens("/kod-qr/wpisz"), True),
            "pushes": (_opens("/powiadomienia"), True),
        },
        idle=10 * 60,
        absolute=30 * 60,
    ),
)
