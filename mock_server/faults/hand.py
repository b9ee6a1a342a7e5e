"""Faults of what a person does by hand: carry a code, point a camera, read what came."""

from datetime import timedelta

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.inbox import PushState
from ..sites.mobywatel import rules as mobywatel
from ..sites.mobywatel.decoder import reads_pictures
from .entry import Row, breaking
from .headers import header
from .page import ScriptChanged, restyled
from .replacing import always, replaced

_CODE = "login_mobywatel/code.html"
_AS_ON_A_PHONE = "{ .on-computer { display: none } .on-phone { display: block } }"
_SCAN, _READS = "/own/scan.js", "if (text) handOver(text);\n  else "


def _page(css: str) -> ResponseChanged:
    return ResponseChanged("login-mobywatel", "/.*", restyled(css))


def _scan(old: str, new: str) -> ResponseChanged:
    return ResponseChanged("mobywatel", _SCAN, ScriptChanged("scan.js", old, new))


_CARRIED = breaking(
    "hand.carried",
    "WCAG 1.1.1; facts: one token that is both payload and copyable code",
    Row(
        "hand.no_code_at_a_computer",
        "At a computer there is only the QR",
        "A blind person cannot log in by mObywatel at all",
        TemplateFault(_CODE, '<details class="on-computer by-hand">', '<details class="on-phone by-hand">'),
    ),
    Row(
        "hand.code_cannot_be_marked",
        "The code that is opened at a computer cannot be marked",
        "Where no script may copy, nobody can",
        _page(".by-hand .code { user-select: none }"),
    ),
    Row(
        "hand.way_to_the_phone_untold",
        "The page does not say how the code gets to the phone",
        "The code is in the computer's clipboard, and there it stays",
        TemplateFault(_CODE, "Wyślij go na swój telefon, na przykład", "Użyj go, na przykład"),
    ),
)

_ZOOMED = breaking(
    "hand.zoomed",
    "WCAG 1.4.4",
    Row(
        "hand.qr_gone_at_175",
        "At 175 % zoom the page of a computer takes itself for a phone's",
        "Whoever sees badly is told to paste a code into an app that is elsewhere",
        _page(f"@media (width < 768px) {_AS_ON_A_PHONE}"),
    ),
    Row(
        "hand.qr_gone_in_a_low_window",
        "A low window is taken for a phone on its side, though nobody touches it",
        "At 200 % zoom the QR is gone",
        _page(f"@media (max-height: 480px) and (max-width: 1024px) {_AS_ON_A_PHONE}"),
    ),
    Row(
        "hand.qr_higher_than_the_window",
        "The QR is as wide as the page, however low the window",
        "Enlarged, no more than a part of the QR is ever on the screen",
        _page(".qr svg { width: 100% }"),
    ),
    Row(
        "hand.qr_on_every_width",
        "The page shows the QR however narrow the window",
        "On a phone people are told to scan the screen they hold",
        _page("@media (width < 640px) { .on-computer { display: block } .on-phone { display: none } }"),
        source="facts: at 460 and 600 px the code",
    ),
)

_CAMERA = breaking(
    "hand.camera",
    "article: zeskanuj telefonem kod ze strony",
    Row(
        "hand.camera_forbidden",
        "The screen that scans forbids itself the camera",
        "The person allows it, and the browser does not",
        ResponseChanged("mobywatel", "/kod-qr/skanuj", header("permissions-policy", "camera=()")),
    ),
    Row(
        "hand.looks_back_at_its_owner",
        "The app asks for the camera on the side of the screen",
        "The phone shows its owner's face, and never the code",
        _scan('facingMode: "environment"', 'facingMode: "user"'),
    ),
    Row(
        "hand.looks_once",
        "The app looks at the first picture of the camera, and at no other",
        "The code must be in focus before the camera is on",
        _scan(f"{_READS}requestAnimationFrame(look);", "if (text) handOver(text);"),
    ),
    Row(
        "hand.seen_code_goes_nowhere",
        "What the camera reads is dropped",
        "The phone is held before the code for ever",
        _scan(f"{_READS}requestAnimationFrame(look);", "requestAnimationFrame(look);"),
    ),
    Row(
        "hand.camera_fails_silently",
        "Where there is no camera, or none that may be used, the app says nothing",
        "The person presses the button again and again",
        _scan('say("refused");', ""),
    ),
    Row(
        "hand.decoder_forgotten",
        "The app does not know that it has what reads codes",
        "The camera is there, and only typing is offered",
        replaced(reads_pictures, lambda: False),
    ),
)

_PICTURE = breaking(
    "hand.picture",
    "behaviour: Code and QR",
    Row(
        "hand.picture_is_not_read",
        "A chosen picture is taken for one without a code",
        "Whoever has no camera has made a screenshot for nothing",
        _scan(f'{_READS}say("nothing");', 'say("nothing");'),
    ),
    Row(
        "hand.picture_without_code_is_silent",
        "Of a picture without a code nothing is said",
        "The person waits for what never comes",
        _scan(f'{_READS}say("nothing");', "if (text) handOver(text);"),
    ),
)

_PUSH = breaking(
    "hand.push",
    "behaviour: SMS and push",
    Row(
        "hand.push_comes_unseen",
        "The opened app does not notice what comes",
        "The computer waits for an answer to a push that nobody sees",
        TemplateFault("mobywatel/app.html", 'data-status="/nowe"', 'data-status="/nowe/nie-ma"'),
    ),
    Row(
        "hand.open_list_stands_still",
        "The open list of pushes stays as it was",
        "The person looks at an empty list, and the push waits",
        TemplateFault("mobywatel/pushes.html", "data-part=", "data-parts="),
    ),
    Row(
        "hand.push_is_not_announced",
        "That a push came is only painted",
        "Whoever cannot see misses it",
        TemplateFault("mobywatel/app.html", ' aria-live="polite"', ""),
        source="WCAG 4.1.3",
    ),
    Row(
        "hand.badge_counts_answered",
        "The badge goes on counting what was answered",
        "The person looks for what is not there",
        replaced(mobywatel.push_is_counted, lambda state, expires_at, now: now < expires_at),
    ),
    Row(
        "hand.badge_counts_expired",
        "The badge counts pushes whose time is over",
        "The person answers, and is told that it is too late",
        replaced(mobywatel.push_is_counted, lambda state, expires_at, now: state is PushState.WAITING),
    ),
    Row(
        "hand.badge_gone_a_second_early",
        "The badge drops a push in its last second",
        "What could still be answered is not shown any more",
        replaced(
            mobywatel.push_is_counted,
            lambda state, expires_at, now: mobywatel.push_is_counted.true(
                state, expires_at - timedelta(seconds=1), now
            ),
        ),
    ),
)

_SMS = breaking(
    "hand.sms",
    "behaviour: SMS and push",
    Row(
        "hand.sms_of_everybody",
        "A phone shows the SMS to other phones too",
        "A stranger reads the code",
        always(mobywatel.sms_is_own, True),
    ),
    Row(
        "hand.sms_missing",
        "No SMS is taken for the phone's own",
        "The code was sent, and the person never sees it",
        always(mobywatel.sms_is_own, False),
    ),
    Row(
        "hand.oldest_sms_first",
        "The oldest SMS is on top",
        "The person types a code that is dead",
        TemplateFault("mobywatel/messages.html", "{% for sms in messages %}", "{% for sms in messages | reverse %}"),
    ),
)

FAULTS = (*_CARRIED, *_ZOOMED, *_CAMERA, *_PICTURE, *_PUSH, *_SMS)
