"""The printout of a prescription."""

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
    page = _page(now)
    page.set_font_size(18)
    page.cell(0, 14, "Informacja o e-recepcie", new_x="LMARGIN", new_y="NEXT")
    page.set_font_size(11)
    for label, value in lines_of(patient, prescription).items():
        page.cell(50, 9, label)
        page.multi_cell(0, 9, value, new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


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


def _page(now: datetime) -> "FPDF":
    from fpdf import FPDF  # noqa: PLC0415 - an eighth of a second that a start need not pay

    page = FPDF()
    page.set_creation_date(now)
    page.set_title("Informacja o e-recepcie")
    page.set_lang("pl")
    page.alias_nb_pages("")  # "{nb}" in a text is no number of pages
    page.add_font("Source Sans", fname=_FONT)
    page.set_font("Source Sans")
    page.add_page()
    return page
