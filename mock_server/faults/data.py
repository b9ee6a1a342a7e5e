"""Faults of names, PESELs and birth dates."""

import html
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from ..kernel.faults import TemplateFault
from ..kernel.rules import true
from ..saml import rules as saml
from ..saml.model import Assertion
from ..shared.patient import rules as patient
from ..shared.patient.entry import patient_of
from ..shared.patient.patient import Patient
from ..shared.patient.pdf import lines_of
from .entry import Row, breaking
from .replacing import replaced

_LETTERS = "users expect it; Unicode UAX 15 (NFC)"
_PESEL = "Ustawa o ewidencji ludności, art. 15"
_HTML = "ASVS 5.0, 1.2.1; WSTG-INPV-02"
_SCRIPT = "A person's name runs as a program in somebody's browser"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _with(change: Callable[[Patient], Patient]) -> Callable[[Assertion], Patient]:
    """Take in whoever login.gov.pl tells with something changed."""

    def patient_of_login(assertion: Assertion) -> Patient:
        return change(true(patient_of)(assertion))

    return patient_of_login


def _born(change: Callable[[date], date]) -> Callable[[Assertion], Patient]:
    return _with(lambda patient: replace(patient, birth_date=change(patient.birth_date)))


FAULTS = (
    *breaking(
        "data.letters",
        _LETTERS,
        Row(
            "data.without_marks",
            "Names lose the marks of their letters",
            "A patient is not found under their own name",
            replaced(patient.name_as_told, _plain),
        ),
        Row(
            "data.decomposed",
            "Names arrive with their letters taken apart (NFD)",
            "A search for the name finds nobody",
            replaced(patient.name_as_told, lambda name: unicodedata.normalize("NFD", name)),
        ),
        Row(
            "data.letter_lost",
            "What Latin-2 to ASCII cannot tell is left out",
            "Names lose letters",
            replaced(
                patient.name_as_told, lambda name: patient.name_as_told.true(name).replace("ł", "").replace("Ł", "")
            ),
        ),
        Row(
            "data.small_letters_after_hyphen",
            "Names are written with one capital only",
            "“Zażółć-Gęślą” becomes “Zażółć-gęślą”",
            replaced(patient.name_as_told, lambda name: patient.name_as_told.true(name).capitalize()),
        ),
        Row(
            "data.question_marks_on_paper",
            "The printout cannot write Polish letters",
            "The pharmacy reads “Za????-G??l?”",
            replaced(
                lines_of,
                lambda patient, prescription: {
                    label: line.encode("latin-1", "replace").decode("latin-1")
                    for label, line in true(lines_of)(patient, prescription).items()
                },
            ),
        ),
        Row(
            "data.consent_in_capitals",
            "The consent of mObywatel writes names in capitals",
            "A person consents to something else than what is sent",
            TemplateFault("mobywatel/consent.html", "{{ value }}", "{{ value | upper if name == 'Imię' else value }}"),
        ),
    ),
    *breaking(
        "data.pesel",
        _PESEL,
        Row(
            "data.pesel_is_a_number",
            "PESEL is kept as a number",
            "Everybody born in 2000–2009 or 1900–1909 has a PESEL of ten digits",
            replaced(patient_of, _with(lambda patient: replace(patient, pesel=str(int(patient.pesel))))),
        ),
        Row(
            "data.pesel_cut",
            "PESEL loses its check digit",
            "Nobody is found by their PESEL",
            replaced(patient_of, _with(lambda patient: replace(patient, pesel=patient.pesel[:10]))),
        ),
        Row(
            "data.century_refused",
            "The account believes a PESEL only of the 1900s",
            "Nobody who was born in another century can log in",
            replaced(saml.pesel_is_of_birth_date, lambda pesel, birth_date: pesel[2:6] == f"{birth_date:%m%d}"),
        ),
        Row(
            "data.century_1900",
            "Everybody is born in the 1900s",
            "Children are a hundred years old and get the wrong dose",
            replaced(patient_of, _born(lambda told: told.replace(year=1900 + told.year % 100))),
        ),
        Row(
            "data.only_two_centuries",
            "Birth dates before 1900 or after 2099 are moved into the 1900s",
            "The oldest patients are children",
            replaced(
                patient_of,
                _born(lambda told: told if 1900 <= told.year < 2100 else told.replace(year=1900 + told.year % 100)),
            ),
        ),
        Row(
            "data.day_before",
            "Birth dates before the year 2000 arrive a day early, as after a time zone was taken off",
            "A patient is not found by the birth date",
            replaced(patient_of, _born(lambda told: told if told.year >= 2000 else told - timedelta(days=1))),
        ),
    ),
    *breaking(
        "data.html",
        _HTML,
        Row(
            "data.html_in_heading",
            "IKP puts the name into its heading as HTML",
            _SCRIPT,
            TemplateFault("ikp/home.html", "<h1>{{ patient.full_name }}", "<h1>{{ patient.full_name | safe }}"),
        ),
        Row(
            "data.html_in_header",
            "IKP puts the name into its header as HTML",
            _SCRIPT,
            TemplateFault("ikp/account.html", "{{ patient.full_name }}", "{{ patient.full_name | safe }}"),
        ),
        Row(
            "data.html_in_the_app",
            "mojeIKP puts the name into its heading as HTML",
            _SCRIPT,
            TemplateFault("mojeikp/home.html", "{{ patient.full_name }}", "{{ patient.full_name | safe }}"),
        ),
        Row(
            "data.html_in_profile",
            "The patient's data show as HTML",
            _SCRIPT,
            TemplateFault("ikp/profile.html", "{{ patient.family_name }}", "{{ patient.family_name | safe }}"),
        ),
        Row(
            "data.html_in_consent",
            "The consent of mObywatel shows names as HTML",
            _SCRIPT,
            TemplateFault("mobywatel/consent.html", "<dd>{{ value }}</dd>", "<dd>{{ value | safe }}</dd>"),
        ),
        Row(
            "data.html_at_mojeid",
            "The consent of mojeID shows names as HTML",
            _SCRIPT,
            TemplateFault("mojeid/consent.html", "<dd>{{ value }}</dd>", "<dd>{{ value | safe }}</dd>"),
        ),
        Row(
            "data.html_at_the_bank",
            "A bank's confirmation shows names as HTML",
            _SCRIPT,
            TemplateFault("banks/confirmation.html", "<dd>{{ value }}</dd>", "<dd>{{ value | safe }}</dd>"),
        ),
        Row(
            "data.html_of_a_child",
            "The list of children shows their names as HTML",
            _SCRIPT,
            TemplateFault(
                "patient/permissions.html", "<strong>{{ person.full_name }}", "<strong>{{ person.full_name | safe }}"
            ),
        ),
        Row(
            "data.html_escaped_twice",
            "A name is escaped twice",
            "“O'Neil” reads “O&#39;Neil”",
            replaced(patient.name_as_told, lambda name: html.escape(patient.name_as_told.true(name))),
        ),
    ),
)
