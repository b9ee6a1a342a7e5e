"""Faults of codes and of the QR."""

from datetime import datetime
from itertools import count
from uuid import UUID

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..sites.login_mobywatel.state import CodeState
from .entry import CataloguedFault

_neighbours = count(0x1F0E_0000_0000_4000_8000_0000_0000_0000)


def _left(until: datetime, now: datetime) -> float:
    return (until - now).total_seconds()


def _domain(host: str) -> str:
    return host.partition(".")[2]


FAULTS = (
    CataloguedFault(
        "code.lives_one_second_longer",
        "A code still works at the end of its time",
        "A code seen over a shoulder can be used after the page calls it dead",
        "code.lives",
        "facts: it lives 300 s",
        RuleReplaced("login_mobywatel.code_is_live", lambda _: lambda expires_at, now: now <= expires_at),
    ),
    CataloguedFault(
        "code.dies_one_second_early",
        "A code is refused in its last second",
        "Who scans just in time is sent away though the page still counts down",
        "code.lives",
        "facts: it lives 300 s",
        RuleReplaced(
            "login_mobywatel.code_is_live",
            lambda true: lambda expires_at, now: true(expires_at, now) and _left(expires_at, now) > 1,
        ),
    ),
    CataloguedFault(
        "code.edo_number_lives_forever",
        "The number for the eDO App never expires",
        "A number read off a screen works days later",
        "code.lives",
        "facts: open; as at mObywatel, 300 s",
        RuleFault("e_dowod.code_is_live", "always", True),
    ),
    CataloguedFault(
        "code.no_new_one_offered",
        "An expired code leaves no way to ask for a new one",
        "The person must begin the whole login again",
        "code.renewed",
        "facts: button “Odśwież kod QR”",
        TemplateFault("login_mobywatel/code.html", '<button class="button second">Odśwież kod QR</button>', ""),
    ),
    CataloguedFault(
        "code.expiry_not_told",
        "The page goes on showing a dead code as if it worked",
        "The person scans again and again",
        "code.renewed",
        "What goes wrong for people: expired QR",
        TemplateFault("login_mobywatel/code.html", 'state == "expired"', 'state == "over"'),
    ),
    CataloguedFault(
        "code.old_one_survives_refresh",
        "A refreshed code leaves the old one alive",
        "A photographed code works although its owner refreshed it",
        "code.renewed",
        "RFC 8628 §5; OWASP ASVS 6.5",
        RuleReplaced(
            "login_mobywatel.code_can_be_read", lambda _: lambda state: state in (CodeState.SHOWN, CodeState.REPLACED)
        ),
    ),
    CataloguedFault(
        "code.edo_old_number_survives",
        "A renewed number leaves the old one alive",
        "Two numbers open one login",
        "code.renewed",
        "RFC 8628 §5",
        RuleFault("e_dowod.code_is_current", "always", True),
    ),
    CataloguedFault(
        "code.read_twice",
        "A second phone may read a code that was read already",
        "Whoever photographs the screen approves in one's place",
        "code.once",
        "OWASP ASVS 6.5.1",
        RuleReplaced(
            "login_mobywatel.code_can_be_read", lambda _: lambda state: state in (CodeState.SHOWN, CodeState.READ)
        ),
    ),
    CataloguedFault(
        "code.login_picked_up_twice",
        "An approved login is handed over as often as it is asked for",
        "One approval opens many sessions",
        "code.once",
        "OWASP ASVS 6.5.1",
        RuleFault("web.flow_is_unused", "always", True),
    ),
    CataloguedFault(
        "code.any_browser",
        "A login goes on in any browser that knows its address",
        "Whoever sees the address bar takes the account over",
        "code.bound",
        "RFC 10027 (session binding)",
        RuleFault("web.flow_belongs_to_browser", "always", True),
    ),
    CataloguedFault(
        "code.browser_without_mark",
        "A browser without any cookie passes as the one that began",
        "A script that knows the address learns the state of the login",
        "code.bound",
        "RFC 10027 (session binding)",
        RuleReplaced(
            "web.flow_belongs_to_browser", lambda true: lambda own, browser: browser is None or true(own, browser)
        ),
    ),
    CataloguedFault(
        "code.same_for_everybody",
        "Every browser is shown the same code",
        "One's approval opens a stranger's screen",
        "code.unshared",
        "RFC 8628 §5.1",
        RuleFault("login_mobywatel.new_code", "always", "0b5c7c9e-3f0e-4c1a-9d3e-1f0e2d3c4b5a"),
    ),
    CataloguedFault(
        "code.one_after_the_other",
        "Codes are counted up",
        "Who has a code knows the next person's",
        "code.unguessable",
        "RFC 8628 §5.1; OWASP WSTG-SESS-01",
        RuleReplaced("login_mobywatel.new_code", lambda _: lambda: str(UUID(int=next(_neighbours)))),
    ),
    CataloguedFault(
        "code.guesses_unlimited",
        "Made-up codes are not counted",
        "Codes can be tried out until one hits",
        "code.unguessable",
        "RFC 8628 §5.1",
        RuleFault("mobywatel.is_guess", "always", False),
    ),
    CataloguedFault(
        "code.guesses_forgiven_by_own_code",
        "Reading a code of one's own clears the count of guesses",
        "Four guesses, one's own code, four guesses: without end",
        "code.unguessable",
        "RFC 8628 §5.1",
        RuleReplaced("mobywatel.guesses_are_forgiven", lambda _: lambda result: result != "unknown"),
    ),
    CataloguedFault(
        "code.guess_lock_short",
        "The lock after guessing opens a second early",
        "A limit that is not what is stated",
        "code.unguessable",
        "facts: 10 minutes",
        RuleReplaced("web.is_locked", lambda true: lambda until, now: true(until, now) and _left(until, now) > 1),
    ),
    CataloguedFault(
        "code.host_prefix",
        "A host that begins like login.mobywatel is trusted",
        "A code of login-mobywatel.example.org is taken for real",
        "code.host",
        "OWASP ASVS 5.0, V10",
        RuleReplaced("mobywatel.host_is_trusted", lambda _: lambda host, trusted: host.startswith(trusted)),
    ),
    CataloguedFault(
        "code.host_suffix",
        "A host that ends like login.mobywatel is trusted",
        "A code of evil-login-mobywatel is taken for real",
        "code.host",
        "OWASP ASVS 5.0, V10",
        RuleReplaced("mobywatel.host_is_trusted", lambda _: lambda host, trusted: host.endswith(trusted)),
    ),
    CataloguedFault(
        "code.host_sibling",
        "Any host of this domain is trusted",
        "One weak sibling site is enough to lure people",
        "code.host",
        "OWASP ASVS 5.0, V10",
        RuleReplaced("mobywatel.host_is_trusted", lambda _: lambda host, trusted: _domain(host) == _domain(trusted)),
    ),
    CataloguedFault(
        "code.edo_host_suffix",
        "The eDO App trusts hosts that end like e-dowód",
        "A phishing page's code is taken for real",
        "code.host",
        "OWASP ASVS 5.0, V10",
        RuleReplaced("edo_app.host_is_ours", lambda _: lambda host, allowed: host.endswith(tuple(allowed))),
    ),
    CataloguedFault(
        "code.edo_any_scheme",
        "The eDO App takes codes of any scheme",
        "A web link is taken for a login code",
        "code.host",
        "OWASP ASVS 5.0, V10",
        RuleFault("edo_app.scheme_is_ours", "always", True),
    ),
    CataloguedFault(
        "code.tile_shortened",
        "The tile's code lacks its last character",
        "On a phone the pasted code is refused",
        "code.same",
        "facts: one token that is both payload and copyable code",
        TemplateFault("login_mobywatel/code.html", "{{ text }}", "{{ text[:-1] }}"),
    ),
    CataloguedFault(
        "code.tile_names_the_page",
        "The tile shows the page's id, not the code",
        "QR and tile are two transactions",
        "code.same",
        "facts: one token that is both payload and copyable code",
        TemplateFault("login_mobywatel/code.html", "{{ text }}", "{{ text | replace(flow.code.id, flow.id) }}"),
    ),
    CataloguedFault(
        "code.mark_in_code",
        "The code carries the mark of the browser that it is bound to",
        "Who photographs the screen of a phone holds its session",
        "code.bare",
        "RFC 10027",
        TemplateFault("login_mobywatel/code.html", "{{ text }}", "{{ text }}{{ request.browser }}"),
    ),
    CataloguedFault(
        "code.clipboard_of_another",
        "The tile copies the label beside the code",
        "What is pasted is not what was shown",
        "code.clipboard",
        "article: kliknij na kafelek, by skopiować kod",
        TemplateFault("login_mobywatel/code.html", 'data-copy="code"', 'data-copy="main"'),
    ),
    CataloguedFault(
        "code.clipboard_with_blanks",
        "The clipboard holds blanks around the code",
        "Strict fields refuse what was pasted",
        "code.clipboard",
        "article: kliknij na kafelek, by skopiować kod",
        TemplateFault("login_mobywatel/code.html", 'id="code">{{ text }}<', 'id="code"> {{ text }} <'),
    ),
    CataloguedFault(
        "code.foreign_without_reason",
        "A refused QR is refused without a word",
        "The person does not know what to do",
        "code.foreign",
        "OWASP ASVS 5.0, V6.3; WCAG 3.3.1",
        TemplateFault("mobywatel/scan.html", "{{ forms.problem(error) }}", ""),
    ),
    CataloguedFault(
        "code.edo_foreign_without_reason",
        "The eDO App refuses a QR without a word",
        "The person does not know what to do",
        "code.foreign",
        "WCAG 3.3.1",
        TemplateFault("edo_app/scan.html", "{{ alert(problem) }}", ""),
    ),
)
