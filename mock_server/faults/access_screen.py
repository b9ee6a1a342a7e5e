"""Faults of the screen: focus, narrow windows, small targets, and what axe-core finds."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import Row, breaking
from .page import restyled

_EVERY = "/.*"
_FORMS = "web/forms.html"
_LAYOUT = "web/layout.html"
_METHODS = "login/methods.html"
_CODE = "login_mobywatel/code.html"

_KEYBOARD = (
    *breaking(
        "access.keyboard",
        "WCAG 2.1.1",
        Row(
            "access.focus_is_invisible",
            "On the login page the focus is not shown",
            "Whoever uses the keyboard does not know where they are",
            ResponseChanged("login", _EVERY, restyled(":focus-visible { outline: none; box-shadow: none }")),
            source="WCAG 2.4.7",
        ),
        Row(
            "access.focus_is_invisible_in_fields",
            "Only in the fields of the trusted profile the focus is not shown",
            "Whoever uses the keyboard types into the wrong field",
            ResponseChanged("pz", _EVERY, restyled("input:focus-visible { outline: 0; box-shadow: none }")),
            source="WCAG 2.4.7",
        ),
        Row(
            "access.tile_cannot_be_reached",
            "Tab skips the tiles of the methods",
            "Without a mouse nobody can log in",
            TemplateFault(
                _METHODS, '<button class="tile" role="link"', '<button class="tile" tabindex="-1" role="link"'
            ),
        ),
        Row(
            "access.dialog_lets_the_focus_out",
            "Behind the SMS dialog the form can still be reached",
            "Whoever uses the keyboard gets lost behind the dialog",
            TemplateFault("pz/sms.html", '<div inert aria-hidden="true">{% with', "<div>{% with"),
            source="WCAG 2.4.3, 2.4.11",
        ),
        Row(
            "access.box_cannot_be_reached",
            "Tab skips the box of IKP's regulations",
            "Without a mouse the first login ends at the regulations",
            TemplateFault("ikp/consent.html", '<input type="checkbox"', '<input type="checkbox" tabindex="-1"'),
        ),
        Row(
            "access.app_cannot_be_declined_by_keyboard",
            "In mObywatel Tab skips “Odmów”",
            "Whoever uses the keyboard can only agree",
            TemplateFault(
                "mobywatel/consent.html", '<button class="button second"', '<button class="button second" tabindex="-1"'
            ),
            source="WCAG 2.1.1; behaviour: decline is as reachable as approve",
        ),
        Row(
            "access.menu_opens_by_mouse_only",
            "The portal's menu is no control for the keyboard",
            "Without a mouse the menu stays shut",
            TemplateFault("pacjent/portal.html", "<summary>", '<summary tabindex="-1">'),
        ),
    ),
)

_NARROW = (
    *breaking(
        "access.narrow",
        "WCAG 1.4.10",
        Row(
            "access.tiles_are_too_wide",
            "The tiles of the methods are never narrower than 25 rem",
            "At 320 px the page must be pushed to and fro",
            ResponseChanged("login", _EVERY, restyled(".tiles { grid-template-columns: 25rem }")),
        ),
        Row(
            "access.phone_shows_the_desktop_page",
            "Pages do not tell phones to use their own width",
            "A phone shows a tiny page of a computer",
            TemplateFault(_LAYOUT, '<meta name="viewport" content="width=device-width, initial-scale=1">', ""),
        ),
        Row(
            "access.dialog_cannot_be_scrolled_in_landscape",
            "In landscape the SMS dialog is cut off at the bottom",
            "On a phone held across, the code cannot be sent",
            ResponseChanged("pz", _EVERY, restyled(".veil { overflow: clip; display: block }")),
            source="WCAG 1.4.10, 1.3.4",
        ),
        Row(
            "access.names_do_not_wrap",
            "Long values of the account do not wrap",
            "At 320 px the account must be pushed to and fro",
            ResponseChanged("ikp", _EVERY, restyled(".facts dd { white-space: nowrap; min-width: 22rem }")),
        ),
        Row(
            "access.header_covers_the_page_in_landscape",
            "In landscape mojeIKP's bar covers half of the screen",
            "On a phone held across, the page lies behind the bar",
            ResponseChanged(
                "mojeikp",
                _EVERY,
                restyled("@media (max-height: 25rem) { .bar { position: fixed; inset: 0; z-index: 9 } }"),
            ),
            source="WCAG 2.4.11, 1.3.4",
        ),
    ),
)

_ENLARGED = (
    *breaking(
        "access.enlarged",
        "WCAG 1.4.4, 1.4.10",
        Row(
            "access.long_values_are_not_broken",
            "A long user name or e-mail address is not broken on the pages of pz.gov.pl",
            "Whoever needs large text, or has a small phone, must push the page to and fro",
            ResponseChanged("pz", _EVERY, restyled(".facts dd { overflow-wrap: normal }")),
        ),
        Row(
            "access.dock_is_one_line",
            "The links of mObywatel's bar stand in one line, however large the text is",
            "Whoever needs large text must push the app to and fro",
            ResponseChanged("mobywatel", _EVERY, restyled(".dock { flex-wrap: nowrap }")),
        ),
        Row(
            "access.bar_is_one_line",
            "So do those of mojeIKP's",
            "Whoever needs large text does not find the last of them",
            ResponseChanged("mojeikp", _EVERY, restyled(".bar, .bar > ul { flex-wrap: nowrap }")),
        ),
        Row(
            "access.menu_hangs_out_of_the_screen",
            "The menu of pz.gov.pl hangs down beside the page, as wide as its text",
            "Whoever needs large text sees half of it",
            ResponseChanged("pz", _EVERY, restyled(".menu ul { position: absolute; width: max-content }")),
        ),
    ),
)

_REACH = (
    *breaking(
        "access.reach",
        "WCAG 2.1.1, 4.1.2",
        Row(
            "access.page_does_not_scroll",
            "The pages of the trusted profile do not scroll",
            "On a small screen what is below its edge cannot be pressed",
            ResponseChanged("pz", _EVERY, restyled("html, body { height: 100%; overflow: hidden }")),
        ),
        Row(
            "access.footer_is_under_glass",
            "Something invisible lies over the lower part of mojeIKP",
            "What is in plain sight there cannot be pressed",
            ResponseChanged(
                "mojeikp", _EVERY, restyled("main::after { content: ''; position: fixed; inset: 30% 0 0; z-index: 9 }")
            ),
        ),
        Row(
            "access.tiles_cut_their_text",
            "The tiles of IKP are as high as half a line",
            "Nobody can read where they lead",
            ResponseChanged("ikp", _EVERY, restyled(".tile strong { height: .6em; overflow: hidden }")),
            source="WCAG 1.4.4, 1.4.12",
        ),
        Row(
            "access.brand_has_no_name",
            "The link to a site's first page is a mark without a name",
            "A screen reader reads the address in its place",
            TemplateFault(_LAYOUT, "{% endif %}{{ site.title }}</a>", "{% endif %}</a>"),
            source="WCAG 2.4.4, 4.1.2",
        ),
    ),
)

_TARGETS = (
    *breaking(
        "access.targets",
        "WCAG 2.5.8",
        Row(
            "access.app_bar_is_flat",
            "The links of mObywatel's bar are 16 px high",
            "Whoever trembles hits the wrong one",
            ResponseChanged("mobywatel", _EVERY, restyled(".dock a { padding: 0; min-height: 0; line-height: 1 }")),
        ),
        Row(
            "access.box_is_small",
            "The box of IKP's regulations is 13 px wide",
            "Whoever trembles cannot agree",
            ResponseChanged("ikp", _EVERY, restyled(".check input { width: 13px; height: 13px }")),
        ),
        Row(
            "access.cancel_is_flat_on_phones",
            "Only on narrow screens of mojeID “Anuluj” is 18 px high",
            "On a phone nobody hits “Anuluj”",
            ResponseChanged(
                "mojeid",
                _EVERY,
                restyled(
                    "@media (max-width: 21rem) { .second { padding: 0; min-height: 0; border: 0; line-height: 1 } }"
                ),
            ),
        ),
    ),
)

_AXE = (
    *breaking(
        "access.axe",
        "WCAG 1.4.3",
        Row(
            "access.label_is_lost",
            "Labels are no longer tied to their fields",
            "A screen reader says “edit” and nothing else",
            TemplateFault(_FORMS, '<label for="{{ name }}">', "<label>"),
            source="WCAG 4.1.2, 3.3.2",
        ),
        Row(
            "access.qr_has_no_name",
            "The picture of the QR code has no name",
            "A screen reader says “image”",
            TemplateFault(
                _CODE, ' aria-label="{% trans %}Kod QR do zeskanowania aplikacją mObywatel{% endtrans %}"', ""
            ),
            source="WCAG 1.1.1",
        ),
        Row(
            "access.hints_are_pale",
            "The hints of e-dowód are light grey on white",
            "Whoever sees badly cannot read where the CAN is printed",
            ResponseChanged("czytnik", _EVERY, restyled(".hint { color: #9aa0a6 }")),
        ),
        Row(
            "access.one_bank_is_pale",
            "Only at Envelo the header is pale",
            "Its customers cannot read whose page it is",
            ResponseChanged("envelo", _EVERY, restyled(".top { background: #e0928e }")),
        ),
        Row(
            "access.page_cannot_be_zoomed",
            "Pages forbid zooming",
            "Whoever sees badly cannot enlarge the code",
            TemplateFault(_LAYOUT, "initial-scale=1", "initial-scale=1, maximum-scale=1, user-scalable=no"),
            source="WCAG 1.4.4",
        ),
        Row(
            "access.main_part_is_not_marked",
            "Pages do not mark their main part",
            "A screen reader cannot jump over the header",
            TemplateFault(_LAYOUT, '<main id="main"', '<main id="main" role="presentation"'),
            source="WCAG 1.3.1, 2.4.1",
        ),
        Row(
            "access.dialog_has_no_name",
            "The warning before the session ends has no name",
            "A screen reader says “dialog” and stops",
            TemplateFault("patient/session_dialog.html", ' aria-labelledby="session-end-title"', ""),
            source="WCAG 4.1.2",
        ),
        Row(
            "access.headings_skip_a_level",
            "The portal's headings skip a level",
            "A screen reader's list of headings has a hole",
            TemplateFault("pacjent/news.html", "{{ cards(news, 2) }}", "{{ cards(news, 4) }}"),
            source="WCAG 1.3.1",
        ),
    ),
)

FAULTS = (
    *_KEYBOARD,
    *_NARROW,
    *_ENLARGED,
    *_REACH,
    *_TARGETS,
    *_AXE,
)
