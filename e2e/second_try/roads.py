"""The table of rules that are reached by several roads: until when each holds, and every road on which it is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.model.places import Place
from e2e.second_try.stage import FIRST, SECOND, Stage, Step, Tab
from e2e.second_try.steps import (
    BY_EDO_APP,
    BY_PUSH,
    BY_READER,
    BY_SMS,
    approve,
    approve_push,
    begin_login,
    by_mojeid,
    by_profile_bank,
    notice,
    press,
    scan,
)
from fixtures.control_phone import PhoneRefused
from fixtures.polish_time import WARSAW
from pages.base import BasePage
from pages.czytnik.reader import ReaderPinPage
from pages.edo_app.card import EdoPinPage
from pages.login.methods import TILES
from pages.pz.confirming import SmsDialog

Come = Callable[[], bool]
"""Comes by a road at which one waits already; tells whether it is still open."""
Road = Callable[[Stage], Come]

MINUTE = 60
PROFILE, CARD = 100, 200
"""Seconds before their end at which profile and card are used; the choice of the tests."""


@dataclass(frozen=True)
class Edge:
    """What holds until a moment, and no longer.

    Attributes:
        name: of the rule.
        holds: seconds from where one waits to that moment.
        roads: each road, by a name.
    """

    name: str
    holds: int
    roads: dict[str, Road]


def _signed_in_after(tab: Tab, *steps: Step) -> Come:
    def come() -> bool:
        try:
            tab.do(*steps)
        except PhoneRefused:
            return False
        return tab.signed_in() is not None

    return come


def login_that_waits(reach: tuple[Step, ...], *rest: Step, prepare: Callable[[Stage], None]) -> Road:
    """A login that waits in the middle of its way."""

    def road(stage: Stage) -> Come:
        prepare(stage)
        return _signed_in_after(stage.new_tab().do(*reach), *rest)

    return road


def _profiles_end(stage: Stage) -> None:
    until = stage.world.now() + timedelta(seconds=PROFILE)
    for name in (FIRST, SECOND):
        stage.world.change_person(stage.people[name].pesel, trusted_profile={"valid_until": until.isoformat()})


def _card_ends(stage: Stage) -> None:
    """It is shortly before midnight in Poland, and the last day of the card."""
    today = stage.world.now().astimezone(WARSAW).date()
    midnight = datetime.combine(today + timedelta(days=1), time(), WARSAW)
    stage.world.set_clock(midnight - timedelta(seconds=CARD))
    stage.world.change_person(stage.people[FIRST].pesel, id_card={"valid_until": today.isoformat()})
    stage.world.set_reader(0)


def _slow_card_ends(stage: Stage) -> None:
    _card_ends(stage)
    stage.world.set_reader(CARD - 1)


def nothing_else(_stage: Stage) -> None:
    """Nothing else ends."""


def _heading(reach: tuple[Step, ...], step: Step, then: type[BasePage], prepare: Callable[[Stage], None]) -> Road:
    """A step that leads to this page, on the computer or on the phone."""

    def road(stage: Stage) -> Come:
        prepare(stage)
        tab = stage.new_tab().do(*reach)

        def come() -> bool:
            tab.do(step)
            return any(Place(then).is_headed(one.heading) for one in (tab.computer, tab.handset))

        return come

    return road


TO_PROFILE = (begin_login, press(TILES["trusted_profile"]))
TO_MOJEID = (begin_login, press(TILES["mojeid"]))
TO_ID_CARD = (begin_login, press(TILES["id_card"]))
TO_MOBYWATEL = (begin_login, press(TILES["mobywatel"]))
_BY_BANK = by_profile_bank(TRUSTED_PROFILE_BANKS["ing"], "ing", FIRST)


def _approve_only(tab: Tab) -> None:
    tab.app.approve_push()


PROFILE_IN_DATE = Edge(
    "profile",
    PROFILE,
    {
        "password": _heading(TO_PROFILE, BY_SMS[0], SmsDialog, _profiles_end),
        "code": login_that_waits((*TO_PROFILE, BY_SMS[0]), BY_SMS[1], prepare=_profiles_end),
        "push": login_that_waits((*TO_PROFILE, BY_PUSH[0]), approve_push, prepare=_profiles_end),
        "approved_push": login_that_waits((*TO_PROFILE, BY_PUSH[0], _approve_only), notice, prepare=_profiles_end),
        "bank": login_that_waits((*TO_PROFILE, *_BY_BANK[:2]), _BY_BANK[2], prepare=_profiles_end),
    },
)
CARD_IN_DATE = Edge(
    "card",
    CARD,
    {
        "reader_can": _heading((*TO_ID_CARD, *BY_READER[:2]), BY_READER[2], ReaderPinPage, _card_ends),
        "reader_pin": login_that_waits((*TO_ID_CARD, *BY_READER[:3]), BY_READER[3], prepare=_card_ends),
        "slow_reader": login_that_waits((*TO_ID_CARD, *BY_READER), notice, prepare=_slow_card_ends),
        "phone_card": _heading((*TO_ID_CARD, *BY_EDO_APP[:2]), BY_EDO_APP[2], EdoPinPage, _card_ends),
        "phone_pin": login_that_waits((*TO_ID_CARD, *BY_EDO_APP[:3]), BY_EDO_APP[3], prepare=_card_ends),
    },
)


def _answer_held(reach: tuple[Step, ...], last: Step, to: str) -> Road:
    """One site's answer to another, which the browser holds before it delivers it."""

    def road(stage: Stage) -> Come:
        tab = stage.new_tab().do(*reach)
        tab.computer.stop_at = stage.world.url(to, "/answered")
        tab.do(last)
        address, fields = tab.computer.form("")
        tab.computer.stop_at = None
        return lambda: tab.computer.post(address, **fields).status < 400

    return road


ANSWER = Edge(
    "answer of a site",
    2 * MINUTE,
    {
        "bank_to_profile": _answer_held((*TO_PROFILE, *_BY_BANK[:2]), _BY_BANK[2], "pz"),
        "bank_to_mojeid": _answer_held(
            (*TO_MOJEID, by_mojeid(MOJEID_BANKS["ing"], "ing", FIRST)[0]),
            by_mojeid(MOJEID_BANKS["ing"], "ing", FIRST)[1],
            "mojeid",
        ),
        "profile_to_hub": _answer_held((*TO_PROFILE, BY_SMS[0]), BY_SMS[1], "login"),
        "mobywatel_to_hub": _answer_held((*TO_MOBYWATEL, scan), approve, "login"),
        "reader_to_card": _answer_held((*TO_ID_CARD, *BY_READER[:3]), BY_READER[3], "e-dowod"),
    },
)
EDGES = (PROFILE_IN_DATE, CARD_IN_DATE, ANSWER)
