"""The table of guards besides the session's cookie: forms with a token, ways back with a state, the back channel."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from e2e.second_try.sessions import SESSIONS
from e2e.second_try.stage import SECOND, Stage
from e2e.second_try.steps import BY_PUSH, ON, begin_login, opened_app, press
from e2e.trusted_profile.asked import WRONG
from fixtures.http_browser import HttpBrowser
from fixtures.http_page import HttpPage
from pages.login.methods import TILES

Begin = Callable[[Stage], HttpBrowser]


@dataclass(frozen=True)
class Tokened:
    """A form that changes something for whoever is signed in.

    Attributes:
        name: of the form.
        begin: signs somebody in: the browser that shows the form.
        button: sends it.
        typed: into its fields.
    """

    name: str
    begin: Begin
    button: str
    typed: tuple[tuple[str, str], ...] = ()

    def token(self, browser: HttpBrowser) -> str:
        """What the form carries."""
        return browser.seen.hidden("token")

    def send(self, browser: HttpBrowser, token: str) -> HttpBrowser:
        """Send the form with this token in the place of its own; the page stays on the screen."""
        page = browser.seen
        changed = HttpPage(page.status, page.url, page.text.replace(self.token(browser), token))
        return replace(browser, seen=changed).press(self.button, **dict(self.typed))


_BEGIN = {one.name: one.begin for one in SESSIONS}


def _opened(site: str, path: str) -> Begin:
    return lambda stage: _BEGIN[site](stage).open(stage.world.url(site, path))


def _consent(stage: Stage) -> HttpBrowser:
    code = stage.new_tab().do(begin_login, press(TILES["mobywatel"])).computer.text_of("//output[@id='code']")
    return opened_app(stage, SECOND).open(stage.world.url("mobywatel", "/kod-qr/wpisz")).press(ON, code=code)


def _push(stage: Stage) -> HttpBrowser:
    tab = stage.new_tab().do(begin_login, press(TILES["trusted_profile"]), BY_PUSH[0])
    address = stage.world.url("mobywatel", f"/powiadomienia/{tab.app.last_push().id}")
    return opened_app(stage, SECOND).open(address)


TOKENED = (
    Tokened("ikp_log_out", _BEGIN["ikp"], "Wyloguj się"),
    Tokened("ikp_extend", _BEGIN["ikp"], "Przedłuż sesję"),
    Tokened("ikp_log_out_of_profile", _opened("ikp", "/moje-konto"), "Wyloguj się i wróć do pacjent.gov.pl"),
    Tokened("mojeikp_log_out", _BEGIN["mojeikp"], "Wyloguj się"),
    Tokened("mojeikp_extend", _BEGIN["mojeikp"], "Przedłuż sesję"),
    Tokened("ikp_authorise", _opened("ikp", "/uprawnienia/nowe"), "Upoważnij"),
    Tokened("mojeikp_authorise", _opened("mojeikp", "/uprawnienia/nowe"), "Upoważnij"),
    Tokened("pz_sign_out", _BEGIN["pz"], "Wyloguj się"),
    Tokened("pz_renewal", _BEGIN["pz"], "Przedłuż ważność"),
    Tokened("pz_change", _opened("pz", "/account/profile/method"), ON, (("method", "push"), ("password", WRONG))),
    Tokened("app_consent", _consent, "Udostępnij dane"),
    Tokened("app_decline", _consent, "Odmów"),
    Tokened("app_push", _push, "Zatwierdź"),
    Tokened("app_push_decline", _push, "Odrzuć"),
)
BACK_CHANNEL = {
    "login": ("ask",),
    "pz": ("ready", "ask", "answer", "push"),
    "mojeid": ("ready", "ask", "answer"),
    "ing": ("ready", "answer"),
    "e-dowod": ("ready", "ask", "answer", "read", "read-number", "approve", "decline"),
    "czytnik": ("ready", "answer"),
    "login-mobywatel": ("ready", "answer", "read", "decide"),
    "mobywatel": ("code", "consent", "push-answer"),
}
"""What the sites ask of each other, below ``/back/``."""
