"""Faults of sessions and their cookies."""

from collections.abc import Callable
from datetime import timedelta

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.rules import true
from ..shared.patient import rules as patient
from ..web import rules as web
from ..web.session import SESSION_COOKIE, Sessions
from ..web.visit import BROWSER_COOKIE, Visit
from .entry import Row, breaking
from .headers import each_session_cookie, session_id_in_location
from .kept import S
from .page import ScriptChanged
from .replacing import always, replaced

_COOKIE = "ASVS 5.0, 3.3; the session cookie"
_LIMITS = "ASVS 5.0, 7.3; facts: open, 15 and 60 minutes"
_SECOND = timedelta(seconds=1)


def _under_the_id_of(cookie: str) -> Callable[[Sessions[S], Visit, S], S]:
    """Begin a session under the id that a cookie of the browser carries."""

    def start(self: Sessions[S], visit: Visit, session: S) -> S:
        session.id = visit.request.cookies.get(cookie) or session.id
        return true(Sessions.start)(self, visit, session)

    return start


def _beginning_now(self: Sessions[S], visit: Visit, session: S) -> S:
    session.started_at = visit.now
    return true(Sessions.start)(self, visit, session)


FAULTS = (
    *breaking(
        "session.fresh_id",
        "ASVS 5.0, 7.2.4",
        Row(
            "session.id_is_the_browsers_mark",
            "The session's id is the mark that the browser had before the login",
            "Who planted or read the mark before the login has the session after it",
            replaced(Sessions.start, _under_the_id_of(BROWSER_COOKIE)),
        ),
        Row(
            "session.id_is_taken_over",
            "An id that the browser presents is taken for its new session",
            "An id planted by somebody else becomes the patient's session",
            replaced(Sessions.start, _under_the_id_of(SESSION_COOKIE)),
            source="ASVS 5.0, 7.2.4; WSTG-SESS-03",
        ),
        Row(
            "session.former_lives_on",
            "A new login leaves the session before it alive",
            "A stolen cookie works on after the patient has logged in anew",
            replaced(web.sessions_ended, lambda of_cookie, of_browser: of_cookie - of_browser),
        ),
    ),
    *breaking(
        "session.cookie",
        _COOKIE,
        Row(
            "session.cookie_for_scripts",
            "The session cookie of IKP is not HttpOnly",
            "A script that slips into a page reads the session",
            ResponseChanged("ikp", ".*", each_session_cookie(lambda text: text.replace("; HttpOnly", ""))),
        ),
        Row(
            "session.cookie_of_the_app_for_scripts",
            "The session cookie of mojeIKP is not HttpOnly after a login by PIN",
            "A script that slips into a page reads the session",
            ResponseChanged("mojeikp", "/pin", each_session_cookie(lambda text: text.replace("; HttpOnly", ""))),
        ),
        Row(
            "session.cookie_without_secure",
            "The session cookie is not Secure",
            "The session travels readable over an open network",
            ResponseChanged("ikp", ".*", each_session_cookie(lambda text: text.replace("; Secure", ""))),
        ),
        Row(
            "session.cookie_to_every_site",
            "The session cookie is sent with requests from other sites",
            "A foreign page acts in the patient's name",
            ResponseChanged(
                "mojeikp", ".*", each_session_cookie(lambda text: text.replace("SameSite=lax", "SameSite=none"))
            ),
        ),
        Row(
            "session.cookie_stays",
            "The session cookie outlives the browser",
            "The next person at a shared computer finds the session on the disk",
            ResponseChanged("ikp", ".*", each_session_cookie(lambda text: f"{text}; Max-Age=86400")),
        ),
        Row(
            "session.cookie_for_subdomains",
            "The session cookie goes to every host of the domain",
            "A weaker sister site reads the patient's session",
            ResponseChanged("ikp", ".*", each_session_cookie(lambda text: f"{text}; Domain=localhost")),
        ),
        Row(
            "session.hub_cookie_for_scripts",
            "The session cookie of login.gov.pl is not HttpOnly",
            "A script at the hub reads the session from which others are opened",
            ResponseChanged("login", ".*", each_session_cookie(lambda text: text.replace("; HttpOnly", ""))),
        ),
    ),
    *breaking(
        "session.no_url",
        "ASVS 5.0, 14.2.1",
        Row(
            "session.id_in_address",
            "After the login the address carries the session's id",
            "The session leaks through history, logs and shared links",
            ResponseChanged("ikp", "/regulamin/.*", session_id_in_location),
        ),
        Row(
            "session.token_in_address",
            "The logout's address carries the form token",
            "The token leaks through history and logs",
            TemplateFault("ikp/account.html", 'action="/wyloguj"', 'action="/wyloguj?t={{ session.token }}"'),
        ),
        Row(
            "session.artifact_in_address",
            "The way back from login.gov.pl carries the artifact in the address",
            "The artifact leaks through history and logs",
            TemplateFault(
                "web/auto_post.html", 'action="{{ address }}"', 'action="{{ address }}?{{ fields | urlencode }}"'
            ),
        ),
        Row(
            "session.id_in_poll",
            "The page asks for its session's status by the session's id",
            "The session leaks through logs of every poll",
            TemplateFault(
                "patient/session_dialog.html",
                "/sesja/{{ session.mark }}",
                "/sesja/{{ session.mark }}?s={{ session.id }}",
            ),
        ),
    ),
    *breaking(
        "session.idle",
        _LIMITS,
        Row(
            "session.never_idle",
            "Only the page's overlay ends an idle session, the server does not",
            "A cookie copied from a computer left alone works for an hour",
            always(web.session_is_awake, True),
        ),
        Row(
            "session.idle_one_second_longer",
            "An idle session still answers at its very end",
            "The stated time is not kept",
            replaced(web.session_is_awake, lambda seen_at, now, idle: now <= seen_at + idle),
        ),
        Row(
            "session.idle_one_second_shorter",
            "An idle session ends a second early",
            "Who comes back in the last second has lost what they typed",
            replaced(
                web.session_is_awake, lambda seen_at, now, idle: web.session_is_awake.true(seen_at, now, idle - _SECOND)
            ),
        ),
        Row(
            "session.polling_is_activity",
            "The page's own polling keeps the session alive",
            "A computer left alone stays signed in for an hour",
            always(web.counts_as_activity, True),
        ),
        Row(
            "session.activity_counts_for_nothing",
            "The idle time runs from the login, whatever the person does",
            "A person is thrown out in the middle of reading",
            always(web.counts_as_activity, False),
        ),
    ),
    *breaking(
        "session.absolute",
        _LIMITS,
        Row(
            "session.never_old",
            "A busy session never ends",
            "A stolen session kept busy lives for ever",
            always(web.session_is_young, True),
        ),
        Row(
            "session.hub_begins_anew",
            "The session of login.gov.pl begins anew with each login that it answers",
            "A browser that is never left alone is let in for ever without a prompt",
            replaced(Sessions.start, _beginning_now),
        ),
        Row(
            "session.old_one_second_longer",
            "A session still answers at the end of its longest life",
            "The stated time is not kept",
            replaced(web.session_is_young, lambda started_at, now, absolute: now <= started_at + absolute),
        ),
        Row(
            "session.old_too_soon",
            "A session ends after the idle time, however busy the person is",
            "A person is thrown out in the middle of reading",
            replaced(
                web.session_is_young,
                lambda started_at, now, absolute: web.session_is_young.true(started_at, now, absolute * 0.75),
            ),
        ),
    ),
    *breaking(
        "session.warning",
        "WCAG 2.2.1",
        Row(
            "session.warning_too_late",
            "The warning comes ten seconds before the end",
            "Slow readers and screen reader users lose their session",
            replaced(patient.warning_is_due, lambda ends_at, now: now >= ends_at - timedelta(seconds=10)),
        ),
        Row(
            "session.warning_one_second_late",
            "The warning comes a second after its stated time",
            "The stated two minutes are not kept",
            replaced(patient.warning_is_due, lambda ends_at, now: patient.warning_is_due.true(ends_at, now - _SECOND)),
        ),
        Row(
            "session.warning_extends_nothing",
            "The warning's button sends to an address that nobody serves, so that nothing is extended",
            "A person believes to have stayed signed in",
            TemplateFault("patient/session_dialog.html", "/sesja/przedluz", "/sesja/przedluzenie"),
        ),
        Row(
            "session.warned_once",
            "Whoever kept the session is not warned again on the same page",
            "The second end comes without a word",
            ResponseChanged(
                "ikp",
                "/shared/session.js",
                ScriptChanged(
                    "session.js", "if (!dialog.open)", "if (!dialog.dataset.told && (dialog.dataset.told = 1))"
                ),
            ),
        ),
        Row(
            "session.warning_overtaken",
            "An answer that was on its way takes away the warning that came meanwhile",
            "On a slow network the session ends without a word",
            ResponseChanged("ikp", "/static/status.js", ScriptChanged("status.js", "if (turn < newest) return;", "")),
        ),
        Row(
            "session.no_warning_in_the_app",
            "mojeIKP does not warn",
            "On a phone the session ends without a word",
            TemplateFault("mojeikp/account.html", '{% include "session_dialog.html" %}', ""),
        ),
        Row(
            "session.warning_without_extension",
            "The warning offers no way to stay",
            "A person can only watch the session end",
            always(patient.end_can_be_put_off, False),
        ),
        Row(
            "session.warning_button_dead",
            "The warning's button cannot be pressed",
            "A person can only watch the session end",
            TemplateFault("patient/session_dialog.html", 'class="button" autofocus', 'class="button" disabled'),
            source="WCAG 2.2.1: one action",
        ),
    ),
)
