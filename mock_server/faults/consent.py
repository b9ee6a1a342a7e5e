"""Faults of the consent in the app, and of opening the app."""

from collections.abc import Callable
from datetime import datetime, timedelta

from ..kernel.faults import TemplateFault
from ..kernel.people import Person
from ..kernel.rules import true
from ..shared.mobywatel_messages import CodeResult
from ..sites.login_mobywatel import rules as login_mobywatel
from ..sites.login_mobywatel.back_channel import Found, find_code
from ..sites.login_mobywatel.routes import status_of
from ..sites.login_mobywatel.state import CodeState, LoginCode, QrLogins
from ..sites.mobywatel import rules as mobywatel
from ..sites.mobywatel.state import AppSession
from ..sites.mobywatel.unlock import unlocked
from ..web import rules as web
from ..web.session import Sessions
from ..web.visit import Visit
from .entry import Row, breaking
from .kept import all_sessions
from .replacing import always, replaced

_LISTED = "{% for name, value in data %}"
_POCKET = timedelta(minutes=10)


def _approved_when_read(code: LoginCode, now: datetime) -> CodeState:
    return CodeState.APPROVED if code.state is CodeState.READ else true(status_of)(code, now)


def _kept_open_by_asking(visit: Visit, *, active: bool = True) -> tuple[AppSession, Person] | None:
    return true(unlocked)(visit)


def _finding_once_read(until: timedelta) -> Callable[[Visit, str], Found | CodeResult]:
    """Find a code that was read in time for so long after its end, whatever its page says."""

    def find(visit: Visit, code: str) -> Found | CodeResult:
        found, known = true(find_code)(visit, code), visit.world.state(QrLogins).by_code.get(code)
        if found is not CodeResult.EXPIRED or known is None:
            return found
        flow, read = known
        return Found(flow, read) if read.state is CodeState.READ and visit.now - read.expires_at <= until else found

    return find


FAULTS = (
    *breaking(
        "consent.needed",
        "article: potwierdź zgodę; RFC 10027",
        Row(
            "consent.scan_is_enough",
            "Reading the code opens the account, without any approval",
            "Whoever shows somebody a QR has them logged in",
            replaced(status_of, _approved_when_read),
        ),
    ),
    *breaking(
        "consent.declined",
        "RFC 10027",
        Row(
            "consent.decline_approves",
            "The button to refuse sends an approval",
            "Who says no is logged in at a stranger's screen",
            TemplateFault("mobywatel/consent.html", 'value="decline"', 'value="approve"'),
        ),
        Row(
            "consent.silence_is_a_yes",
            "A form without a decision counts as an approval",
            "A broken or forged form shares the data",
            replaced(mobywatel.is_approval, lambda decision: decision != "decline"),
            source="OWASP ASVS 5.0, V2.3 (fails closed)",
        ),
        Row(
            "consent.declined_page_waits_on",
            "The computer is not told of a refusal",
            "The person looks at a dead code until it expires",
            TemplateFault("login_mobywatel/code.html", '<script src="/static/wait.js"></script>', ""),
            source="facts: open; a refusal returns to the hub with a notice",
        ),
        Row(
            "consent.decline_without_notice",
            "The hub says nothing after a refusal",
            "The person does not know why the login went back",
            TemplateFault("web/layout.html", "{% if notice is defined and notice %}", "{% if false %}"),
            source="facts: open; a refusal returns to the hub with a notice",
        ),
        Row(
            "consent.every_decision_approves",
            "Whatever is decided counts as an approval",
            "Who says no is logged in at a stranger's screen",
            always(mobywatel.is_approval, True),
        ),
    ),
    *breaking(
        "consent.complete",
        "GDPR art. 7",
        Row(
            "consent.hides_pesel",
            "The consent does not list the PESEL that is sent",
            "People share more than they agreed to",
            TemplateFault("mobywatel/consent.html", _LISTED, f"{_LISTED[:-3]} if name != 'PESEL' %}}"),
            source="GDPR art. 7; article: potwierdź zgodę",
        ),
        Row(
            "consent.always_names_ikp",
            "The consent names IKP whoever asks",
            "Consent is given to the wrong service",
            TemplateFault("mobywatel/consent.html", "{{ consent.service }}", "Internetowe Konto Pacjenta (IKP)"),
        ),
        Row(
            "consent.american_date",
            "The birth date is told with month and day swapped",
            "People agree to send a date that is not theirs",
            TemplateFault(
                "mobywatel/consent.html",
                "{{ value }}",
                "{% set told = value | striptags %}"
                "{{ told[3:6] ~ told[:3] ~ told[6:] if name == 'Data urodzenia' else value }}",
            ),
            source="GDPR art. 5",
        ),
        Row(
            "consent.pesel_as_number",
            "The PESEL is told without its leading zero",
            "People born after 1999 see a number that is not theirs",
            TemplateFault("mobywatel/consent.html", "{{ value }}", "{{ value | int if name == 'PESEL' else value }}"),
            source="ustawa o ewidencji ludności: 11 digits",
        ),
        Row(
            "consent.time_in_utc",
            "The time of the request is told in UTC",
            "An honest request looks like one of an hour ago",
            TemplateFault(
                "mobywatel/consent.html",
                "{{ consent.asked_at | moment }}",
                "{{ consent.asked_at.strftime('%d.%m.%Y, %H:%M:%S') }}",
            ),
            source="facts: what is asked, by whom, and when",
        ),
        Row(
            "consent.edo_data_short",
            "The eDO App does not list all that is sent",
            "People share more than they agreed to",
            TemplateFault("edo_app/details.html", "in flow.login.data %}", "in flow.login.data[1:] %}"),
        ),
        Row(
            "consent.mojeid_hides_pesel",
            "mojeID's consent does not list the PESEL",
            "People do not know that it is sent",
            TemplateFault("mojeid/consent.html", _LISTED, f"{_LISTED[:-3]} if name != 'PESEL' %}}"),
            source="behaviour: Consent",
        ),
    ),
    *breaking(
        "consent.in_time",
        "RFC 8628 §5",
        Row(
            "consent.late_approval_counts",
            "An approval after the code's end still counts",
            "A forgotten phone opens a stranger's screen later",
            replaced(find_code, _finding_once_read(until=timedelta.max)),
        ),
        Row(
            "consent.in_time_off_by_one",
            "An approval counts at the very end of the time",
            "The page calls it dead, the server does not",
            replaced(find_code, _finding_once_read(until=timedelta(0))),
            source="facts: 300 s",
        ),
        Row(
            "consent.to_a_refreshed_code",
            "An approval of a code that was refreshed meanwhile is taken",
            "The app says shared though nothing was; an old photograph counts",
            replaced(login_mobywatel.code_can_be_answered, lambda state: state in (CodeState.READ, CodeState.REPLACED)),
        ),
    ),
    *breaking(
        "consent.once",
        "OWASP ASVS 5.0, V2.3",
        Row(
            "consent.counts_twice",
            "One consent can be given again and again",
            "A repeated form approves what was decided already",
            replaced(login_mobywatel.code_can_be_answered, lambda state: state in (CodeState.READ, CodeState.APPROVED)),
        ),
        Row(
            "consent.without_token",
            "Forms of the app need no token",
            "A web page on the phone approves in the person's name",
            always(web.token_matches, True),
            source="OWASP ASVS 5.0, V3.5",
        ),
    ),
    *breaking(
        "consent.locked",
        "facts: the app asks for its password",
        Row(
            "consent.any_password",
            "The app opens with any password",
            "A found phone logs its finder in",
            always(mobywatel.app_password_matches, True),
        ),
        Row(
            "consent.password_without_case",
            "The app's password counts in any case",
            "Half the password's strength is gone",
            replaced(mobywatel.app_password_matches, lambda password, typed: password.lower() == typed.lower()),
            source="facts: a capital is required",
        ),
        Row(
            "consent.password_cut",
            "Only the first eight characters of the app's password count",
            "A long password protects no better than a short one",
            replaced(mobywatel.app_password_matches, lambda password, typed: password[:8] == typed[:8]),
            source="OWASP ASVS 5.0, 6.2.8",
        ),
        Row(
            "consent.app_stays_open",
            "The app never locks itself",
            "A phone left on a table approves for hours",
            replaced(
                web.session_is_awake,
                lambda seen_at, now, idle: idle == _POCKET or web.session_is_awake.true(seen_at, now, idle),
            ),
            source="OWASP ASVS 5.0, V7.3",
        ),
        Row(
            "consent.asking_keeps_the_app_open",
            "What the open app asks by itself counts as use",
            "A phone left on a table with its app open approves for half an hour",
            replaced(unlocked, _kept_open_by_asking),
            source="OWASP ASVS 5.0, V7.3",
        ),
        Row(
            "consent.open_list_keeps_the_app_open",
            "An open list of pushes that asks for itself counts as use",
            "A phone left on a table with a list open approves for half an hour",
            TemplateFault("mobywatel/pushes.html", "/powiadomienia?odswiez=1", "/powiadomienia"),
            source="OWASP ASVS 5.0, V7.3",
        ),
        Row(
            "consent.app_opens_without_its_session",
            "Without a session the app opens as whoever used it last",
            "Who finds a phone approves logins with it",
            replaced(
                Sessions.shown_by,
                lambda self, cookie: true(Sessions.shown_by)(self, cookie) or next(iter(all_sessions(self)), None),
            ),
            source="OWASP ASVS 5.0, 7.2",
        ),
    ),
    *breaking(
        "consent.equal",
        "WCAG 2.1.1; dark patterns: EDPB guidelines 3/2022",
        Row(
            "consent.decline_not_reachable",
            "The Tab key passes over the refusal",
            "Who uses a keyboard can only approve",
            TemplateFault("mobywatel/consent.html", 'value="decline"', 'value="decline" tabindex="-1"'),
        ),
        Row(
            "consent.decline_tiny",
            "The refusal is small print beside a big button",
            "People approve because they see nothing else",
            TemplateFault(
                "mobywatel/consent.html", 'class="button second" name="decision"', 'class="hint" name="decision"'
            ),
            source="EDPB guidelines 3/2022",
        ),
    ),
    *breaking(
        "consent.limited",
        "facts: open, 5",
        Row(
            "consent.six_tries",
            "The app takes one wrong password too many",
            "A limit that is not what is stated",
            replaced(web.lock_is_due, lambda wrong, allowed: wrong > allowed),
        ),
        Row(
            "consent.four_tries",
            "The app locks one try early",
            "A limit that is not what is stated",
            replaced(web.lock_is_due, lambda wrong, allowed: wrong >= allowed - 1),
        ),
        Row(
            "consent.lock_ends_late",
            "The app's lock still holds when its time is over",
            "The person waits longer than told",
            replaced(web.is_locked, lambda locked_until, now: locked_until is not None and now <= locked_until),
            source="facts: 10 minutes",
        ),
    ),
)
