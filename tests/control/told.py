"""What the control API tells of a few things, as JSON, and what the Python client makes of each."""

import json
from datetime import UTC, date, datetime
from typing import Any

from mock_server.control.providers import ProviderSeen
from mock_server.kernel.people import Person
from mock_server.shared.patient.authorisation import Authorisation, Scope
from mock_server.shared.patient.booking.model import Place, Service, Term, Voivodeship
from mock_server.shared.patient.prevention.examinations import Examination
from mock_server.shared.patient.prevention.referral import PreventionReferral, Result
from mock_server.shared.patient.record import Record, SickLeave

PERSON = Person("44051401359", "Anna", "Łoś", date(1944, 5, 14), "+48500100200", "anna@example.org")
OTHER = Person("02070803628", "Jan", "Żak", date(1902, 7, 8), "+48500100201", "jan@example.org")
RIGHT = Authorisation(
    OTHER.pesel, PERSON.pesel, OTHER.pesel, frozenset({Scope.VISITS}), date(2026, 5, 4), date(2026, 5, 6), "r1"
)
PLAIN_RIGHT: dict[str, object] = {
    "owner": "02070803628",
    "authorised": "44051401359",
    "granted_by": "02070803628",
    "scope": ["visits"],
    "first_day": "2026-05-04",
    "last_day": "2026-05-06",
    "id": "r1",
}
PLAIN: dict[str, object] = {
    "pesel": "44051401359",
    "given_name": "Anna",
    "family_name": "Łoś",
    "birth_date": "1944-05-14",
    "phone": "+48500100200",
    "email": "anna@example.org",
    "trusted_profile": None,
    "bank_customers": {},
    "id_card": None,
    "mobywatel": None,
    "children": [],
    "may_see": [],
    "insured": True,
}
SICK_LEAVE = {
    "number": "ZZ0000007",
    "first_day": "2026-01-02",
    "last_day": "2026-01-02",
    "doctor": "lek. Ewa Łoś",
}
PLAIN_RECORD: dict[str, object] = {
    "prescriptions": [],
    "referrals": [],
    "appointments": [],
    "sick_leaves": [SICK_LEAVE],
    "vaccinations": [],
}
RECORD = Record((), (), (), (SickLeave("ZZ0000007", date(2026, 1, 2), date(2026, 1, 2), "lek. Ewa Łoś"),), ())
PLACE = Place("lab", "Laboratorium", Voivodeship.LODZKIE, "Łódź", "ul. Długa 1", (Service.HPV,))
PLAIN_PLACE: dict[str, object] = {
    "id": "lab",
    "name": "Laboratorium",
    "voivodeship": "łódzkie",
    "town": "Łódź",
    "street": "ul. Długa 1",
    "services": ["hpv"],
}
TERM = Term(Service.HPV, datetime(2026, 12, 1, 9, 0, tzinfo=UTC), seats=2)
PLAIN_TERM: dict[str, object] = {"service": "hpv", "starts_at": "2026-12-01T09:00:00Z", "seats": 2}
TERM_SEEN = PLAIN_TERM | {"id": "hpv-20261201T0900Z", "taken": 1}
RESULT = Result(Examination.GLUCOSE, "5,1", "3,9–5,5", date(2026, 12, 2))
PLAIN_RESULT = {"examination": "glucose", "value": "5,1", "norm": "3,9–5,5", "on": "2026-12-02"}
REFERRAL = PreventionReferral(
    date(2026, 11, 19),
    date(2027, 11, 18),
    (Examination.GLUCOSE,),
    number="1" * 22,
    access_code="0042",
    used=True,
    results=(RESULT,),
    id="r1",
)
PLAIN_REFERRAL: dict[str, object] = {
    "issued_on": "2026-11-19",
    "valid_until": "2027-11-18",
    "examinations": ["glucose"],
    "number": "1" * 22,
    "access_code": "0042",
    "used": True,
    "results": [PLAIN_RESULT],
    "id": "r1",
}
CLOCK = {"now": "2026-01-31T11:00:00Z", "frozen": True}
REGISTERED = {
    "issuer": "sp",
    "name": "P",
    "acs_urls": ["https://sp/acs"],
    "certificate_fingerprint": "ab",
    "encryption_certificate_fingerprint": "cd",
    "logout_url": None,
}
PROVIDER = ProviderSeen.model_validate_json(json.dumps(REGISTERED))
SEEN: dict[str, Any] = {"name": "w", "sites": {"ikp": "http://ikp--w.localhost:7/"}}
SETTINGS = {"reading_seconds": 4}
DECIDED = {"result": "approved", "message": None}
