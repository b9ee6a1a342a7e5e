"""Faults that show when things happen at the same time, or again."""

from ..kernel.faults import TemplateFault
from ..sites.login_mobywatel import rules as login_mobywatel
from ..sites.login_mobywatel.state import CodeState
from ..web import rules as web
from ..web.flow import Flows
from ..web.refusal import not_found
from ..web.session import Sessions
from .entry import Row, breaking
from .replacing import always, replaced

FAULTS = (
    *breaking(
        "at_once.one",
        "OWASP ASVS 5.0, V15.4",
        Row(
            "at_once.many_readers",
            "Of phones that read a code together all go on",
            "A stranger's approval counts in a race",
            replaced(login_mobywatel.code_can_be_read, lambda state: state is not CodeState.REPLACED),
        ),
        Row(
            "at_once.many_approvals",
            "Of approvals sent together all count",
            "One approval is worth many sessions",
            replaced(login_mobywatel.code_can_be_answered, lambda state: state is not CodeState.DECLINED),
        ),
        Row(
            "at_once.many_pickups",
            "Of browsers' requests that pick a login up together all get it",
            "One approval is worth many sessions",
            always(web.flow_is_unused, True),
        ),
    ),
    *breaking(
        "at_once.tabs",
        "OWASP ASVS 5.0, 7.2.4",
        Row(
            "at_once.first_session_lives_on",
            "Who signs in in a second tab leaves the first person's session alive",
            "The first person's cookie still opens their account",
            replaced(web.sessions_ended, lambda of_cookie, of_browser: of_cookie),
        ),
        Row(
            "at_once.sessions_pile_up",
            "A login ends no earlier session",
            "The first person's cookie still opens their account",
            always(web.sessions_ended, frozenset()),
        ),
    ),
    *breaking(
        "at_once.people",
        "What must hold: two people never swap sessions",
        Row(
            "at_once.everybody_out",
            "A login ends every session at the site",
            "Two people cannot be signed in at the same time",
            replaced(Sessions.end, lambda self, visit: self.end_where(lambda _session: True)),
        ),
        Row(
            "at_once.login_of_another",
            "A login that one person began can be ended in another's browser",
            "A victim works in the attacker's account without noticing",
            always(web.flow_belongs_to_browser, True),
            source="OWASP ASVS 5.0, V10 (login CSRF)",
        ),
    ),
    *breaking(
        "trouble.used",
        "facts: a page saying “został już użyty”",
        Row(
            "trouble.used_says_nothing",
            "A used login shows a page without words",
            "The person does not know what to do",
            TemplateFault("web/error.html", "{% block heading %}{{ title }}", "{% block heading %}Błąd"),
        ),
        Row(
            "trouble.used_without_advice",
            "A used login says so, and not what to do",
            "The person does not know how to begin anew",
            TemplateFault("web/error.html", "{{ advice }}", ""),
            source="WCAG 3.3.3",
        ),
        Row(
            "trouble.used_is_used_again",
            "Back after the login logs in once more",
            "On a shared computer the next person presses Back",
            always(web.flow_is_unused, True),
        ),
        Row(
            "trouble.used_breaks",
            "Back after the login ends in an error of the server",
            "The person thinks that the service is broken",
            replaced(web.flow_is_unused, lambda done: 1 // (not done) == 1),
        ),
    ),
    *breaking(
        "trouble.pushed_out",
        "our choice; OWASP ASVS 5.0, 16.2 (what was lost is logged)",
        Row(
            "trouble.pushed_out_in_silence",
            "A login that others pushed out looks as if it had never been",
            "The person believes that they mistyped an address, the operator that nothing is wrong",
            replaced(Flows.missing, lambda self, flow_id: not_found()),
        ),
    ),
)
