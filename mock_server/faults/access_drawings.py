"""Faults of what tells one thing from another: icons, marks, and the names of links."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import Row, breaking
from .page import restyled

_EVERY = "/.*"

_DRAWINGS = breaking(
    "access.drawings",
    "WCAG 1.1.1, 1.4.11",
    Row(
        "access.icons_are_read_out",
        "A screen reader is told of every icon",
        "Whoever listens hears “ikona” before each method",
        TemplateFault("web/icons.html", ' aria-hidden="true"', ' role="img" aria-label="ikona"'),
    ),
    Row(
        "access.methods_have_one_icon",
        "Every method has the icon of mojeID",
        "Whoever reads badly takes the wrong one",
        TemplateFault("login/methods.html", "icon(item.id)", 'icon("mojeid")'),
    ),
    Row(
        "access.institutions_have_one_mark",
        "On pz.gov.pl every institution has the same mark",
        "Whoever looks for a mark finds sixteen",
        TemplateFault("pz/bank_tiles.html", "mark(bank.name)", 'mark("Bank")'),
    ),
    Row(
        "access.marks_are_pale_in_the_dark",
        "In dark mode the marks of mojeID are grey on grey",
        "Whoever prefers the dark cannot read them",
        ResponseChanged(
            "mojeid",
            _EVERY,
            restyled("@media (prefers-color-scheme: dark) { .mark { background: #777; color: #999 } }"),
        ),
        source="WCAG 1.4.3",
    ),
    Row(
        "access.mark_insists_on_its_colours",
        "Envelo's mark is white on yellow whatever colours a person has set",
        "Whoever sees nothing but strong contrasts sees an empty tile",
        ResponseChanged(
            "envelo",
            _EVERY,
            restyled(
                "@media (forced-colors: active) "
                "{ .mark { forced-color-adjust: none; background: #ffd84d; color: #fff; border: 0 } }"
            ),
        ),
        source="WCAG 1.4.3",
    ),
)
_LINKS = breaking(
    "access.links",
    "WCAG 2.4.9, 3.2.4",
    Row(
        "access.prescriptions_sound_alike",
        "Two prescriptions for one drug are links of the same name",
        "Whoever goes by a list of links opens the wrong one",
        TemplateFault(
            "patient/records/prescriptions.html",
            ' aria-labelledby="drug-{{ loop.index }} code-{{ loop.index }}"',
            "",
        ),
    ),
    Row(
        "access.last_method_leads_elsewhere",
        "The tile of the method that was chosen last gives the login up",
        "Whoever takes it is not let in, and does not learn why",
        TemplateFault("login/methods.html", '/metoda">{{ tile(last) }}', '/anuluj">{{ tile(last) }}'),
    ),
)

FAULTS = (*_DRAWINGS, *_LINKS)
"""The faults of drawings and of links' names."""
