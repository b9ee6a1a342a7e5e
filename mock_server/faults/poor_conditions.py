"""Faults that only poor conditions show: a line that is slow or cut, a browser that will not, an unusual window."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import Row, breaking
from .page import ScriptChanged, restyled

_STATUS = "/static/status.js"
_COPY = "/own/copy.js"
_ON_CUT = "timer = setInterval(ask, 1000);"
"""How the page goes on where its stream breaks."""

_LINE = (
    *breaking(
        "trouble.stream",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.push_page_needs_a_stream",
            "The page that waits for a push knows only what a stream tells",
            "Behind a filter that refuses streams the person has approved, and nothing moves",
            ResponseChanged("pz", _STATUS, ScriptChanged("status.js", _ON_CUT, "")),
        ),
        Row(
            "trouble.asks_only_once",
            "Without a stream the page of the eDO App asks once, and never again",
            "What the app does later is not told",
            ResponseChanged("e-dowod", _STATUS, ScriptChanged("status.js", _ON_CUT, "ask();")),
        ),
        Row(
            "trouble.trusts_a_silent_stream",
            "The code page waits for ever for a stream that is held back on its way",
            "The phone has read the code, and the page does not know",
            ResponseChanged("login-mobywatel", _STATUS, ScriptChanged("status.js", "setInterval(ask, 10000)", "0")),
        ),
        Row(
            "trouble.session_needs_a_stream",
            "An account knows only what a stream tells of its session",
            "Behind a filter that refuses streams the session ends without a warning",
            ResponseChanged("ikp", _STATUS, ScriptChanged("status.js", _ON_CUT, "")),
        ),
    ),
    *breaking(
        "trouble.slow_line",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.second_press_sends_again",
            "What is pressed twice is sent twice",
            "On a slow line an impatient person meets a login that was used",
            TemplateFault("web/layout.html", '<script src="/static/once.js"></script>', ""),
        ),
        Row(
            "trouble.stopped_form_is_dead",
            "A form that the person stopped on its way cannot be sent again",
            "The button is pressed, and nothing happens any more",
            ResponseChanged("pz", "/static/once.js", ScriptChanged("once.js", '"navigateerror"', '"never"')),
        ),
        Row(
            "trouble.untold_stop_is_for_ever",
            "Where the browser tells nobody of a stop, the button is dead for good",
            "In Firefox the person presses, and nothing happens any more",
            ResponseChanged("pz", "/static/once.js", ScriptChanged("once.js", "10_000", "1e9")),
        ),
        Row(
            "trouble.patience_is_short",
            "A button that was pressed counts again before the slow line has answered",
            "An impatient person sends twice after all",
            ResponseChanged("pz", "/static/once.js", ScriptChanged("once.js", "10_000", "9_000")),
        ),
    ),
    *breaking(
        "trouble.clipboard",
        "article: the blue tile “Skopiuj kod”",
        Row(
            "trouble.copy_fails_silently",
            "The tile says nothing where the browser lets no script copy",
            "The person pastes something else into the app",
            ResponseChanged(
                "login-mobywatel", _COPY, ScriptChanged("copy.js", "said.textContent = button.dataset.failed;", "")
            ),
        ),
        Row(
            "trouble.code_is_not_marked",
            "Where copying fails the code is not marked for the person's own copy",
            "Whoever cannot hold a finger still does not get the code marked",
            ResponseChanged(
                "login-mobywatel", _COPY, ScriptChanged("copy.js", "getSelection().selectAllChildren(code);", "")
            ),
        ),
    ),
    *breaking(
        "trouble.no_scripts",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.copying_without_scripts",
            "The button that copies the code stands there without scripts, too",
            "Who presses it is told nothing, and has copied nothing",
            ResponseChanged("login-mobywatel", "/own/.*", restyled("[data-copy] { display: block !important }")),
        ),
        Row(
            "trouble.passing_on_has_no_button",
            "The page that passes a form on has no button",
            "Without scripts every login ends at a page that only promises to go on",
            TemplateFault(
                "web/auto_post.html",
                '<button class="button">{% trans %}Dalej{% endtrans %}</button>',
                "<button hidden></button>",
            ),
        ),
        Row(
            "trouble.push_page_has_no_link",
            "The page that waits for a push has no link for who has no scripts",
            "The person has approved, and nothing moves",
            TemplateFault("pz/push.html", ">{% trans %}Sprawdź{% endtrans %}</a>", "></a>"),
        ),
        Row(
            "trouble.reading_page_has_no_link",
            "The page of a card that is read has no link for who has no scripts",
            "The card was read, and nothing moves",
            TemplateFault("czytnik/reading.html", "<noscript>", '<noscript class="skip">'),
        ),
    ),
    *breaking(
        "trouble.back",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.card_gone_after_can",
            "The reader forgets the card when its CAN is asked for",
            "Who goes back to the CAN begins again with the card",
            TemplateFault("czytnik/can.html", 'action="/{{ flow.id }}/can"', 'action="/{{ flow.id }}/zdejmij"'),
        ),
        Row(
            "trouble.back_leads_nowhere",
            "The page about a used login has no way on",
            "Who went back stands before a page from which nothing leads",
            TemplateFault("web/error.html", "{% trans %}Przejdź do pacjent.gov.pl{% endtrans %}", ""),
        ),
        Row(
            "trouble.back_sends_again",
            "A page that passes a form on stays in the history as what it was the answer to",
            "Back asks whether to send the form again, or sends the person forward once more",
            TemplateFault("web/auto_post.html", 'data-behind="{{ behind }}"', 'data-behind=""'),
        ),
    ),
    *breaking(
        "trouble.thawed",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.reading_page_sleeps_on",
            "The page of a card that is read never asks, whatever became of its stream",
            "The tab slept, the card was read long ago, and the page says that it is being read",
            ResponseChanged("czytnik", _STATUS, ScriptChanged("status.js", "const seen = await", "return; await")),
        ),
    ),
    *breaking(
        "trouble.time_passes",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.number_outlives_its_time",
            "The page of the eDO App does not tell that its number has expired",
            "The person types a number that no app takes any more",
            ResponseChanged(
                "e-dowod",
                "/static/wait.js",
                ScriptChanged(
                    "wait.js", "status === box.dataset.status", '[box.dataset.status, "expired"].includes(status)'
                ),
            ),
        ),
    ),
)

_LOOKS = (
    *breaking(
        "trouble.window",
        "WCAG 1.4.10; behaviour: What goes wrong for people",
        Row(
            "trouble.no_code_on_a_tablet",
            "On a tablet only the QR shows",
            "Whose app is on the same tablet cannot scan its own screen",
            ResponseChanged(
                "login-mobywatel", "/.*", restyled("@media (min-width: 769px) { .on-phone { display: none } }")
            ),
            source="behaviour: Phones",
        ),
        Row(
            "trouble.button_hidden_in_a_low_window",
            "In a low window the SMS dialog is cut off above its button",
            "The code is typed, and there is nothing to send it with",
            ResponseChanged(
                "pz", "/.*", restyled("@media (max-height: 30rem) { .veil dialog { height: 12rem; overflow: hidden } }")
            ),
        ),
        Row(
            "trouble.low_window_cannot_be_scrolled",
            "In a low window the bank's pages do not scroll",
            "The button that confirms is below the window for good",
            ResponseChanged(
                "envelo", "/.*", restyled("@media (max-height: 30rem) { body { height: 100vh; overflow: hidden } }")
            ),
        ),
        Row(
            "trouble.footer_covers_a_tablet",
            "On a tablet the footer lies over the end of mojeID's pages",
            "The consent is in plain sight and cannot be given",
            ResponseChanged(
                "mojeid",
                "/.*",
                restyled("@media (width: 820px) { footer { position: fixed; inset: 20% 0 0 } }"),
            ),
        ),
    ),
    *breaking(
        "trouble.large_text",
        "WCAG 1.4.4",
        Row(
            "trouble.text_has_one_size",
            "Text is as large as the makers want, whatever the browser is told",
            "Who sees badly cannot read what they agree to",
            ResponseChanged("ikp", "/.*", restyled("html { font-size: 16px }")),
        ),
        Row(
            "trouble.large_text_is_cut_off",
            "mojeID's pages are as high as small text needs",
            "With large text the buttons are cut off",
            ResponseChanged("mojeid", "/.*", restyled("main { max-height: 600px; overflow: hidden }")),
        ),
    ),
    *breaking(
        "trouble.dark",
        "ISO/IEC 18004: a quiet zone of four modules",
        Row(
            "trouble.qr_without_quiet_zone",
            "The code's light margin is cut off",
            "In the dark no camera finds the code",
            ResponseChanged("login-mobywatel", "/.*", restyled(".qr svg { clip-path: inset(6%) }")),
        ),
        Row(
            "trouble.qr_darkened",
            "A browser that darkens pages turns the code over",
            "Many cameras read no code of light modules on dark",
            ResponseChanged("e-dowod", "/.*", restyled(".qr svg { filter: invert(1) }")),
        ),
    ),
)

FAULTS = (*_LINE, *_LOOKS)
