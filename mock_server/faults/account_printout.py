"""Faults of a prescription on paper: another one's, or its values under the wrong labels."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from ..kernel.rules import true
from ..shared.patient.patient import Patient
from ..shared.patient.pdf import blank_page, lines_of
from ..shared.patient.record import Prescription
from ..shared.patient.record_pages import prescription_opened
from ..shared.patient.session import PatientSession
from ..web.visit import Visit
from .account_record import newest
from .entry import Row, breaking
from .replacing import replaced

if TYPE_CHECKING:
    from fpdf import FPDF

_SHOWN = "users expect it: a printout tells what is recorded"
_BEYOND = 100
"""Millimetres of text beside the paper."""
_WIDTH = 60
"""Letters, where somebody thought of one line on paper."""


def _newest_on_paper(visit: Visit, session: PatientSession) -> Prescription:
    is_paper = visit.request.scope["path"].endswith("/pdf")
    return (newest if is_paper else true(prescription_opened))(visit, session)


def _printed(
    wrong: Callable[[Patient, Prescription], dict[str, str]],
) -> Callable[[Patient, Prescription], dict[str, str]]:
    """Print something else under some labels."""

    def lines(patient: Patient, prescription: Prescription) -> dict[str, str]:
        return true(lines_of)(patient, prescription) | wrong(patient, prescription)

    return lines


def _of_wider_paper(title: str, now: datetime) -> "FPDF":
    page = true(blank_page)(title, now)
    page.set_right_margin(-_BEYOND)
    return page


FAULTS = (
    *breaking(
        "account.printout",
        _SHOWN,
        Row(
            "account.newest_on_paper",
            "Every printout is that of the newest prescription",
            "The pharmacy hands out the wrong medicine",
            replaced(prescription_opened, _newest_on_paper),
        ),
        Row(
            "account.code_without_zeros_on_paper",
            "An access code loses its leading zeros on paper",
            "The pharmacy finds no prescription",
            replaced(lines_of, _printed(lambda _, one: {"Kod dostępu": str(int(one.access_code))})),
        ),
        Row(
            "account.dose_cut_on_paper",
            "A long dosage is cut on paper",
            "A patient takes the medicine in the wrong way",
            replaced(lines_of, _printed(lambda _, one: {"Dawkowanie": one.dosage[:_WIDTH]})),
        ),
        Row(
            "account.beside_the_paper",
            "A long line runs over the edge of the paper",
            "A patient reads half of the dosage, and half of the examinations",
            replaced(blank_page, _of_wider_paper),
        ),
        Row(
            "account.doctor_for_patient_on_paper",
            "The printout names the doctor as the patient",
            "The pharmacy turns the patient away",
            replaced(lines_of, _printed(lambda _, one: {"Pacjent": one.doctor})),
        ),
        Row(
            "account.names_swapped_on_paper",
            "The printout tells the family name first",
            "The pharmacy looks for somebody else",
            replaced(
                lines_of,
                _printed(lambda patient, _: {"Pacjent": f"{patient.family_name} {patient.given_name}"}),
            ),
        ),
        Row(
            "account.days_swapped_on_paper",
            "The printout swaps the day of issue and the last day",
            "A patient gives up a prescription that is still good",
            replaced(
                lines_of,
                _printed(
                    lambda _, one: {
                        "Wystawiono": f"{one.valid_until:%d.%m.%Y}",
                        "Ważna do": f"{one.issued_on:%d.%m.%Y}",
                    }
                ),
            ),
        ),
    ),
)
