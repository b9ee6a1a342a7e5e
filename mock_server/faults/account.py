"""Faults of the account: whose data opens to whom, and what stays behind."""

from datetime import timedelta

from ..kernel.faults import ResponseChanged, RuleFault, RuleReplaced
from .entry import CataloguedFault
from .headers import header, status

_OWNER = "ASVS 5.0, 8.2; WSTG-ATHZ-04"
_CACHE = "ASVS 5.0, 14.3.2"
_RIGHT = "article: “swoim, swoich dzieci lub osoby, która Cię do tego upoważniła”"
_KEPT = header("Cache-Control", "private, max-age=600")

FAULTS = (
    CataloguedFault(
        "account.any_document",
        "A document opens to everybody who knows its id",
        "A stranger reads a patient's prescription",
        "account.document",
        _OWNER,
        RuleFault("patient.document_is_theirs", "always", value=True),
    ),
    CataloguedFault(
        "account.document_of_the_same_birthday",
        "Owners are told apart by their birth date alone",
        "Twins and many others read each other's prescriptions",
        "account.document",
        _OWNER,
        RuleReplaced("patient.document_is_theirs", lambda _: lambda owner, pesel: owner[:6] == pesel[:6]),
    ),
    CataloguedFault(
        "account.document_is_told_to_be_there",
        "Documents are refused with 403 at the app",
        "A stranger learns which documents exist",
        "account.document",
        _OWNER,
        ResponseChanged("mojeikp", "/recepty/.*", status(404, 403)),
    ),
    CataloguedFault(
        "account.own_document_lost",
        "A patient's own document does not open",
        "The access code cannot be told at the pharmacy",
        "account.document",
        _OWNER,
        RuleFault("patient.document_is_theirs", "always", value=False),
    ),
    CataloguedFault(
        "account.pesel_in_address",
        "“pesel=” in the address chooses whose data shows",
        "Everybody reads everybody's data",
        "account.parameter",
        _OWNER,
        RuleReplaced("patient.patient_shown", lambda _: lambda signed_in, asked_for: asked_for or signed_in),
    ),
    CataloguedFault(
        "account.well_formed_pesel_in_address",
        "“pesel=” in the address counts when it comes last and is well formed",
        "Everybody reads everybody's data",
        "account.parameter",
        _OWNER,
        RuleReplaced(
            "patient.patient_shown",
            lambda _: (
                lambda signed_in, asked_for: asked_for if asked_for.isdigit() and len(asked_for) == 11 else signed_in
            ),
        ),
    ),
    CataloguedFault(
        "account.open_without_cookie",
        "A visitor without a cookie is taken for whoever signed in last",
        "Everybody reads a patient's data",
        "account.data",
        _OWNER,
        RuleReplaced(
            "web.session_shown_by",
            lambda true: lambda cookie, sessions: true(cookie, sessions) if cookie else next(reversed(sessions), None),
        ),
    ),
    CataloguedFault(
        "account.any_cookie",
        "Any session cookie opens the session of whoever signed in last",
        "A made-up cookie reads a patient's data",
        "account.data",
        _OWNER,
        RuleReplaced(
            "web.session_shown_by",
            lambda true: (
                lambda cookie, sessions: true(cookie, sessions) or (next(reversed(sessions), None) if cookie else None)
            ),
        ),
    ),
    CataloguedFault(
        "account.cookie_by_its_beginning",
        "A cookie that is the beginning of a session's id opens it",
        "A session is guessed letter by letter",
        "account.data",
        _OWNER,
        RuleReplaced(
            "web.session_shown_by",
            lambda true: (
                lambda cookie, sessions: (
                    true(cookie, sessions) or next((one for one in sessions if cookie and one.startswith(cookie)), None)
                )
            ),
        ),
    ),
    CataloguedFault(
        "account.data_says_ok",
        "The data endpoint answers 200 to who is not signed in",
        "A program takes the refusal for data",
        "account.data",
        "this product: no session means a 401",
        ResponseChanged("ikp", "/api/konto", status(401, 200)),
    ),
    CataloguedFault(
        "account.former_patient_lives_on",
        "The session of the patient before stays alive after another one signs in",
        "A copied cookie of the one before works on",
        "account.change_of_user",
        "ASVS 5.0, 7.2.4",
        RuleReplaced("web.sessions_ended", lambda _: lambda of_cookie, _of_browser, _everybodys: of_cookie),
    ),
    CataloguedFault(
        "account.pages_of_the_patient_before",
        "Browsers keep the account's pages for ten minutes",
        "The next patient at the computer sees the one before",
        "account.change_of_user",
        _CACHE,
        ResponseChanged("ikp", "/konto|/moje-konto", _KEPT),
    ),
    CataloguedFault(
        "account.tab_of_the_patient_before",
        "A page of the patient before does not notice that another one has signed in",
        "A tab goes on showing somebody else's data",
        "account.change_of_user",
        "users expect it",
        RuleFault("patient.page_is_of_session", "always", value=True),
    ),
    CataloguedFault(
        "account.kept_by_browsers",
        "Browsers keep the account's first page",
        "“Back” shows a patient's data after the logout",
        "account.no_store",
        _CACHE,
        ResponseChanged("ikp", "/konto", _KEPT),
    ),
    CataloguedFault(
        "account.kept_by_the_app",
        "Browsers keep the first page of mojeIKP",
        "“Back” shows a patient's data after the logout",
        "account.no_store",
        _CACHE,
        ResponseChanged("mojeikp", "/konto", _KEPT),
    ),
    CataloguedFault(
        "account.printout_is_kept",
        "Caches keep the PDF of a prescription",
        "The PDF stays on a shared computer",
        "account.no_store",
        _CACHE,
        ResponseChanged("ikp", "/recepty/.*/pdf", _KEPT),
    ),
    CataloguedFault(
        "account.data_is_kept",
        "Caches keep what the data endpoint answers",
        "A proxy hands a patient's data to the next one",
        "account.no_store",
        _CACHE,
        ResponseChanged("mojeikp", "/api/konto", header("Cache-Control", "public, max-age=60")),
    ),
    CataloguedFault(
        "account.every_child",
        "Every child's account opens to every patient",
        "Strangers read a child's data",
        "account.right",
        _RIGHT,
        RuleReplaced("patient.may_see_child", lambda _: lambda child, children, *, minor: minor),
    ),
    CataloguedFault(
        "account.child_for_ever",
        "A child's account stays open to the parents after the eighteenth birthday",
        "Parents read a grown-up's data",
        "account.right",
        "Kodeks cywilny, art. 10",
        RuleReplaced("patient.may_see_child", lambda _: lambda child, children, *, minor: child in children),
    ),
    CataloguedFault(
        "account.child_one_day_longer",
        "A child comes of age one day late",
        "Parents read a grown-up's data for a day",
        "account.right",
        "Kodeks cywilny, art. 112",
        RuleReplaced("patient.is_minor", lambda true: lambda born, today: true(born, today - timedelta(days=1))),
    ),
    CataloguedFault(
        "account.child_one_day_shorter",
        "A child comes of age one day early",
        "On the last day parents cannot open their child's account",
        "account.right",
        "Kodeks cywilny, art. 112",
        RuleReplaced(
            "patient.is_minor",
            lambda true: lambda born, today: true(born, today + timedelta(days=1)),
        ),
    ),
    CataloguedFault(
        "account.no_child",
        "No child's account opens to the parents",
        "Parents cannot see their children's prescriptions",
        "account.right",
        _RIGHT,
        RuleFault("patient.may_see_child", "always", value=False),
    ),
    CataloguedFault(
        "account.every_adult",
        "Every account opens to every patient",
        "Strangers read anybody's data",
        "account.right",
        _RIGHT,
        RuleFault("patient.may_see_adult", "always", value=True),
    ),
    CataloguedFault(
        "account.right_for_anybody",
        "Who was authorised by one person sees everybody",
        "A carer reads strangers' data",
        "account.right",
        _RIGHT,
        RuleReplaced("patient.may_see_adult", lambda _: lambda adult, authorised_by: bool(authorised_by)),
    ),
    CataloguedFault(
        "account.no_adult",
        "An authorised person does not see the account",
        "A carer cannot help",
        "account.right",
        _RIGHT,
        RuleFault("patient.may_see_adult", "always", value=False),
    ),
    CataloguedFault(
        "account.printout_is_a_page",
        "A printout says that it is a web page",
        "The browser shows the PDF as garbled text",
        "account.data",
        "RFC 9110, 8.3",
        ResponseChanged("ikp", "/.*/pdf", header("content-type", "text/html")),
    ),
    CataloguedFault(
        "account.pin_of_the_patient_before",
        "Whatever PIN was set before opens the next patient's app",
        "Who had the phone before reads the next patient's data",
        "account.change_of_user",
        "OWASP ASVS 5.0, 6.2",
        RuleFault("mojeikp.pin_is_right", "always", value=True),
    ),
)
