"""The table of pages on the way of a login: how each is reached, how one goes on there, and what its script asks."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from e2e.founding.founder import CONFIRM_DATA, PASSWORD, USERNAME
from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.second_try.app_doors import APP_PIN
from e2e.second_try.choices import GROUP
from e2e.second_try.stage import EXPIRED, FIRST, SECOND, Stage, Step, Tab
from e2e.second_try.steps import (
    BY_EDO_APP,
    BY_READER,
    ON,
    at_bank,
    begin_login,
    by_mojeid,
    by_profile_bank,
    code,
    number_on_phone,
    password,
    press,
    press_on_phone,
)
from fixtures.http_browser import HttpBrowser
from pages.login.methods import TILES


def _computer(tab: Tab) -> HttpBrowser:
    return tab.computer


def _handset(tab: Tab) -> HttpBrowser:
    return tab.handset


@dataclass(frozen=True)
class Flow:
    """A page that only one browser may see, and only for a while.

    Attributes:
        name: of the page.
        reach: the steps to it.
        go_on: what one does there.
        asks: where its script asks how things stand, given the page's address; None: it does not.
        on: the browser that shows it.
    """

    name: str
    reach: tuple[Step, ...]
    go_on: Step
    asks: Callable[[str], str] | None = None
    on: Callable[[Tab], HttpBrowser] = _computer

    def shown_to_stranger(self, tab: Tab) -> Tab:
        """The same page in a browser that did not begin it, as one that was sent its address would have it."""
        browser = self.on(tab)
        stranger = HttpBrowser(browser.client, seen=browser.seen)
        if self.on is _computer:
            return replace(tab, computer=stranger, trail=[])
        return replace(tab, handset=stranger, trail=[])


def _first_login_of(name: str, site: str) -> Step:
    """Be told who one is by login.gov.pl, for the first time."""

    def step(tab: Tab) -> None:
        tab.stage.world.expect_login(tab.stage.people[name])
        tab.computer.open(tab.stage.world.url(site, "/zaloguj"))

    return step


def _begin_founding(tab: Tab) -> None:
    """Go to the institutions through which somebody founds a profile, when the one that they had has expired."""
    stage = tab.stage
    stage.world.change_person(
        stage.people[EXPIRED].pesel, trusted_profile={"valid_until": stage.world.now().isoformat()}
    )
    tab.computer.open(stage.world.url("pz", "/ui/au/register"))


def _new_credentials(_stage: Stage) -> dict[str, str]:
    return {"username": USERNAME, "password": PASSWORD, "password_again": PASSWORD}


def _slow_reader(tab: Tab) -> None:
    tab.stage.world.set_reader(24 * 60 * 60)


def _can(stage: Stage) -> dict[str, str]:
    return {"can": stage.card(FIRST).can}


def _with(ending: str) -> Callable[[str], str]:
    return lambda address: address + ending


_TO_PROFILE = (begin_login, press(TILES["trusted_profile"]))
_TO_MOJEID = (begin_login, press(TILES["mojeid"]))
_TO_ID_CARD = (begin_login, press(TILES["id_card"]))
_BY_BANK = by_profile_bank(TRUSTED_PROFILE_BANKS["ing"], "ing", FIRST)
_BY_FOUNDING_BANK = by_profile_bank(TRUSTED_PROFILE_BANKS["ing"], "ing", EXPIRED)
_BY_MOJEID = by_mojeid(MOJEID_BANKS["ing"], "ing", FIRST)

FLOWS = (
    Flow("methods", (begin_login,), press(TILES["mobywatel"])),
    Flow("profile_form", _TO_PROFILE, password(FIRST)),
    Flow("profile_banks", _TO_PROFILE, _BY_BANK[0]),
    Flow("sms", (*_TO_PROFILE, password(FIRST)), code(FIRST)),
    Flow("push", (*_TO_PROFILE, password(SECOND)), press("Anuluj"), _with("/status")),
    Flow("bank_login", (*_TO_PROFILE, _BY_BANK[0]), _BY_BANK[1]),
    Flow("bank_confirmation", (*_TO_PROFILE, *_BY_BANK[:2]), _BY_BANK[2]),
    Flow("founding_banks", (_begin_founding,), _BY_FOUNDING_BANK[0]),
    Flow("founding_data", (_begin_founding, *_BY_FOUNDING_BANK), press(CONFIRM_DATA, _new_credentials)),
    Flow("mojeid_banks", _TO_MOJEID, _BY_MOJEID[0]),
    Flow("cooperatives", (*_TO_MOJEID, press(MOJEID_BANKS[GROUP])), press("Anuluj")),
    Flow("mojeid_login", (*_TO_MOJEID, _BY_MOJEID[0]), at_bank("ing", FIRST)),
    Flow("mojeid_consent", (*_TO_MOJEID, *_BY_MOJEID[:2]), _BY_MOJEID[2]),
    Flow("id_card", _TO_ID_CARD, BY_READER[0]),
    Flow("reader_place", (*_TO_ID_CARD, BY_READER[0]), BY_READER[1]),
    Flow("reader_can", (*_TO_ID_CARD, *BY_READER[:2]), BY_READER[2]),
    Flow("reader_pin", (*_TO_ID_CARD, *BY_READER[:3]), BY_READER[3]),
    Flow(
        "reader_reads",
        (*_TO_ID_CARD, _slow_reader, *BY_READER),
        press("Anuluj"),
        lambda address: address.replace("/odczyt", "/stan"),
    ),
    Flow("edo_code", (*_TO_ID_CARD, BY_EDO_APP[0]), press("Odśwież kod"), _with("/stan")),
    Flow("edo_can", (*_TO_ID_CARD, BY_EDO_APP[0], number_on_phone), press_on_phone(ON, _can), on=_handset),
    Flow("edo_pin", (*_TO_ID_CARD, *BY_EDO_APP[:3]), press_on_phone("Odrzuć"), on=_handset),
    Flow("mobywatel_code", (begin_login, press(TILES["mobywatel"])), press("Odśwież kod QR"), _with("/stan")),
    Flow(
        "regulations",
        (_first_login_of(EXPIRED, "ikp"),),
        press("Akceptuję i przechodzę do konta", lambda _: {"zgoda": "tak"}),
    ),
    Flow("resignation", (_first_login_of(EXPIRED, "ikp"),), press("Rezygnuję z logowania")),
    Flow(
        "mojeikp_pin",
        (_first_login_of(EXPIRED, "mojeikp"),),
        press("Zapisz PIN", lambda _: {"pin": APP_PIN, "pin_again": APP_PIN}),
    ),
)
