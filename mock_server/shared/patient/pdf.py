"""Printouts: a heading, and lines with their labels."""

from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING

from ...kernel.polish_time import words_of_day
from ...kernel.rules import seam
from .patient import Patient
from .record import Prescription

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = str(files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf")
"""It has every Polish letter, which the fonts built into PDF have not."""


def prescription_pdf(patient: Patient, prescription: Prescription, now: datetime) -> bytes:
    """One page with what the pharmacy needs to know."""
    return printed("Informacja o e-recepcie", lines_of(patient, prescription), now)


@seam
def lines_of(patient: Patient, prescription: Prescription) -> dict[str, str]:
    """What the printout tells, by label."""
    return {
        "Pacjent": patient.full_name,
        "PESEL": patient.pesel,
        "Kod dostępu": prescription.access_code,
        "Lek": prescription.drug,
        "Liczba opakowań": str(prescription.packages),
        "Dawkowanie": prescription.dosage,
        "Wystawiono": words_of_day(prescription.issued_on),
        "Ważna do": words_of_day(prescription.valid_until),
        "Wystawił(a)": prescription.doctor,
    }


def printed(title: str, lines: Mapping[str, str], now: datetime) -> bytes:
    """A document under a title, each of its lines by its label."""
    page = _page(title, now)
    page.set_font_size(18)
    page.cell(0, 14, title, new_x="LMARGIN", new_y="NEXT")
    page.set_font_size(11)
    for label, value in lines.items():
        page.cell(50, 9, label)
        page.multi_cell(0, 9, value, new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


def _page(title: str, now: datetime) -> "FPDF":
    from fpdf import FPDF  # noqa: PLC0415 - an eighth of a second that a start need not pay

    page = FPDF()
    page.set_creation_date(now)
    page.set_title(title)
    page.set_lang("pl")
    page.alias_nb_pages("")  # "{nb}" in a text is no number of pages
    page.add_font("Source Sans", fname=_FONT)
    page.set_font("Source Sans")
    page.add_page()
    return page
