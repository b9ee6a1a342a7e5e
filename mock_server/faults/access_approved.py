"""Faults that only somebody who knows the page would see: another sentence, another look."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import Row, breaking
from .page import restyled

_EVERY = "/.*"

_WORDS = breaking(
    "access.words",
    "behaviour: the approved page states",
    Row(
        "access.advice_is_turned_round",
        "IKP's regulations advise to share the way to log in",
        "People hand their accounts to others, as they were told",
        TemplateFault("ikp/consent.html", "Nie udostępniaj nikomu sposobu", "Udostępniaj rodzinie sposób"),
    ),
    Row(
        "access.life_of_a_login_is_told_wrong",
        "The profile tells that a login lasts six hours",
        "Whoever relies on it loses what they were about to do",
        TemplateFault("ikp/profile.html", "najwyżej 60 minut", "najwyżej 6 godzin"),
    ),
    Row(
        "access.link_of_the_instructions_leads_elsewhere",
        "The article about the trusted profile sends people to mojeID",
        "Whoever wants a profile cannot find where to apply for it",
        TemplateFault("pacjent/articles/jak-zalozyc-profil-zaufany.html", "way_to('pz')", "way_to('mojeid')"),
    ),
)
_LOOKS = breaking(
    "access.looks",
    "behaviour: the approved page states",
    Row(
        "access.buttons_look_alike",
        "In mObywatel “Odmów” looks like “Udostępnij dane”",
        "Whoever is in a hurry gives away what they meant to keep",
        ResponseChanged("mobywatel", _EVERY, restyled(".button.second { background: var(--accent); color: #fff }")),
    ),
    Row(
        "access.errors_look_like_text",
        "On pz.gov.pl an error has the colour of any other text",
        "Whoever sees the page does not see that something is wrong",
        ResponseChanged("pz", _EVERY, restyled(".error { color: inherit; font-weight: inherit }")),
    ),
)

FAULTS = (*_WORDS, *_LOOKS)
"""The faults of approved pages."""
