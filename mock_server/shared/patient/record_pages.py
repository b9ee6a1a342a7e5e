"""The pages of a patient's own record."""

from dataclasses import dataclass

from starlette.responses import Response

from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.refusal import not_found
from ...web.visit import Visit
from .account import Account
from .archive import Archive, today
from .patient import Patient
from .pdf import handed_over, prescription_pdf
from .record import Prescription, Record
from .sections import Section
from .session import PatientSession


@dataclass(frozen=True)
class Kind(Section):
    """One kind of entries: a section whose name is its field of a record, too, and its template.

    Attributes:
        none: what is said where there are none.
    """

    none: str


KINDS = (
    Kind(
        "prescriptions",
        "/recepty",
        Text("e-recepty"),
        Text("Kody dostępu, dawkowanie i wydruki"),
        none=Text("Nie ma tu żadnych e-recept."),
        short=Text("Recepty"),
    ),
    Kind(
        "referrals",
        "/skierowania",
        Text("e-skierowania"),
        Text("Do poradni, na badania i zabiegi"),
        none=Text("Nie ma tu żadnych e-skierowań."),
        short=Text("Skierowania"),
    ),
    Kind(
        "appointments",
        "/wizyty",
        Text("Historia wizyt"),
        Text("Porady i badania, z których korzystano"),
        none=Text("Nie ma tu żadnych wizyt."),
        short=Text("Wizyty"),
    ),
    Kind(
        "sick_leaves",
        "/zwolnienia",
        Text("e-zwolnienia"),
        Text("Zwolnienia lekarskie z ich numerami"),
        none=Text("Nie ma tu żadnych zwolnień."),
    ),
    Kind(
        "vaccinations",
        "/szczepienia",
        Text("Szczepienia"),
        Text("Przyjęte dawki szczepionek"),
        none=Text("Nie ma tu żadnych szczepień."),
    ),
)


@seam
def record_of(visit: Visit, patient: Patient) -> Record:
    """The patient's own record."""
    return visit.world.state(Archive).of(patient.pesel, patient.birth_date, visit.now)


def add_record_pages(account: Account) -> None:
    """Show each kind of entries, and each prescription on a page and on paper."""
    for kind in KINDS:
        _add_list(account, kind)

    @account.get("/recepty/{document}")
    async def prescription(visit: Visit, session: PatientSession) -> Response:
        own = prescription_opened(visit, session)
        return account.show(visit, session, "prescription.html", prescription=own, today=today(visit.now))

    @account.get("/recepty/{document}/pdf")
    async def printout(visit: Visit, session: PatientSession) -> Response:
        content = prescription_pdf(session.patient, prescription_opened(visit, session), visit.now)
        return handed_over(content, Text("e-recepta.pdf"))


def _add_list(account: Account, kind: Kind) -> None:
    @account.get(kind.path)
    async def entries(visit: Visit, session: PatientSession) -> Response:
        record = record_of(visit, session.patient)
        return account.show(
            visit, session, "records.html", kind=kind, record=record, documents_open=True, today=today(visit.now)
        )


@seam
def prescription_opened(visit: Visit, session: PatientSession) -> Prescription:
    """The patient's own prescription that the address names.

    Raises:
        Refused: 404, the patient has none of that id.
    """
    found = visit.world.state(Archive).prescription(visit.param("document"), asked_by=session.patient.pesel)
    if found is None:
        raise not_found()
    return found
