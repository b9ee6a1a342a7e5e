"""Faults that show to those only who want a scheme of colours, or less motion."""

from ..kernel.faults import ResponseChanged
from .entry import Row, breaking
from .page import restyled

_EVERY = "/.*"
_UNREAD = "Whoever prefers dark pages cannot read on"


def _styled(site: str, css: str) -> ResponseChanged:
    return ResponseChanged(site, _EVERY, restyled(css))


def _in_the_dark(site: str, css: str) -> ResponseChanged:
    return _styled(site, f"@media (prefers-color-scheme: dark) {{ {css} }}")


def _forced(site: str, css: str) -> ResponseChanged:
    return _styled(site, f"@media (forced-colors: active) {{ {css} }}")


FAULTS = (
    *breaking(
        "access.contrast",
        "WCAG 1.4.3, 1.4.11",
        Row(
            "access.hints_fade_in_the_dark",
            "In the dark scheme IKP's hints are a dark grey",
            _UNREAD,
            _in_the_dark("ikp", ".hint { color: #4a5560 }"),
        ),
        Row(
            "access.cards_stay_white_in_the_dark",
            "In the dark scheme the form of the trusted profile stays white, and its labels light",
            _UNREAD,
            _styled("pz", ".card { background: #fff }"),
        ),
        Row(
            "access.bank_colour_sinks_in_the_dark",
            "ING's links have its own colour in the dark scheme too",
            _UNREAD,
            _styled("ing", ":root { --accent: var(--site) }"),
        ),
        Row(
            "access.fields_have_a_pale_edge",
            "In the light scheme a field of IKP has the edge of an ornament",
            "Who sees badly does not find where to type",
            _styled("ikp", "input, select { border-color: #b8bcc2 !important }"),
        ),
        Row(
            "access.focus_sinks_in_the_dark",
            "On mojeID's dark pages the focus has the colour of the page",
            "Whoever uses the keyboard does not know where they are",
            _in_the_dark("mojeid", ":root { --focus: #1b222a }"),
        ),
    ),
    *breaking(
        "access.dark",
        "behaviour: Text and access",
        Row(
            "access.dark_is_not_known",
            "login.gov.pl is light, whatever the browser asks for",
            "Whoever light hurts is blinded in the middle of a login",
            _styled("login", ":root { color-scheme: light }"),
        ),
        Row(
            "access.dark_for_everybody",
            "The portal is dark, whatever the browser asks for",
            "Who reads dark on light only reads worse",
            _styled("pacjent", ":root { color-scheme: dark }"),
        ),
        Row(
            "access.code_turned_over_in_the_dark",
            "In the dark scheme the code for mObywatel is light on dark",
            "Many cameras read no code of light modules on dark",
            _in_the_dark("login-mobywatel", ".qr svg { filter: invert(1) }"),
        ),
        Row(
            "access.code_without_its_ground_in_the_dark",
            "The code for the eDO App stands on the ground of the page",
            "In the dark no camera finds the code",
            _in_the_dark("e-dowod", ".qr svg { color-scheme: dark } .qr path[fill] { fill: var(--ground) }"),
        ),
    ),
    *breaking(
        "access.forced_colours",
        "WCAG 1.4.11, 2.4.7; forced colours take grounds and shadows away",
        Row(
            "access.tiles_are_grounds_alone",
            "The tiles of the methods have no edge, only a ground",
            "In forced colours the four methods are one text",
            _forced("login", ".tile { border: 0 }"),
        ),
        Row(
            "access.buttons_are_grounds_alone",
            "The buttons of the portal have no edge, only a ground",
            "In forced colours nothing looks as if it could be pressed",
            _styled("pacjent", ".button, summary { border: 0; outline: 0 }"),
        ),
        Row(
            "access.focus_is_a_shadow",
            "The focus of the trusted profile is a shadow",
            "In forced colours the focus is not shown",
            _forced("pz", ":focus-visible { outline: none; box-shadow: 0 0 0 3px var(--focus) }"),
        ),
        Row(
            "access.chosen_language_is_a_colour",
            "mojeID's chosen language differs from the others by colour alone",
            "In forced colours nobody sees which language is chosen",
            _forced("mojeid", ".languages [aria-current] { outline: 0 }"),
        ),
        Row(
            "access.errors_are_red_alone",
            "At the banks an error differs from a hint by its colour",
            "In forced colours the person looks for what is wrong",
            _forced("ing", ".error { outline: 0 }"),
        ),
    ),
    *breaking(
        "access.motion",
        "WCAG 2.2.2, C39: motion stops for who asks the browser for less of it",
        Row(
            "access.turns_for_everybody",
            "The circle of the trusted profile turns for everybody",
            "Whom motion makes ill cannot look at the page that waits",
            _styled("pz", "@media (prefers-reduced-motion: reduce) { .spin { animation: turn 1s linear infinite } }"),
        ),
        Row(
            "access.turns_for_nobody",
            "The circle beside the reader of cards stands still",
            "The page looks dead, and the card is taken off too early",
            _styled("czytnik", ".spin { animation: none }"),
        ),
    ),
)
"""The faults of schemes."""
