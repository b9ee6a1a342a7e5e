"""The data endpoint of an account: what its pages know, for programs."""

from starlette.responses import Response

from ...kernel.language import Language, speaking
from ...web.visit import Visit
from .account import Account
from .record_pages import KINDS, record_of


def add_data(account: Account) -> None:
    """Answer ``GET /api/konto`` with the data of whoever is signed in, and 401 without a session.

    Programs are told the same in whichever language the patient reads: Polish words where there are words.
    """

    @account.site.get("/api/konto")
    async def data(visit: Visit) -> Response:
        session = account.sessions(visit).current(visit)
        if session is None:
            return visit.json({"error": "no_session"}, status=401)
        patient = session.patient
        record = record_of(visit, patient)
        with speaking(Language.POLISH):
            identified_by = patient.identified_by
        return visit.json(
            {
                "pesel": patient.pesel,
                "given_name": patient.given_name,
                "family_name": patient.family_name,
                "birth_date": patient.birth_date.isoformat(),
                "identified_by": identified_by,
                "authorities": patient.authorities,
                "entries": {kind.name: len(getattr(record, kind.name)) for kind in KINDS},
            }
        )
