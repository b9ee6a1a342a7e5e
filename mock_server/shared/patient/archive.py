"""Every record of one world. Both accounts of a patient read the same one."""

from datetime import date, datetime

from ...kernel.clock import WARSAW
from ...kernel.secret import opaque_id
from . import rules
from .making import make_record
from .record import Prescription, Record


class Archive:
    """Makes a patient's record at first sight and keeps it from then on."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._prescriptions: dict[str, tuple[str, Prescription]] = {}
        """Each with the PESEL of its patient, by id."""

    def of(self, pesel: str, birth_date: date, now: datetime) -> Record:
        """The record of this patient."""
        if pesel not in self._records:
            self._records[pesel] = record = make_record(pesel, birth_date, today(now))
            self._prescriptions |= {one.id: (pesel, one) for one in record.prescriptions}
        return self._records[pesel]

    def prescription(self, document: str, *, asked_by: str) -> Prescription | None:
        """A prescription by its id, if it belongs to the patient who asks."""
        owner, prescription = self._prescriptions.get(document, ("", None))
        return prescription if prescription and rules.document_is_theirs(owner, asked_by) else None


class Handles:
    """Stand-ins for PESELs in addresses: they tell nothing and open nothing by themselves."""

    def __init__(self) -> None:
        self._by_pesel: dict[str, str] = {}

    def of(self, pesel: str) -> str:
        """The stand-in of this PESEL."""
        return self._by_pesel.setdefault(pesel, opaque_id())

    def pesel(self, handle: str) -> str | None:
        """Whose stand-in this is."""
        return next((pesel for pesel, known in self._by_pesel.items() if known == handle), None)


def today(now: datetime) -> date:
    """The day in Poland at that moment."""
    return now.astimezone(WARSAW).date()
