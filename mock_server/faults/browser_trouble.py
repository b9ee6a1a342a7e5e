"""Faults of the cookie banner, of browsers that ask for another language, and of pages whose network is cut."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import Row, breaking
from .page import ScriptChanged, restyled, script_begins

_LAYOUT = "web/layout.html"
_METHODS = "login/methods.html"
_VEIL = "body:has(.tile):not(:has(.cookies))::after { content: ''; position: fixed; inset: 40% 0 0; z-index: 9 }"

FAULTS = (
    *breaking(
        "trouble.cookies",
        "facts: a cookie banner can cover the tiles",
        Row(
            "trouble.banner_cannot_be_closed",
            "The cookie banner stays whatever is pressed",
            "On a phone it hides half of the methods for good",
            TemplateFault(_METHODS, "{% if not cookies_seen %}", "{% if true %}"),
        ),
        Row(
            "trouble.banner_comes_back",
            "The cookie banner is not remembered",
            "It has to be taken away at every step",
            ResponseChanged(
                "login", "/login/[^/]+/ciasteczka", lambda response: response.headers.__delitem__("set-cookie")
            ),
        ),
        Row(
            "trouble.banner_leaves_a_veil",
            "Where the banner was, something invisible still covers the tiles",
            "Tiles that are in plain sight cannot be pressed",
            ResponseChanged("login", "/.*", restyled(_VEIL)),
        ),
        Row(
            "trouble.banner_ends_the_login",
            "Accepting cookies gives the login up",
            "Whoever is obedient starts again, and meets the banner again",
            TemplateFault(_METHODS, "/ciasteczka", "/anuluj"),
        ),
        Row(
            "trouble.banner_covers_a_phone",
            "On a phone the banner lies over the whole page",
            "Who does not press its button sees no method",
            ResponseChanged(
                "login", "/.*", restyled("@media (max-width: 48rem) { .cookies { position: fixed; inset: 0 } }")
            ),
            source="behaviour: What goes wrong for people",
        ),
    ),
    *breaking(
        "trouble.language",
        "facts: browser language not Polish",
        Row(
            "trouble.hub_follows_the_browser",
            "A site says that it speaks the language of the browser, whichever it speaks",
            "A screen reader reads English with a Ukrainian voice",
            TemplateFault(
                _LAYOUT,
                '<html lang="{{ language }}">',
                "<html lang=\"{{ request.headers.get('accept-language', 'pl')[:2] }}\">",
            ),
        ),
        Row(
            "trouble.heading_follows_the_browser",
            "The list of methods is headed in Polish for a browser that asks for English",
            "Half of the page is in a language that the other half is not",
            TemplateFault(
                _METHODS,
                '<h2 id="all">{% trans %}Sposoby logowania{% endtrans %}</h2>',
                "<h2 id=\"all\">{{ 'Sposoby logowania' if request.headers.get('accept-language', '').startswith('en')"
                " else _('Sposoby logowania') }}</h2>",
            ),
        ),
        Row(
            "trouble.errors_are_english_abroad",
            "A browser that asks for another language than Polish gets error pages in English",
            "People abroad do not understand what went wrong",
            TemplateFault(
                "web/error.html",
                "{{ advice }}",
                "{{ advice if request.headers.get('accept-language', '')[:2] == 'pl' else 'Please retry.' }}",
            ),
        ),
    ),
    *breaking(
        "trouble.network",
        "behaviour: What goes wrong for people",
        Row(
            "trouble.code_page_deaf_after_a_cut",
            "The code page gives up listening when the network is cut",
            "The person has approved, and the computer shows the code until it expires",
            ResponseChanged(
                "login-mobywatel",
                "/static/status.js",
                ScriptChanged("status.js", "timer = setInterval(ask, 1000);", ""),
            ),
        ),
        Row(
            "trouble.session_deaf_after_a_cut",
            "The account gives up asking for its session when the network is cut",
            "The session ends without a warning, and what was typed is lost",
            ResponseChanged("ikp", ".*", script_begins("setInterval = () => 0;")),
        ),
    ),
)
