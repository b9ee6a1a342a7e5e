"""Whether a patient may fill in a survey now, and if not, why and since when or until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ....kernel.rules import seam
from ....web.visit import Visit
from ..archive import today
from ..patient import Patient
from . import rules
from .state import Prevention


class SurveyAccess(StrEnum):
    """To whom the survey is open."""

    OPEN = "open"
    TOO_YOUNG = "too_young"
    NOT_INSURED = "not_insured"
    TOO_SOON = "too_soon"


@dataclass(frozen=True)
class Opening:
    """What the account says of it.

    Attributes:
        access: open or not, and why.
        opens_on: the day from which it is open, if there is one.
    """

    access: SurveyAccess
    opens_on: date | None = None


def opening_of(visit: Visit, patient: Patient) -> Opening:
    """To this patient, now."""
    now = today(visit.now)
    if not rules.is_old_enough(patient.birth_date, now):
        return Opening(SurveyAccess.TOO_YOUNG, date(patient.birth_date.year + rules.FROM_AGE, 1, 1))
    if not is_insured(visit, patient):
        return Opening(SurveyAccess.NOT_INSURED)
    sent = [one.issued_on for one in visit.world.state(Prevention).referrals(patient.pesel)]
    opens_on = rules.opens_again_on(max(sent)) if sent else None
    if opens_on and not rules.survey_is_due(opens_on, now):
        return Opening(SurveyAccess.TOO_SOON, opens_on)
    return Opening(SurveyAccess.OPEN)


@seam
def is_insured(visit: Visit, patient: Patient) -> bool:
    """Whether the health fund pays for the patient, as its register says now; whom it does not know it does not."""
    person = visit.world.people.by_pesel(patient.pesel)
    return person is not None and person.insured
