"""The table of choices: where a person chooses on the way, among what, and how each option goes on to its end."""

from dataclasses import dataclass

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.second_try.stage import EXPIRED, FIRST, REVOKED, SECOND, Step, Tab
from e2e.second_try.steps import (
    BY_EDO_APP,
    BY_PUSH,
    BY_READER,
    BY_SMS,
    ON,
    approve,
    at_bank,
    begin_login,
    begin_own_sign_in,
    by_mojeid,
    by_profile_bank,
    can,
    cooperative,
    hold,
    lay,
    number_on_phone,
    pin,
    pin_on_phone,
    press,
    press_on_phone,
    scan,
)
from pages.login.methods import TILES

COOPERATIVES = {
    "dolnośląskie": ("Bank Spółdzielczy w Kłodzku", "Bank Spółdzielczy w Oławie"),
    "łódzkie": ("Bank Spółdzielczy w Skierniewicach", "Bank Spółdzielczy w Zgierzu"),
    "podlaskie": ("Bank Spółdzielczy w Suwałkach", "Bank Spółdzielczy w Łomży"),
    "świętokrzyskie": ("Bank Spółdzielczy w Kielcach", "Bank Spółdzielczy w Pińczowie"),
}
"""Some of the voivodeships, with their banks; what each offers is another story."""
GROUP = "bps"


@dataclass(frozen=True)
class Option:
    """What can be chosen.

    Attributes:
        name: of the option, as a failure tells it.
        steps: from the choice itself to the end.
        identifies: whether the end is a person who is known.
    """

    name: str
    steps: tuple[Step, ...]
    identifies: bool = True


@dataclass(frozen=True)
class Choice:
    """Where somebody chooses.

    Attributes:
        name: what is chosen.
        reach: the steps as far as the page where one chooses.
        options: what can be chosen there.
        manners: in which manners somebody may choose again; the names of ``manners.MANNERS``.
        on_phone: whether one chooses on the phone, in the eDO App.
        alike: whether the options are many of one kind, so that by default each is tried in one manner only.
    """

    name: str
    reach: tuple[Step, ...]
    options: tuple[Option, ...]
    manners: tuple[str, ...] = ("back_at_once", "back_at_the_end", "other_tab_ends")
    on_phone: bool = False
    alike: bool = False

    def address(self, tab: Tab) -> str:
        """Of the page where one chooses."""
        return (tab.handset if self.on_phone else tab.computer).address

    def go_back(self, tab: Tab, address: str) -> None:
        """Show that page again."""
        (tab.handset if self.on_phone else tab.computer).open(address)


_TO_PROFILE = (begin_login, press(TILES["trusted_profile"]))
_TO_MOJEID = (begin_login, press(TILES["mojeid"]))
_TO_ID_CARD = (begin_login, press(TILES["id_card"]))
_ANY_TAB = ("back_at_once", "back_at_the_end", "given_up", "other_tab_ends", "first_tab_is_refused")

METHOD = Choice(
    "method",
    (begin_login,),
    (
        Option("trusted_profile", (press(TILES["trusted_profile"]), *BY_SMS)),
        Option("mojeid", (press(TILES["mojeid"]), *by_mojeid(MOJEID_BANKS["ing"], "ing", SECOND))),
        Option("id_card", (press(TILES["id_card"]), *BY_READER)),
        Option("mobywatel", (press(TILES["mobywatel"]), scan, approve)),
    ),
    ("back_at_once", "back_at_the_end", "given_up", "other_tab_ends", "first_tab_is_refused"),
)
PROFILE_BANK = Choice(
    "bank of the trusted profile",
    _TO_PROFILE,
    tuple(Option(bank, by_profile_bank(tile, bank, FIRST)) for bank, tile in TRUSTED_PROFILE_BANKS.items()),
    _ANY_TAB,
    alike=True,
)
MOJEID_BANK = Choice(
    "bank of mojeID",
    _TO_MOJEID,
    tuple(Option(bank, by_mojeid(tile, bank, FIRST)) for bank, tile in MOJEID_BANKS.items() if bank != GROUP),
    _ANY_TAB,
    alike=True,
)
COOPERATIVE = Choice(
    "cooperative bank",
    (*_TO_MOJEID, press(MOJEID_BANKS[GROUP])),
    tuple(
        Option(name, (cooperative(voivodeship, name), at_bank(GROUP, FIRST), press("Wyrażam zgodę")))
        for voivodeship, names in COOPERATIVES.items()
        for name in names
    ),
    _ANY_TAB,
    alike=True,
)
KIND_OF_BANK = Choice(
    "kind of bank at mojeID",
    _TO_MOJEID,
    (
        Option("commercial", by_mojeid(MOJEID_BANKS["ing"], "ing", FIRST)),
        Option(
            "cooperative",
            (
                press(MOJEID_BANKS[GROUP]),
                cooperative(*next((voivodeship, names[0]) for voivodeship, names in COOPERATIVES.items())),
                at_bank(GROUP, FIRST),
                press("Wyrażam zgodę"),
            ),
        ),
        Option("another commercial", by_mojeid(MOJEID_BANKS["mbank"], "mbank", FIRST)),
    ),
    ("back_at_once", "back_at_the_end", "other_tab_ends"),
)
CONFIRMATION = Choice(
    "person and confirmation",
    _TO_PROFILE,
    (
        Option("first by SMS", BY_SMS),
        Option("second by push", BY_PUSH),
        Option("second by bank", by_profile_bank(TRUSTED_PROFILE_BANKS["ing"], "ing", SECOND)),
    ),
)
MOJEID_PERSON = Choice(
    "person at mojeID",
    _TO_MOJEID,
    tuple(Option(name, by_mojeid(MOJEID_BANKS["ing"], "ing", name)) for name in (FIRST, SECOND)),
    _ANY_TAB,
)
OWN_ACCOUNT = Choice(
    "person at pz.gov.pl",
    (begin_own_sign_in,),
    (Option("first by SMS", BY_SMS), Option("second by push", BY_PUSH)),
)
WAY_OF_ID_CARD = Choice("way of e-dowód", _TO_ID_CARD, (Option("reader", BY_READER), Option("eDO App", BY_EDO_APP)))


def _no_card() -> Step:
    return press(ON, lambda _: {"number": "ABC000000"})


CARD_AT_READER = Choice(
    "card at the reader",
    (*_TO_ID_CARD, BY_READER[0]),
    (
        *(Option(name, (lay(name), can(name), pin(name))) for name in (FIRST, SECOND)),
        *(Option(name, (lay(name), can(name)), identifies=False) for name in (EXPIRED, REVOKED)),
        Option("none", (_no_card(),), identifies=False),
    ),
)
CARD_AT_PHONE = Choice(
    "card at the phone",
    (*_TO_ID_CARD, BY_EDO_APP[0], number_on_phone),
    (
        *(Option(name, (hold(name), pin_on_phone(name))) for name in (FIRST, SECOND)),
        *(Option(name, (hold(name),), identifies=False) for name in (EXPIRED, REVOKED)),
        Option(
            "none",
            (
                press_on_phone(ON, lambda stage: {"can": stage.card(FIRST).can}),
                press_on_phone(ON, lambda _: {"number": "ABC000000"}),
            ),
            identifies=False,
        ),
    ),
    on_phone=True,
)
CHOICES = (
    METHOD,
    PROFILE_BANK,
    MOJEID_BANK,
    COOPERATIVE,
    KIND_OF_BANK,
    CONFIRMATION,
    MOJEID_PERSON,
    OWN_ACCOUNT,
    WAY_OF_ID_CARD,
    CARD_AT_READER,
    CARD_AT_PHONE,
)
