"""Printouts in the language of the visit: a heading, and lines with their labels."""

from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import Response

from ...kernel.language import spoken
from ...kernel.polish_time import words_of_day
from ...kernel.rules import seam
from ...kernel.translation import Text, say
from .patient import Patient
from .record import Prescription

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = str(files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf")
"""It has every Polish letter, which the fonts built into PDF have not."""


def prescription_pdf(patient: Patient, prescription: Prescription, now: datetime) -> bytes:
    """One page with what the pharmacy needs to know."""
    return printed(Text("Informacja o e-recepcie"), lines_of(patient, prescription), now)


@seam
def lines_of(patient: Patient, prescription: Prescription) -> dict[str, str]:
    """What the printout tells, by label."""
    return {
        Text("Pacjent"): patient.full_name,
        Text("PESEL"): patient.pesel,
        Text("Kod dostępu"): prescription.access_code,
        Text("Lek"): prescription.drug,
        Text("Liczba opakowań"): str(prescription.packages),
        Text("Dawkowanie"): prescription.dosage,
        Text("Wystawiono"): words_of_day(prescription.issued_on),
        Text("Ważna do"): words_of_day(prescription.valid_until),
        Text("Wystawił(a)"): prescription.doctor,
    }


def handed_over(printout: bytes, name: str) -> Response:
    """A printout that the browser keeps as a file of this name, which it is told as RFC 6266 wants it."""
    file, kept = say(name), quote(say(name))
    told = f'filename="{file}"' if file == kept else f"filename*=UTF-8''{kept}"
    return Response(printout, media_type="application/pdf", headers={"Content-Disposition": f"attachment; {told}"})


def printed(title: str, lines: Mapping[str, str], now: datetime) -> bytes:
    """A document under a title, each of its lines by its label; what can be translated is."""
    page = blank_page(say(title), now)
    page.set_font_size(18)
    page.cell(0, 14, say(title), new_x="LMARGIN", new_y="NEXT")
    page.set_font_size(11)
    for label, value in lines.items():
        page.cell(50, 9, say(label))
        page.multi_cell(0, 9, say(value), new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


@seam
def blank_page(title: str, now: datetime) -> "FPDF":
    """Paper with its margins, on which nothing stands yet."""
    from fpdf import FPDF  # noqa: PLC0415 - an eighth of a second that a start need not pay

    page = FPDF()
    page.set_creation_date(now)
    page.set_title(title)
    page.set_lang(spoken().value)
    page.alias_nb_pages("")  # "{nb}" in a text is no number of pages
    page.add_font("Source Sans", fname=_FONT)
    page.set_font("Source Sans")
    page.add_page()
    return page
