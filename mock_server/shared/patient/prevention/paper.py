"""A referral on paper."""

from datetime import datetime

from ....kernel.polish_time import words_of_day
from ....kernel.rules import seam
from ..patient import Patient
from ..pdf import printed
from .referral import PreventionReferral


def referral_pdf(patient: Patient, referral: PreventionReferral, now: datetime) -> bytes:
    """One page with what the place of the visit needs to know."""
    return printed("Informacja o e-skierowaniu", printed_lines(patient, referral), now)


@seam
def printed_lines(patient: Patient, referral: PreventionReferral) -> dict[str, str]:
    """What the printout tells, by label."""
    return {
        "Pacjent": patient.full_name,
        "PESEL": patient.pesel,
        "Numer": referral.number,
        "Kod dostępu": referral.access_code,
        "Program": "Profilaktyka 40+",
        "Badania": "; ".join(referral.names),
        "Wystawiono": words_of_day(referral.issued_on),
        "Ważne do": words_of_day(referral.valid_until),
    }
