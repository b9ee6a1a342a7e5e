"""The same table for what is read, typed or answered: codes, numbers and pushes."""

from e2e.second_try.roads import TO_ID_CARD, TO_MOBYWATEL, TO_PROFILE, Come, Edge, Road, login_that_waits, nothing_else
from e2e.second_try.stage import SECOND, Stage, Step
from e2e.second_try.steps import (
    BY_EDO_APP,
    BY_PUSH,
    BY_SMS,
    ON,
    approve,
    approve_push,
    notice,
    opened_app,
    scan,
)
from pages.edo_app.card import EdoCanPage
from pages.mobywatel.app import ConsentScreen

CODE = 5 * 60


def _poll(reach: tuple[Step, ...], ending: str, expected: str) -> Road:
    """What the script of a waiting page is told."""

    def road(stage: Stage) -> Come:
        tab = stage.new_tab().do(*reach)
        return lambda: tab.computer.read(tab.computer.address + ending).json()["status"] == expected

    return road


def _page(reach: tuple[Step, ...], status: str) -> Road:
    """What a waiting page shows when it is loaded again."""

    def road(stage: Stage) -> Come:
        tab = stage.new_tab().do(*reach)
        return lambda: bool(tab.do(notice).computer.page.xpath("//*[@data-status=$status]", status=status))

    return road


def _typed_into_app(stage: Stage) -> Come:
    tab = stage.new_tab().do(*TO_MOBYWATEL)
    code = tab.computer.text_of("//output[@id='code']")

    def come() -> bool:
        app = opened_app(stage, SECOND).open(stage.world.url("mobywatel", "/kod-qr/wpisz"))
        return app.press(ON, code=code).heading == ConsentScreen.heading

    return come


def _consent_in_app(stage: Stage) -> Come:
    tab = stage.new_tab().do(*TO_MOBYWATEL)
    app = opened_app(stage, SECOND).open(stage.world.url("mobywatel", "/kod-qr/wpisz"))
    app.press(ON, code=tab.computer.text_of("//output[@id='code']"))

    def come() -> bool:
        app.press("Udostępnij dane")
        return tab.do(notice).signed_in() is not None

    return come


def _push_in_app(stage: Stage) -> Come:
    tab = stage.new_tab().do(*TO_PROFILE, BY_PUSH[0])
    app = opened_app(stage, SECOND)
    app.open(stage.world.url("mobywatel", f"/powiadomienia/{tab.app.last_push().id}"))

    def come() -> bool:
        app.press("Zatwierdź")
        return tab.do(notice).signed_in() is not None

    return come


def _number_typed(stage: Stage) -> Come:
    tab = stage.new_tab().do(*TO_ID_CARD, BY_EDO_APP[0])
    number = tab.computer.text_of("//output")

    def come() -> bool:
        tab.handset.open(stage.world.url("edo-app", "/wpisz")).press(ON, number=number)
        return bool(tab.handset.page.xpath("//button[normalize-space()='POTWIERDZAM']"))

    return come


def _confirmed_in_app(stage: Stage) -> Come:
    tab = stage.new_tab().do(*TO_ID_CARD, BY_EDO_APP[0])
    tab.handset.open(stage.world.url("edo-app", "/wpisz")).press(ON, number=tab.computer.text_of("//output"))
    return lambda: tab.handset.press("POTWIERDZAM").heading == EdoCanPage.heading


MOBYWATEL_CODE = Edge(
    "code of mObywatel",
    CODE,
    {
        "read": login_that_waits(TO_MOBYWATEL, scan, approve, prepare=nothing_else),
        "typed": _typed_into_app,
        "approved": login_that_waits((*TO_MOBYWATEL, scan), approve, prepare=nothing_else),
        "consent": _consent_in_app,
        "page": _page(TO_MOBYWATEL, "shown"),
        "poll": _poll(TO_MOBYWATEL, "/stan", "shown"),
        "page_of_read": _page((*TO_MOBYWATEL, scan), "read"),
        "poll_of_read": _poll((*TO_MOBYWATEL, scan), "/stan", "read"),
    },
)
EDO_CODE = Edge(
    "code of e-dowód",
    CODE,
    {
        "number": _number_typed,
        "confirmed": _confirmed_in_app,
        "pin": login_that_waits((*TO_ID_CARD, *BY_EDO_APP[:3]), BY_EDO_APP[3], prepare=nothing_else),
        "page": _page((*TO_ID_CARD, BY_EDO_APP[0]), "shown"),
        "poll": _poll((*TO_ID_CARD, BY_EDO_APP[0]), "/stan", "shown"),
    },
)
SMS = Edge("SMS code", CODE, {"page": login_that_waits((*TO_PROFILE, BY_SMS[0]), BY_SMS[1], prepare=nothing_else)})
PUSH = Edge(
    "push",
    CODE,
    {
        "answer": login_that_waits((*TO_PROFILE, BY_PUSH[0]), approve_push, prepare=nothing_else),
        "app": _push_in_app,
        "page": _page((*TO_PROFILE, BY_PUSH[0]), "waiting"),
        "poll": _poll((*TO_PROFILE, BY_PUSH[0]), "/status", "waiting"),
    },
)
CODE_EDGES = (MOBYWATEL_CODE, EDO_CODE, SMS, PUSH)
