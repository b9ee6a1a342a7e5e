"""Every record of one world. Both accounts of a patient read the same one."""

from datetime import date, datetime

from ...kernel.clock import WARSAW
from ...kernel.open_things import NothingOpen
from ...kernel.rules import seam
from ...kernel.secret import opaque_id
from . import rules
from .making import make_record
from .record import Prescription, Record


class DocumentTaken(ValueError):
    """Two patients would have a document of one id."""


class Archive(NothingOpen):
    """Makes a patient's record at first sight, unless one was put, and keeps it from then on."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._prescriptions: dict[str, tuple[str, Prescription]] = {}
        """Each with the PESEL of its patient, by id."""

    def of(self, pesel: str, birth_date: date, now: datetime) -> Record:
        """The record of this patient, newest first."""
        return self._records.get(pesel) or self.put(pesel, make_record(pesel, birth_date, today(now)))

    def put(self, pesel: str, record: Record) -> Record:
        """Let this be the patient's record, in place of any before; it is kept newest first.

        Raises:
            DocumentTaken: another patient has a prescription of the same id; nothing has changed.
        """
        for one in record.prescriptions:
            owner, _ = self._prescriptions.get(one.id, (pesel, None))
            if owner != pesel:
                raise DocumentTaken(f"another patient of this world has a prescription with the id {one.id}")
        self.forget(pesel)
        self._records[pesel] = kept = record.newest_first()
        self._prescriptions |= {one.id: (pesel, one) for one in kept.prescriptions}
        return kept

    def forget(self, pesel: str) -> None:
        """Let go of a patient's record; a patient who has none yet is no error."""
        known = self._records.pop(pesel, None)
        for one in known.prescriptions if known else ():
            del self._prescriptions[one.id]

    def prescription(self, document: str, *, asked_by: str) -> Prescription | None:
        """A prescription by its id, if it belongs to the patient who asks."""
        owner, prescription = self._prescriptions.get(document, ("", None))
        return prescription if prescription and rules.document_is_theirs(owner, asked_by) else None


class Handles(NothingOpen):
    """Stand-ins for PESELs in addresses: they tell nothing and open nothing by themselves."""

    def __init__(self) -> None:
        self._by_pesel: dict[str, str] = {}

    def of(self, pesel: str) -> str:
        """The stand-in of this PESEL."""
        return self._by_pesel.setdefault(pesel, opaque_id())

    def pesel(self, handle: str) -> str | None:
        """Whose stand-in this is."""
        return next((pesel for pesel, known in self._by_pesel.items() if known == handle), None)


@seam
def today(now: datetime) -> date:
    """The day in Poland at that moment."""
    return now.astimezone(WARSAW).date()
