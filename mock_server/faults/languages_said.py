"""Faults of what is said in a language: by SMS and on paper, in days, and without saying which language it is."""

from dataclasses import replace
from datetime import date

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.inbox import Sms
from ..kernel.language import Language, spoken
from ..kernel.polish_time import words_of_day
from ..kernel.rules import true
from ..shared.patient.booking.telling import sms_of_visit
from ..shared.patient.patient import Patient
from ..shared.patient.pdf import lines_of
from ..shared.patient.prevention.paper import printed_lines
from ..shared.patient.prevention.referral import PreventionReferral
from ..shared.patient.record import Prescription
from ..sites.pz import rules as pz
from ..web.visit import Visit
from .entry import Row, breaking
from .page import rewritten
from .replacing import replaced

_LAYOUT = "web/layout.html"


def _in_polish(patient: Patient, prescription: Prescription) -> dict[str, str]:
    """The printout's lines, under labels that nobody translates."""
    return {"".join(label): value for label, value in true(lines_of)(patient, prescription).items()}


def _claiming_polish(visit: Visit, phone: str, text: str) -> Sms:
    return replace(true(sms_of_visit)(visit, phone, text), language=Language.POLISH)


def _american(day: date) -> str:
    return f"{day:%m/%d/%Y}" if spoken() is Language.ENGLISH else true(words_of_day)(day)


def _last_day_in_figures(patient: Patient, referral: PreventionReferral) -> dict[str, str]:
    return true(printed_lines)(patient, referral) | {"Ważne do": f"{referral.valid_until:%d.%m.%Y}"}


FAULTS = (
    *breaking(
        "language.messages",
        "our choice: SMS, push and PDF in the language of the login",
        Row(
            "language.sms_is_polish",
            "Every SMS is Polish",
            "Who does not read Polish does not know what the code is for",
            replaced(
                pz.sms_text,
                lambda when, operation, number, code: f"{when} {operation}, operacja nr {number}. Kod: {code}",
            ),
        ),
        Row(
            "language.printout_is_polish",
            "The printout is labelled in Polish",
            "The patient does not know which of the numbers to tell the pharmacy",
            replaced(lines_of, _in_polish),
        ),
    ),
    *breaking(
        "language.marked",
        "WCAG 3.1.1, 3.1.2",
        Row(
            "language.every_page_claims_polish",
            "Every page says that it is Polish",
            "A screen reader reads Ukrainian with a Polish voice",
            TemplateFault(_LAYOUT, '<html lang="{{ language }}">', '<html lang="pl">'),
        ),
        Row(
            "language.health_data_claims_the_page",
            "Health data does not say that it is Polish",
            "A screen reader reads the names of drugs with an English voice",
            TemplateFault("web/languages.html", ' lang="pl"', ""),
        ),
        Row(
            "language.switch_is_not_marked",
            "The languages of the switch do not say which they are",
            "A screen reader does not say “Українська” so that one understands it",
            TemplateFault(_LAYOUT, ' lang="{{ one }}" hreflang', " hreflang"),
        ),
        Row(
            "language.phone_does_not_mark",
            "The phone does not say in which language an operation is told",
            "A screen reader reads Ukrainian with a Polish voice, just where one must know what one approves",
            TemplateFault("web/languages.html", '<span lang="{{ own }}">', "<span>"),
        ),
        Row(
            "language.sms_of_a_visit_claims_polish",
            "The SMS of a visit claims to be Polish, whatever it is written in",
            "A screen reader spells English as if it were Polish",
            replaced(sms_of_visit, _claiming_polish),
        ),
    ),
    *breaking(
        "language.days",
        "issue: dates right",
        Row(
            "language.figures_in_english",
            "English tells days in Polish figures",
            "3 February is read as 2 March",
            replaced(words_of_day, lambda day: f"{day:%d.%m.%Y}"),
        ),
        Row(
            "language.american_order",
            "English tells the month first, in figures",
            "3 February is read as 2 March",
            replaced(words_of_day, _american),
        ),
        Row(
            "language.figures_on_a_referral",
            "The printout of a referral tells its last day in figures, in every language",
            "3 February is read as 2 March, and the referral is used too late",
            replaced(printed_lines, _last_day_in_figures),
        ),
    ),
    *breaking(
        "language.figures",
        "issue: what a hint says is what the form takes",
        Row(
            "language.ukrainian_password_of_six",
            "The Ukrainian hint lets a password have six characters, while it needs eight",
            "Who reads Ukrainian thinks up a password that is refused",
            ResponseChanged("pz", "/.*", rewritten("Від 8 до 64", "Від 6 до 64")),
        ),
        Row(
            "language.english_pin_of_six",
            "The English hint of mojeIKP asks for a PIN of six digits, while it has four",
            "Who reads English cannot type what they are asked for",
            ResponseChanged("mojeikp", "/.*", rewritten("4 digits", "6 digits")),
        ),
    ),
    *breaking(
        "language.whole",
        "issue: no Polish remnant anywhere",
        Row(
            "language.footer_is_not_translated",
            "The footer of every page is always Polish",
            "Half of a page is in a language that its reader does not know",
            TemplateFault(
                _LAYOUT,
                "{% trans %}To jest środowisko testowe Przepustki. Nie podawaj tu prawdziwych danych.{% endtrans %}",
                "To jest środowisko testowe Przepustki. Nie podawaj tu prawdziwych danych.",
            ),
        ),
        Row(
            "language.name_of_the_switch_is_not_translated",
            "The switch of languages is named in Polish alone",
            "A screen reader does not tell who most needs it what it is",
            TemplateFault(_LAYOUT, "{% trans %}Język strony{% endtrans %}", "Język strony"),
        ),
        Row(
            "language.examinations_on_paper_are_not_translated",
            "A printed referral names the examinations in Polish, whatever its labels are in",
            "A patient does not know what they are to be examined for",
            replaced(
                printed_lines,
                lambda patient, referral: (
                    true(printed_lines)(patient, referral) | {"Badania": "; ".join(referral.names)}
                ),
            ),
        ),
    ),
)
