"""Faults that only a phone shows."""

from datetime import timedelta

from ..kernel.faults import ResponseChanged, TemplateFault
from ..web import rules as web
from .entry import Row, breaking
from .page import restyled
from .replacing import replaced

FAULTS = (
    *breaking(
        "phone.tile",
        "article: the blue tile “Skopiuj kod”",
        Row(
            "phone.no_tile",
            "The narrow page has no tile to copy the code",
            "On a phone nobody can scan their own screen",
            TemplateFault("login_mobywatel/code.html", ">{% trans %}Skopiuj kod{% endtrans %}</button>", "></button>"),
        ),
        Row(
            "phone.qr_on_phone",
            "The narrow page shows the computer's instructions and QR too",
            "People are told to scan the screen they hold",
            TemplateFault("login_mobywatel/code.html", 'class="on-computer"', 'class="everywhere"'),
            source="article: two instructions",
        ),
        Row(
            "phone.tile_not_blue",
            "The tile is not blue",
            "It is not the tile that the instructions tell of",
            TemplateFault("login_mobywatel/code.html", "button full copy", "button second full"),
            source="article: niebieski kafelek",
        ),
        Row(
            "phone.wide_viewport",
            "Phones lay the page out like a computer's",
            "Phones show a QR that nobody can scan",
            TemplateFault("web/layout.html", "width=device-width, initial-scale=1", "width=1280"),
            source="article: kiedy logujesz się na komórce",
        ),
    ),
    *breaking(
        "phone.words",
        "article: on a phone the code is copied, on a computer the QR is scanned",
        Row(
            "phone.tile_speaks_of_a_qr",
            "On a phone the tile of mObywatel tells to scan a QR",
            "People look for a QR that no phone shows, and choose another method",
            ResponseChanged(
                "login", "/.*", restyled(".tile .on-computer { display: inline } .tile .phone-only { display: none }")
            ),
        ),
        Row(
            "phone.button_speaks_of_a_qr",
            "On a phone the button offers a new QR",
            "Who wants a new code does not find how to get one",
            TemplateFault("login_mobywatel/code.html", "%}Odśwież kod{%", "%}Odśwież kod QR{%"),
        ),
        Row(
            "phone.computer_is_told_to_copy",
            "At a computer the tile of mObywatel tells to copy a code",
            "People do not learn that they can scan",
            TemplateFault("login/methods.html", '"on-computer">{{ item.line }}', '"on-computer">{{ item.phone_line }}'),
        ),
    ),
    *breaking(
        "phone.switch",
        "What goes wrong for people: switching apps on a phone loses the page",
        Row(
            "phone.login_lost_after_two_minutes",
            "A login is forgotten when the browser is left for more than two minutes",
            "Who looks for the app's password begins again",
            replaced(web.flow_in_time, lambda opened_at, now: now < opened_at + timedelta(minutes=2)),
        ),
        Row(
            "phone.page_sleeps_on",
            "The page does not notice what happened in the app",
            "The person is back and nothing moves",
            TemplateFault("login_mobywatel/code.html", "data-wait=", "data-waits="),
        ),
    ),
    *breaking(
        "phone.rotate",
        "What must hold: rotating keeps it",
        Row(
            "phone.upright_only",
            "The tile is there only while the phone is upright",
            "Who turns the phone sees a QR",
            TemplateFault("login_mobywatel/code.html", 'phone.css"', 'phone.css" media="(orientation: portrait)"'),
        ),
    ),
)
