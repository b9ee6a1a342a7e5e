"""Faults of the account: whose data opens to whom, and what stays behind."""

from dataclasses import replace
from datetime import timedelta

from ..kernel.faults import ResponseChanged
from ..kernel.rules import true
from ..shared.patient import rules as patient
from ..shared.patient.patient import Patient
from ..shared.patient.record import Record
from ..shared.patient.record_pages import record_of
from ..sites.mojeikp import rules as mojeikp
from ..web import rules as web
from ..web.session import Sessions
from ..web.visit import Visit
from .entry import Row, breaking
from .headers import header, status
from .kept import S, all_sessions
from .replacing import always, replaced

_OWNER = "ASVS 5.0, 8.2; WSTG-ATHZ-04"
_CACHE = "ASVS 5.0, 14.3.2"
_RIGHT = "article: “swoim, swoich dzieci lub osoby, która Cię do tego upoważniła”"
_KEPT = header("Cache-Control", "private, max-age=600")


def _record_asked_for(visit: Visit, patient: Patient) -> Record:
    return true(record_of)(visit, replace(patient, pesel=visit.query("pesel") or patient.pesel))


def _record_of_well_formed(visit: Visit, patient: Patient) -> Record:
    asked_for = visit.query("pesel")
    pesel = asked_for if asked_for.isdigit() and len(asked_for) == 11 else patient.pesel
    return true(record_of)(visit, replace(patient, pesel=pesel))


def _latest(sessions: Sessions[S]) -> S | None:
    return next(reversed(all_sessions(sessions)), None)


FAULTS = (
    *breaking(
        "account.document",
        _OWNER,
        Row(
            "account.any_document",
            "A document opens to everybody who knows its id",
            "A stranger reads a patient's prescription",
            always(patient.document_is_theirs, True),
        ),
        Row(
            "account.document_of_the_same_birthday",
            "Owners are told apart by their birth date alone",
            "Twins and many others read each other's prescriptions",
            replaced(patient.document_is_theirs, lambda owner, pesel: owner[:6] == pesel[:6]),
        ),
        Row(
            "account.document_is_told_to_be_there",
            "Documents are refused with 403 at the app",
            "A stranger learns which documents exist",
            ResponseChanged("mojeikp", "/recepty/.*", status(404, 403)),
        ),
        Row(
            "account.own_document_lost",
            "A patient's own document does not open",
            "The access code cannot be told at the pharmacy",
            always(patient.document_is_theirs, False),
        ),
    ),
    *breaking(
        "account.parameter",
        _OWNER,
        Row(
            "account.pesel_in_address",
            "“pesel=” in the address chooses whose data shows",
            "Everybody reads everybody's data",
            replaced(record_of, _record_asked_for),
        ),
        Row(
            "account.well_formed_pesel_in_address",
            "“pesel=” in the address counts when it comes last and is well formed",
            "Everybody reads everybody's data",
            replaced(record_of, _record_of_well_formed),
        ),
    ),
    *breaking(
        "account.data",
        _OWNER,
        Row(
            "account.open_without_cookie",
            "A visitor without a cookie is taken for whoever signed in last",
            "Everybody reads a patient's data",
            replaced(
                Sessions.shown_by,
                lambda self, cookie: true(Sessions.shown_by)(self, cookie) if cookie else _latest(self),
            ),
        ),
        Row(
            "account.any_cookie",
            "Any session cookie opens the session of whoever signed in last",
            "A made-up cookie reads a patient's data",
            replaced(
                Sessions.shown_by,
                lambda self, cookie: true(Sessions.shown_by)(self, cookie) or (_latest(self) if cookie else None),
            ),
        ),
        Row(
            "account.cookie_by_its_beginning",
            "A cookie that is the beginning of a session's id opens it",
            "A session is guessed letter by letter",
            replaced(
                Sessions.shown_by,
                lambda self, cookie: next(
                    (one for one in all_sessions(self) if cookie and one.id.startswith(cookie)), None
                ),
            ),
        ),
        Row(
            "account.data_says_ok",
            "The data endpoint answers 200 to who is not signed in",
            "A program takes the refusal for data",
            ResponseChanged("ikp", "/api/konto", status(401, 200)),
            source="this product: no session means a 401",
        ),
        Row(
            "account.printout_is_a_page",
            "A printout says that it is a web page",
            "The browser shows the PDF as garbled text",
            ResponseChanged("ikp", "/.*/pdf", header("content-type", "text/html")),
            source="RFC 9110, 8.3",
        ),
    ),
    *breaking(
        "account.change_of_user",
        "ASVS 5.0, 7.2.4",
        Row(
            "account.former_patient_lives_on",
            "The session of the patient before stays alive after another one signs in",
            "A copied cookie of the one before works on",
            replaced(web.sessions_ended, lambda of_cookie, of_browser: of_cookie),
        ),
        Row(
            "account.pages_of_the_patient_before",
            "Browsers keep the account's pages for ten minutes",
            "The next patient at the computer sees the one before",
            ResponseChanged("ikp", "/konto|/moje-konto", _KEPT),
            source=_CACHE,
        ),
        Row(
            "account.tab_of_the_patient_before",
            "A page of the patient before does not notice that another one has signed in",
            "A tab goes on showing somebody else's data",
            always(patient.page_is_of_session, True),
            source="users expect it",
        ),
        Row(
            "account.pin_of_the_patient_before",
            "Whatever PIN was set before opens the next patient's app",
            "Who had the phone before reads the next patient's data",
            always(mojeikp.pin_is_right, True),
            source="OWASP ASVS 5.0, 6.2",
        ),
    ),
    *breaking(
        "account.no_store",
        _CACHE,
        Row(
            "account.kept_by_browsers",
            "Browsers keep the account's first page",
            "“Back” shows a patient's data after the logout",
            ResponseChanged("ikp", "/konto", _KEPT),
        ),
        Row(
            "account.kept_by_the_app",
            "Browsers keep the first page of mojeIKP",
            "“Back” shows a patient's data after the logout",
            ResponseChanged("mojeikp", "/konto", _KEPT),
        ),
        Row(
            "account.printout_is_kept",
            "Caches keep the PDF of a prescription",
            "The PDF stays on a shared computer",
            ResponseChanged("ikp", "/recepty/.*/pdf", _KEPT),
        ),
        Row(
            "account.data_is_kept",
            "Caches keep what the data endpoint answers",
            "A proxy hands a patient's data to the next one",
            ResponseChanged("mojeikp", "/api/konto", header("Cache-Control", "public, max-age=60")),
        ),
    ),
    *breaking(
        "account.right",
        _RIGHT,
        Row(
            "account.every_child",
            "Every child's account opens to every patient",
            "Strangers read a child's data",
            replaced(patient.may_see_child, lambda child, children, *, minor: minor),
        ),
        Row(
            "account.child_for_ever",
            "A child's account stays open to the parents after the eighteenth birthday",
            "Parents read a grown-up's data",
            replaced(patient.may_see_child, lambda child, children, *, minor: child in children),
            source="Kodeks cywilny, art. 10",
        ),
        Row(
            "account.child_one_day_longer",
            "A child comes of age one day late",
            "Parents read a grown-up's data for a day",
            replaced(
                patient.is_minor, lambda birth_date, today: patient.is_minor.true(birth_date, today - timedelta(days=1))
            ),
            source="Kodeks cywilny, art. 112",
        ),
        Row(
            "account.child_one_day_shorter",
            "A child comes of age one day early",
            "On the last day parents cannot open their child's account",
            replaced(
                patient.is_minor, lambda birth_date, today: patient.is_minor.true(birth_date, today + timedelta(days=1))
            ),
            source="Kodeks cywilny, art. 112",
        ),
        Row(
            "account.no_child",
            "No child's account opens to the parents",
            "Parents cannot see their children's prescriptions",
            always(patient.may_see_child, False),
        ),
        Row(
            "account.every_adult",
            "Every account opens to every patient",
            "Strangers read anybody's data",
            always(patient.may_see_adult, True),
        ),
        Row(
            "account.right_for_anybody",
            "Who was authorised by one person sees everybody",
            "A carer reads strangers' data",
            replaced(patient.may_see_adult, lambda adult, viewer, *, owner, authorised: viewer == authorised),
        ),
        Row(
            "account.no_adult",
            "An authorised person does not see the account",
            "A carer cannot help",
            always(patient.may_see_adult, False),
        ),
    ),
)
