"""Faults that show when things happen at the same time, or again."""

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..sites.login_mobywatel.state import CodeState
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "at_once.many_readers",
        "Of phones that read a code together all go on",
        "A stranger's approval counts in a race",
        "at_once.one",
        "OWASP ASVS 5.0, V15.4",
        RuleReplaced("login_mobywatel.code_can_be_read", lambda _: lambda state: state is not CodeState.REPLACED),
    ),
    CataloguedFault(
        "at_once.many_approvals",
        "Of approvals sent together all count",
        "One approval is worth many sessions",
        "at_once.one",
        "OWASP ASVS 5.0, V15.4",
        RuleReplaced("login_mobywatel.code_can_be_answered", lambda _: lambda state: state is not CodeState.DECLINED),
    ),
    CataloguedFault(
        "at_once.many_pickups",
        "Of browsers' requests that pick a login up together all get it",
        "One approval is worth many sessions",
        "at_once.one",
        "OWASP ASVS 5.0, V15.4",
        RuleFault("web.flow_is_unused", "always", True),
    ),
    CataloguedFault(
        "at_once.first_session_lives_on",
        "Who signs in in a second tab leaves the first person's session alive",
        "The first person's cookie still opens their account",
        "at_once.tabs",
        "OWASP ASVS 5.0, 7.2.4",
        RuleReplaced("web.sessions_ended", lambda _: lambda of_cookie, _of_browser, _everybodys: of_cookie),
    ),
    CataloguedFault(
        "at_once.everybody_out",
        "A login ends every session at the site",
        "Two people cannot be signed in at the same time",
        "at_once.people",
        "What must hold: two people never swap sessions",
        RuleReplaced("web.sessions_ended", lambda _: lambda _of_cookie, _of_browser, everybodys: everybodys),
    ),
    CataloguedFault(
        "at_once.login_of_another",
        "A login that one person began can be ended in another's browser",
        "A victim works in the attacker's account without noticing",
        "at_once.people",
        "OWASP ASVS 5.0, V10 (login CSRF)",
        RuleFault("web.flow_belongs_to_browser", "always", True),
    ),
    CataloguedFault(
        "trouble.used_says_nothing",
        "A used login shows a page without words",
        "The person does not know what to do",
        "trouble.used",
        "facts: a page saying “został już użyty”",
        TemplateFault("web/error.html", "<h1>{{ title }}</h1>", "<h1>Błąd</h1>"),
    ),
    CataloguedFault(
        "trouble.used_without_advice",
        "A used login says so, and not what to do",
        "The person does not know how to begin anew",
        "trouble.used",
        "WCAG 3.3.3",
        TemplateFault("web/error.html", "{{ advice }}", ""),
    ),
    CataloguedFault(
        "trouble.used_is_used_again",
        "Back after the login logs in once more",
        "On a shared computer the next person presses Back",
        "trouble.used",
        "facts: a page saying “został już użyty”",
        RuleFault("web.flow_is_unused", "always", True),
    ),
    CataloguedFault(
        "trouble.pushed_out_in_silence",
        "A login that others pushed out looks as if it had never been",
        "The person believes that they mistyped an address, the operator that nothing is wrong",
        "trouble.pushed_out",
        "our choice; OWASP ASVS 5.0, 16.2 (what was lost is logged)",
        RuleFault("web.flow_made_room", "always", False),
    ),
    CataloguedFault(
        "trouble.used_breaks",
        "Back after the login ends in an error of the server",
        "The person thinks that the service is broken",
        "trouble.used",
        "facts: a page saying “został już użyty”",
        RuleReplaced("web.flow_is_unused", lambda _: lambda done: 1 // (not done) == 1),
    ),
    CataloguedFault(
        "at_once.sessions_pile_up",
        "A login ends no earlier session",
        "The first person's cookie still opens their account",
        "at_once.tabs",
        "OWASP ASVS 5.0, 7.2.4",
        RuleReplaced("web.sessions_ended", lambda _: lambda *_others: frozenset()),
    ),
)
