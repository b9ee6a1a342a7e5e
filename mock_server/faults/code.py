"""Faults of codes and of the QR."""

from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

from ..kernel.faults import ResponseChanged, TemplateFault
from ..shared.mobywatel_messages import CodeResult
from ..sites.e_dowod import rules as e_dowod
from ..sites.edo_app import rules as edo_app
from ..sites.login_mobywatel import rules as login_mobywatel
from ..sites.login_mobywatel.state import CodeState, new_code_id
from ..sites.mobywatel import rules as mobywatel
from ..web import rules as web
from .entry import Row, breaking
from .page import ScriptChanged
from .replacing import always, replaced

_neighbours = count(0x1F0E_0000_0000_4000_8000_0000_0000_0000)


def _left(until: datetime, now: datetime) -> float:
    return (until - now).total_seconds()


def _domain(host: str) -> str:
    return host.partition(".")[2]


FAULTS = (
    *breaking(
        "code.lives",
        "facts: it lives 300 s",
        Row(
            "code.lives_one_second_longer",
            "A code still works at the end of its time",
            "A code seen over a shoulder can be used after the page calls it dead",
            replaced(login_mobywatel.code_is_live, lambda code, now: now <= code.expires_at),
        ),
        Row(
            "code.dies_one_second_early",
            "A code is refused in its last second",
            "Who scans just in time is sent away though the page still counts down",
            replaced(
                login_mobywatel.code_is_live,
                lambda code, now: login_mobywatel.code_is_live.true(code, now + timedelta(seconds=1)),
            ),
        ),
        Row(
            "code.edo_number_lives_forever",
            "The number for the eDO App never expires",
            "A number read off a screen works days later",
            always(e_dowod.code_is_live, True),
            source="facts: open; as at mObywatel, 300 s",
        ),
    ),
    *breaking(
        "code.renewed",
        "facts: button “Odśwież kod QR”",
        Row(
            "code.no_new_one_offered",
            "An expired code leaves no way to ask for a new one",
            "The person must begin the whole login again",
            TemplateFault(
                "login_mobywatel/code.html",
                '/nowy-kod"><button class="button second">',
                '/nowy-kod"><button class="button second" disabled>',
            ),
        ),
        Row(
            "code.expiry_not_told",
            "The page goes on showing a dead code as if it worked",
            "The person scans again and again",
            TemplateFault("login_mobywatel/code.html", 'state == "expired"', 'state == "over"'),
            source="What goes wrong for people: expired QR",
        ),
        Row(
            "code.old_one_survives_refresh",
            "A refreshed code leaves the old one alive",
            "A photographed code works although its owner refreshed it",
            replaced(login_mobywatel.code_can_be_read, lambda state: state in (CodeState.SHOWN, CodeState.REPLACED)),
            source="RFC 8628 §5; OWASP ASVS 6.5",
        ),
        Row(
            "code.edo_old_number_survives",
            "A renewed number leaves the old one alive",
            "Two numbers open one login",
            always(e_dowod.code_is_current, True),
            source="RFC 8628 §5",
        ),
    ),
    *breaking(
        "code.read",
        "article: then the data are confirmed in the app",
        Row(
            "code.read_is_still_shown",
            "The code that was read is still shown, with how to scan and copy it",
            "The person scans again, and the app refuses",
            TemplateFault("login_mobywatel/code.html", 'if state == "shown"', 'if state in ("shown", "read")'),
        ),
        Row(
            "code.read_number_is_still_shown",
            "The number that the eDO App has is still shown, with how to type it",
            "The person types it again, and the app refuses",
            TemplateFault(
                "e_dowod/code.html",
                '{% if state == "shown" %}\n{# Beside',
                '{% if state in ("shown", "read") %}\n{# Beside',
            ),
        ),
        Row(
            "code.read_tile_stays",
            "Once a code was read, the tile that copies it stays on a phone",
            "The person copies a code that no app takes any more",
            ResponseChanged(
                "login-mobywatel",
                "/static/wait.js",
                ScriptChanged(
                    "wait.js",
                    "part.replaceChildren(...now.childNodes)",
                    'part.replaceChildren(...now.childNodes, ...part.querySelectorAll(".on-phone"))',
                ),
            ),
        ),
    ),
    *breaking(
        "code.once",
        "OWASP ASVS 6.5.1",
        Row(
            "code.read_twice",
            "A second phone may read a code that was read already",
            "Whoever photographs the screen approves in one's place",
            replaced(login_mobywatel.code_can_be_read, lambda state: state in (CodeState.SHOWN, CodeState.READ)),
        ),
        Row(
            "code.login_picked_up_twice",
            "An approved login is handed over as often as it is asked for",
            "One approval opens many sessions",
            always(web.flow_is_unused, True),
        ),
    ),
    *breaking(
        "code.bound",
        "RFC 10027 (session binding)",
        Row(
            "code.any_browser",
            "A login goes on in any browser that knows its address",
            "Whoever sees the address bar takes the account over",
            always(web.flow_belongs_to_browser, True),
        ),
        Row(
            "code.browser_without_mark",
            "A browser without any cookie passes as the one that began",
            "A script that knows the address learns the state of the login",
            replaced(
                web.flow_belongs_to_browser,
                lambda flow_browser, browser: (
                    browser is None or web.flow_belongs_to_browser.true(flow_browser, browser)
                ),
            ),
        ),
    ),
    *breaking(
        "code.unshared",
        "RFC 8628 §5.1",
        Row(
            "code.same_for_everybody",
            "Every browser is shown the same code",
            "One's approval opens a stranger's screen",
            replaced(new_code_id, lambda: "0b5c7c9e-3f0e-4c1a-9d3e-1f0e2d3c4b5a"),
        ),
    ),
    *breaking(
        "code.unguessable",
        "RFC 8628 §5.1",
        Row(
            "code.one_after_the_other",
            "Codes are counted up",
            "Who has a code knows the next person's",
            replaced(new_code_id, lambda: str(UUID(int=next(_neighbours)))),
            source="RFC 8628 §5.1; OWASP WSTG-SESS-01",
        ),
        Row(
            "code.guesses_unlimited",
            "Made-up codes are not counted",
            "Codes can be tried out until one hits",
            always(mobywatel.is_guess, False),
        ),
        Row(
            "code.guesses_forgiven_by_own_code",
            "Reading a code of one's own clears the count of guesses",
            "Four guesses, one's own code, four guesses: without end",
            replaced(mobywatel.guesses_are_forgiven, lambda result: result is not CodeResult.UNKNOWN),
        ),
        Row(
            "code.guess_lock_short",
            "The lock after guessing opens a second early",
            "A limit that is not what is stated",
            replaced(
                web.is_locked,
                lambda locked_until, now: locked_until is not None and _left(locked_until, now) > 1,
            ),
            source="facts: 10 minutes",
        ),
    ),
    *breaking(
        "code.host",
        "OWASP ASVS 5.0, V10",
        Row(
            "code.host_prefix",
            "A host that begins like login.mobywatel is trusted",
            "A code of login-mobywatel.example.org is taken for real",
            replaced(mobywatel.host_is_trusted, lambda host, trusted: host.startswith(trusted)),
        ),
        Row(
            "code.host_suffix",
            "A host that ends like login.mobywatel is trusted",
            "A code of evil-login-mobywatel is taken for real",
            replaced(mobywatel.host_is_trusted, lambda host, trusted: host.endswith(trusted)),
        ),
        Row(
            "code.host_sibling",
            "Any host of this domain is trusted",
            "One weak sibling site is enough to lure people",
            replaced(mobywatel.host_is_trusted, lambda host, trusted: _domain(host) == _domain(trusted)),
        ),
        Row(
            "code.edo_host_suffix",
            "The eDO App trusts hosts that end like e-dowód",
            "A phishing page's code is taken for real",
            replaced(edo_app.host_is_ours, lambda host, ours: host.endswith(ours)),
        ),
        Row(
            "code.edo_any_scheme",
            "The eDO App takes codes of any scheme",
            "A web link is taken for a login code",
            always(edo_app.scheme_is_ours, True),
        ),
    ),
    *breaking(
        "code.same",
        "facts: one token that is both payload and copyable code",
        Row(
            "code.tile_shortened",
            "The tile's code lacks its last character",
            "On a phone the pasted code is refused",
            TemplateFault("login_mobywatel/code.html", "{{ text }}", "{{ text[:-1] }}"),
        ),
        Row(
            "code.tile_names_the_page",
            "The tile shows the page's id, not the code",
            "QR and tile are two transactions",
            TemplateFault("login_mobywatel/code.html", "{{ text }}", "{{ text | replace(flow.code.id, flow.id) }}"),
        ),
    ),
    *breaking(
        "code.bare",
        "RFC 10027",
        Row(
            "code.mark_in_code",
            "The code carries the mark of the browser that it is bound to",
            "Who photographs the screen of a phone holds its session",
            TemplateFault("login_mobywatel/code.html", "{{ text }}", "{{ text }}{{ request.browser }}"),
        ),
    ),
    *breaking(
        "code.clipboard",
        "article: kliknij na kafelek, by skopiować kod",
        Row(
            "code.clipboard_of_another",
            "The tile copies the label beside the code",
            "What is pasted is not what was shown",
            TemplateFault("login_mobywatel/code.html", 'data-copy="{{ id }}"', 'data-copy="main"'),
        ),
        Row(
            "code.clipboard_with_blanks",
            "The clipboard holds blanks around the code",
            "Strict fields refuse what was pasted",
            TemplateFault("login_mobywatel/code.html", 'id="{{ id }}">{{ text }}<', 'id="{{ id }}"> {{ text }} <'),
        ),
    ),
    *breaking(
        "code.foreign",
        "OWASP ASVS 5.0, V6.3; WCAG 3.3.1",
        Row(
            "code.foreign_without_reason",
            "A refused QR is refused without a word",
            "The person does not know what to do",
            TemplateFault("mobywatel/scan.html", "{{ forms.problem(error) }}", ""),
        ),
        Row(
            "code.edo_foreign_without_reason",
            "The eDO App refuses a QR without a word",
            "The person does not know what to do",
            TemplateFault("edo_app/scan.html", "{{ alert(problem) }}", ""),
            source="WCAG 3.3.1",
        ),
    ),
)
