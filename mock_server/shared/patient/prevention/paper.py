"""A referral on paper."""

from datetime import datetime

from ....kernel.polish_time import words_of_day
from ....kernel.rules import seam
from ....kernel.translation import Text, say
from ..patient import Patient
from ..pdf import printed
from .referral import PreventionReferral


def referral_pdf(patient: Patient, referral: PreventionReferral, now: datetime) -> bytes:
    """One page with what the place of the visit needs to know, in the language of the patient's visit."""
    lines = {say(label): say(told) for label, told in printed_lines(patient, referral).items()}
    return printed(say(Text("Informacja o e-skierowaniu")), lines, now)


@seam
def printed_lines(patient: Patient, referral: PreventionReferral) -> dict[str, str]:
    """What the printout tells, by label."""
    return {
        Text("Pacjent"): patient.full_name,
        Text("PESEL"): patient.pesel,
        Text("Numer"): referral.number,
        Text("Kod dostępu"): referral.access_code,
        Text("Program"): Text("Profilaktyka 40+"),
        Text("Badania"): "; ".join(map(say, referral.names)),
        Text("Wystawiono"): words_of_day(referral.issued_on),
        Text("Ważne do"): words_of_day(referral.valid_until),
    }
