"""Faults that only a phone shows."""

from datetime import timedelta

from ..kernel.faults import RuleReplaced, TemplateFault
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "phone.no_tile",
        "The narrow page has no tile to copy the code",
        "On a phone nobody can scan their own screen",
        "phone.tile",
        "article: the blue tile “Skopiuj kod”",
        TemplateFault(
            "login_mobywatel/code.html", 'data-copy="code">Skopiuj kod</button>', 'data-copy="code"></button>'
        ),
    ),
    CataloguedFault(
        "phone.qr_on_phone",
        "The narrow page shows the computer's instructions and QR too",
        "People are told to scan the screen they hold",
        "phone.tile",
        "article: two instructions",
        TemplateFault("login_mobywatel/code.html", 'class="on-computer"', 'class="everywhere"'),
    ),
    CataloguedFault(
        "phone.tile_not_blue",
        "The tile is not blue",
        "It is not the tile that the instructions tell of",
        "phone.tile",
        "article: niebieski kafelek",
        TemplateFault("login_mobywatel/code.html", "button full copy", "button second full"),
    ),
    CataloguedFault(
        "phone.wide_viewport",
        "Phones lay the page out like a computer's",
        "Phones show a QR that nobody can scan",
        "phone.tile",
        "article: kiedy logujesz się na komórce",
        TemplateFault("web/layout.html", "width=device-width, initial-scale=1", "width=1280"),
    ),
    CataloguedFault(
        "phone.login_lost_after_two_minutes",
        "A login is forgotten when the browser is left for more than two minutes",
        "Who looks for the app's password begins again",
        "phone.switch",
        "What goes wrong for people: switching apps on a phone loses the page",
        RuleReplaced("web.flow_in_time", lambda _: lambda opened_at, now: now < opened_at + timedelta(minutes=2)),
    ),
    CataloguedFault(
        "phone.page_sleeps_on",
        "The page does not notice what happened in the app",
        "The person is back and nothing moves",
        "phone.switch",
        "What goes wrong for people: switching apps on a phone loses the page",
        TemplateFault("login_mobywatel/code.html", "data-wait=", "data-waits="),
    ),
    CataloguedFault(
        "phone.upright_only",
        "The tile is there only while the phone is upright",
        "Who turns the phone sees a QR",
        "phone.rotate",
        "What must hold: rotating keeps it",
        TemplateFault("login_mobywatel/code.html", 'code.css"', 'code.css" media="(orientation: portrait)"'),
    ),
)
