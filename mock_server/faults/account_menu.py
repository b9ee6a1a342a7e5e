"""Faults of the menu of an account: what it leaves out, and where it says that one is."""

from ..kernel.faults import TemplateFault
from .entry import Row, breaking

_LINK = "patient/sections.html"

FAULTS = breaking(
    "account.menu",
    "facts: the tiles of IKP; ARIA 1.2, aria-current",
    Row(
        "account.menu_says_not_where_one_is",
        "No link of the menu is marked as the page that is open",
        "Whoever cannot see the line under it does not know where they are",
        TemplateFault(_LINK, " aria-current=", " data-current="),
    ),
    Row(
        "account.menu_marks_the_start_everywhere",
        "The menu says on every page that one is at the start",
        "People look for the way to where they are",
        TemplateFault(_LINK, "section.current(path)", 'section.current("/konto")'),
    ),
    Row(
        "account.menu_marks_first_pages_alone",
        "Within a section the menu marks none",
        "Whoever came by a link does not learn where in the account they are",
        TemplateFault(_LINK, 'section.current(path) != "false"', 'section.current(path) == "page"'),
    ),
    Row(
        "account.menu_lacks_permissions",
        "IKP's menu has no “Uprawnienia”",
        "Parents do not find their children's accounts",
        TemplateFault(
            "ikp/account.html",
            "{% for section in menu %}",
            '{% for section in menu if section.name != "permissions" %}',
        ),
    ),
    Row(
        "account.bar_lacks_prevention",
        "Behind “Więcej” mojeIKP has no “Profilaktyka”",
        "On a phone nobody finds the survey but from the start",
        TemplateFault("mojeikp/account.html", "menu if not section.short", "menu[:-1] if not section.short"),
    ),
)
"""The faults of the menu."""
