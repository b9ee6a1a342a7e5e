"""The driver without a screen: presses the buttons of the pages that a browser holds."""

from collections.abc import Callable

import httpx

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.model.cast import BANK, Cast
from e2e.model.driver import Driver
from e2e.model.places import Place
from e2e.model.state import FIRST, SECOND
from e2e.trusted_profile.asked import WRONG, other_than
from fixtures.http_browser import HttpBrowser
from pages.login.methods import TILES

Typed = Callable[[Cast], dict[str, str]]
LOG_IN, ON = "Zaloguj się", "Dalej"


def _nothing(_cast: Cast) -> dict[str, str]:
    return {}


BUTTONS: dict[str, tuple[str, Typed]] = {
    "choose_profile": (TILES["trusted_profile"], _nothing),
    "choose_mojeid": (TILES["mojeid"], _nothing),
    "choose_id_card": (TILES["id_card"], _nothing),
    "choose_mobywatel": (TILES["mobywatel"], _nothing),
    "cancel": ("Anuluj", _nothing),
    "give_password": (LOG_IN, lambda cast: cast.password(FIRST)),
    "give_password_of_second": (LOG_IN, lambda cast: cast.password(SECOND)),
    "give_wrong_password": (LOG_IN, lambda cast: cast.password(FIRST) | {"password": WRONG}),
    "choose_bank": (TRUSTED_PROFILE_BANKS[BANK], _nothing),
    "give_code": ("Potwierdź", lambda cast: {"code": cast.sms_code}),
    "give_wrong_code": ("Potwierdź", lambda cast: {"code": other_than(cast.sms_code)}),
    "send_code_again": ("Wyślij kod ponownie", _nothing),
    "send_push_again": ("Wyślij powiadomienie ponownie", _nothing),
    "send_new_push": ("Wyślij nowe powiadomienie", _nothing),
    "log_in_at_bank": (LOG_IN, lambda cast: cast.customer(FIRST)),
    "log_in_at_bank_as_second": (LOG_IN, lambda cast: cast.customer(SECOND)),
    "log_in_wrong_at_bank": (LOG_IN, lambda cast: cast.customer(FIRST) | {"password": WRONG}),
    "confirm_at_bank": ("Potwierdzam", _nothing),
    "choose_mojeid_bank": (MOJEID_BANKS[BANK], _nothing),
    "consent": ("Wyrażam zgodę", _nothing),
    "choose_reader": ("Czytnik podłączony do komputera", _nothing),
    "lay_card": (ON, lambda cast: {"number": cast.card.number}),
    "lay_no_card": (ON, lambda _: {"number": "ABC000000"}),
    "give_can": (ON, lambda cast: {"can": cast.card.can}),
    "give_wrong_can": (ON, lambda cast: {"can": other_than(cast.card.can)}),
    "give_pin": (ON, lambda cast: {"pin1": cast.card.pin1}),
    "give_wrong_pin": (ON, lambda cast: {"pin1": other_than(cast.card.pin1)}),
    "give_puk": ("Odblokuj", lambda cast: {"puk": cast.card.puk}),
    "give_wrong_puk": ("Odblokuj", lambda cast: {"puk": other_than(cast.card.puk)}),
    "take_card": ("Zdejmij dowód z czytnika", _nothing),
    "refresh_code": ("Odśwież kod QR", _nothing),
    "accept": ("Akceptuję i przechodzę do konta", lambda _: {"zgoda": "tak"}),
    "accept_nothing": ("Akceptuję i przechodzę do konta", _nothing),
    "resign": ("Rezygnuję z logowania", _nothing),
    "log_out": ("Wyloguj się", _nothing),
}
"""The button of each act, and what is typed before."""


class HttpDriver(Driver):
    """A computer whose pages nobody sees."""

    def __init__(self, cast: Cast, computer: HttpBrowser) -> None:
        super().__init__(cast)
        self._computer = computer
        self._copy = HttpBrowser(computer.client)
        computer.client.event_hooks["response"].append(self._note)
        self.open(cast.world.url("pacjent"))

    @property
    def address(self) -> str:
        """Of the page on the screen."""
        return self._computer.address

    @property
    def source(self) -> str:
        """Of the page on the screen."""
        return self._computer.source

    def data(self) -> httpx.Response:
        """What the account's data endpoint tells who copied this browser's cookies, those that it has forgotten too."""
        for host, cookies in self._computer.cookies.items():
            self._copy.cookies[host] = self._copy.cookies.get(host, {}) | cookies
        return self._copy.read(self.cast.world.url("ikp", "/api/konto"))

    def open(self, address: str) -> None:
        """Go to an address."""
        self._computer.open(address)

    def press(self, action: str) -> None:
        """Press the act's button."""
        button, typed = BUTTONS[action]
        self._computer.press(button, **typed(self.cast))

    def notice(self) -> None:
        """What the scripts of a waiting page and of the account would do."""
        if self._computer.page.xpath("//*[@data-wait]"):
            self.open(self.address)
        if self._computer.page.xpath("//dialog[@data-status]"):
            self.open(self.cast.world.url("ikp", "/sesja-wygasla"))

    def expect(self, place: Place, tells: str) -> None:
        """By the heading, and by any text."""
        heading, text = self._computer.heading, " ".join(str(self._computer.page.text_content()).split())
        assert place.is_headed(heading), f"not {place.page.__name__} but “{heading}” ({self.address})"
        assert tells in text, f"“{heading}” does not tell “{tells}” but: {text}"

    def read_code(self) -> str:
        """The code for mObywatel on the screen."""
        return self._computer.text_of("//output[@id='code']")

    def _note(self, response: httpx.Response) -> None:
        if response.is_server_error:
            self.failures.append(f"{response.status_code} from {response.request.headers['Host']}{response.url.path}")
