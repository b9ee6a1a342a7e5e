"""Faults of what a screen reader says by itself: of a change, of time, of a title; and of where it stands then."""

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.rules import true
from ..web.titles import tells_an_error
from .entry import Row, breaking
from .page import ScriptChanged, restyled, scripted
from .replacing import replaced

_LAYOUT, _CODE, _METHODS = "web/layout.html", "login_mobywatel/code.html", "login/methods.html"
_EDO, _PUSH, _READING, _SMS = "e_dowod/code.html", "pz/push.html", "czytnik/reading.html", "pz/sms.html"
_WAITS = "<p>{% trans %}Czekamy na potwierdzenie w aplikacji.{% endtrans %}"
_KEEPS = "if (focused.isConnected) return;"


def _waiting(site: str, old: str, new: str) -> ResponseChanged:
    """The pages of a site that wait do so otherwise."""
    return ResponseChanged(site, "/static/wait.js", ScriptChanged("wait.js", old, new))


_STATUS = breaking(
    "access.status",
    "WCAG 4.1.3",
    Row(
        "access.notice_is_silent",
        "Notices are only painted, not announced",
        "A screen reader does not tell that the login was interrupted",
        TemplateFault(_LAYOUT, ' role="status" tabindex="-1" autofocus>{{ notice }}', ' role="status">{{ notice }}'),
    ),
    Row(
        "access.copying_is_silent",
        "That the code was copied is only painted",
        "Whoever cannot see presses the tile again and again",
        TemplateFault(_CODE, '<p role="status"></p>', "<p></p>"),
    ),
    Row(
        "access.waiting_for_mobywatel_is_silent",
        "The page with the code does not announce that it waits",
        "A screen reader does not tell that the phone has read the code",
        TemplateFault(_CODE, ' role="status" data-part', " data-part"),
    ),
    Row(
        "access.waiting_for_edo_app_is_silent",
        "The page with the number for the eDO App does not announce that it waits",
        "A screen reader does not tell that the code has expired",
        TemplateFault(_EDO, ' role="status" data-part', " data-part"),
    ),
    Row(
        "access.waiting_for_the_push_is_silent",
        "The page that waits for a push does not announce it",
        "Whoever cannot see does not know that their phone is asked",
        TemplateFault(_PUSH, ' role="status" data-part', " data-part"),
    ),
    Row(
        "access.reader_is_silent",
        "The reader does not announce that it reads",
        "Whoever cannot see takes the card away too early",
        TemplateFault(_READING, ' role="status" tabindex="-1" autofocus', ' role="status"'),
    ),
    Row(
        "access.resent_code_is_silent",
        "That a new SMS code was sent is not announced in the dialog",
        "People type the old code",
        TemplateFault(_SMS, ', notice="code-notice" if notice and not error', ""),
    ),
    Row(
        "access.region_comes_with_its_text",
        "The live region of the code page is put there anew with each text",
        "What a reader has not seen empty or otherwise it does not announce",
        _waiting("login-mobywatel", "part.replaceChildren(...now.childNodes)", "part.replaceWith(now)"),
    ),
    Row(
        "access.region_is_hidden",
        "The live region of the eDO App's page is hidden from readers",
        "The text changes for the eye alone",
        TemplateFault(_EDO, ' role="status" data-part', ' role="status" aria-hidden="true" data-part'),
    ),
    Row(
        "access.region_comes_when_it_speaks",
        "mObywatel's live region is there only while it holds a text",
        "Whoever cannot see does not learn that a push came",
        ResponseChanged("mobywatel", "/.*", restyled(".news:empty { display: none }")),
    ),
    Row(
        "access.change_is_told_twice",
        "A second live region tells that the code was read",
        "A reader says everything twice, and what is important is lost in it",
        TemplateFault(
            _CODE,
            '<div id="code-to-read" data-part>',
            '<p class="skip" role="status" id="again" data-part>{{ "Telefon ma kod." if state == "read" }}</p>'
            '<div id="code-to-read" data-part>',
        ),
    ),
    Row(
        "access.whole_page_is_announced",
        "The whole page that waits for a push is one live region",
        "At a change a reader begins the page again, over what it has to say",
        TemplateFault(
            _PUSH,
            "{% block content %}",
            '{% block main_class %}narrow" aria-live="polite{% endblock %}{% block content %}',
        ),
    ),
)

_COUNTDOWN = breaking(
    "access.countdown",
    "WCAG 4.1.3, 2.2.1",
    Row(
        "access.countdown_ticks_aloud",
        "The time that is left stands in the live region of the code page",
        "A reader speaks each second, and nothing else can be heard",
        TemplateFault(_CODE, _WAITS, _WAITS + " {{ flow.code.expires_at | countdown(now) }}"),
    ),
    Row(
        "access.timer_is_live",
        "The time that is left is a live region of its own on the eDO App's page",
        "A reader speaks each second while the number is to be typed",
        TemplateFault(_EDO, '<p role="timer">', '<p role="timer" aria-live="polite">'),
    ),
    Row(
        "access.time_left_untold",
        "The time that is left is not shown on the code page",
        "The person learns that there was an end when it is over",
        TemplateFault(_CODE, '<p role="timer">', '<p role="timer" hidden>'),
    ),
)

_KEPT = breaking(
    "access.kept",
    "WCAG 3.2.5, 2.4.3",
    Row(
        "access.focus_lost_on_change",
        "When what had the focus goes, the focus is nowhere",
        "Whoever uses the keyboard begins again at the top",
        _waiting("login-mobywatel", _KEEPS, "return;"),
    ),
    Row(
        "access.focus_jumps_on_change",
        "At each change the focus jumps to the heading of the page that waits for a push",
        "Whoever was about to cancel presses Enter, and nothing happens",
        _waiting("pz", _KEEPS, ""),
    ),
    Row(
        "access.whole_document_replaced",
        "The eDO App's page is loaded anew at each change",
        "A reader begins the page again, and the focus is gone",
        _waiting("e-dowod", "|| change()", "|| leave()"),
    ),
    Row(
        "access.scroll_lost_on_change",
        "At each change the page that waits for a push begins at its top",
        "On a small screen the button moves from under the finger",
        _waiting("pz", "const focused =", "scrollTo(0, 0);\n  const focused ="),
    ),
)

_TITLES = breaking(
    "access.titles",
    "WCAG 2.4.2; GOV.UK Design System: validation",
    Row(
        "access.titles_keep_fields_quiet",
        "The title does not tell an error that belongs to a field",
        "Whoever hears the title believes that the form was taken",
        replaced(tells_an_error, lambda status, source: 'role="alert"' in source),
    ),
    Row(
        "access.titles_know_refusals_alone",
        "Only an answer that refuses tells an error in its title, not a page that one is led to",
        "That the card is locked is not said first",
        replaced(tells_an_error, lambda status, source: status >= 400),
    ),
    Row(
        "access.titles_take_notices_for_errors",
        "A page with a notice has “Błąd:” in its title",
        "Who has gone back on purpose is told that something went wrong",
        replaced(
            tells_an_error,
            lambda status, source: 'class="notice"' in source or true(tells_an_error)(status, source),
        ),
    ),
)

_BANNER = breaking(
    "access.banner",
    "WCAG 2.4.3",
    Row(
        "access.banner_takes_the_focus_along",
        "With the cookie banner the focus goes too",
        "Whoever cannot see does not know where they are",
        TemplateFault(_METHODS, ' tabindex="-1" autofocus', ""),
    ),
    Row(
        "access.banner_leaves_the_focus_at_the_end",
        "After the cookie banner the focus is on “Anuluj”",
        "The methods lie behind, and Enter gives the login up",
        ResponseChanged(
            "login",
            "/.*",
            scripted("addEventListener('load', () => document.querySelector('.actions button').focus());"),
        ),
    ),
)

_DIALOG = breaking(
    "access.dialog",
    "WCAG 1.4.10, 1.4.11",
    Row(
        "access.veil_dropped_in_forced_colours",
        "Where the person forces colours, nothing lies between the SMS dialog and the form",
        "The form looks as if it could be filled in, and cannot",
        ResponseChanged("pz", "/.*", restyled("@media (forced-colors: active) { .veil { background: none } }")),
    ),
    Row(
        "access.dialog_without_edge_in_forced_colours",
        "Where the person forces colours, the SMS dialog has no edge",
        "Nobody sees where the dialog ends and the form begins",
        ResponseChanged("pz", "/.*", restyled("@media (forced-colors: active) { .veil dialog[open] { border: 0 } }")),
    ),
    Row(
        "access.dialog_cut_off_at_its_top",
        "In a low window the top of the SMS dialog lies above the window",
        "No scrolling reaches what is to be confirmed",
        ResponseChanged(
            "pz", "/.*", restyled("@media (max-height: 26rem) { .veil dialog[open] { margin-top: -8rem } }")
        ),
    ),
    Row(
        "access.dialog_stands_still_in_a_low_window",
        "In a low window the SMS dialog does not scroll",
        "The code is typed, and what sends it is below the window",
        ResponseChanged("pz", "/.*", restyled("@media (max-height: 26rem) { .veil { overflow: hidden } }")),
    ),
)

FAULTS = (*_STATUS, *_COUNTDOWN, *_KEPT, *_TITLES, *_BANNER, *_DIALOG)
