"""Faults of the logout, and of computers that people share."""

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from .entry import CataloguedFault

_END = "ASVS 5.0, 7.4.1"
_FORM = "ASVS 5.0, 3.5"
_LIST = "ASVS 5.0, 3.7.2"
_SHARED = "facts: silent return without a prompt on a shared computer"

FAULTS = (
    CataloguedFault(
        "logout.cookie_only",
        "The logout takes the cookie away and leaves the server's session alive",
        "A copied cookie works on after the logout",
        "logout.server",
        _END,
        RuleFault("web.session_ends_here", "always", value=False),
    ),
    CataloguedFault(
        "logout.tabs_stay",
        "Pages do not notice that their session has ended",
        "Another tab goes on showing the data",
        "logout.tabs",
        "users expect it",
        TemplateFault("patient/session_dialog.html", '<script src="/shared/session.js"></script>', ""),
    ),
    CataloguedFault(
        "logout.tabs_of_the_app_stay",
        "Pages of mojeIKP do not notice that their session has ended",
        "Another tab goes on showing the data",
        "logout.tabs",
        "users expect it",
        TemplateFault("mojeikp/account.html", '{% include "session_dialog.html" %}', ""),
    ),
    CataloguedFault(
        "logout.hub_is_not_told",
        "login.gov.pl does not hear of the logout",
        "The next person is let in without a prompt",
        "logout.hub",
        "saml-profiles 4.4",
        RuleFault("patient.hub_is_told_of_logout", "always", value=False),
    ),
    CataloguedFault(
        "logout.hub_does_nothing",
        "login.gov.pl confirms the logout and ends nothing",
        "The next person is let in without a prompt",
        "logout.hub",
        "saml-profiles 4.4",
        RuleFault("web.session_is_theirs", "always", value=False),
    ),
    CataloguedFault(
        "logout.hub_ends_everybody",
        "login.gov.pl ends every session at one person's logout",
        "Everybody else must log in anew",
        "logout.others",
        _END,
        RuleFault("web.session_is_theirs", "always", value=True),
    ),
    CataloguedFault(
        "logout.hub_ends_the_same_birthday",
        "login.gov.pl ends the sessions of everybody born on that day",
        "Strangers must log in anew",
        "logout.others",
        _END,
        RuleReplaced("web.session_is_theirs", lambda _: lambda owner, pesel: owner[:6] == pesel[:6]),
    ),
    CataloguedFault(
        "logout.ends_everybody",
        "A logout ends the session of every browser",
        "Everybody else must log in anew",
        "logout.others",
        _END,
        RuleFault("web.session_ends_here", "always", value=True),
    ),
    CataloguedFault(
        "logout.without_token",
        "Forms are taken without their token",
        "A foreign page logs patients out",
        "logout.post",
        _FORM,
        RuleFault("web.token_matches", "always", value=True),
    ),
    CataloguedFault(
        "logout.empty_token",
        "An empty token is taken",
        "A foreign page logs patients out",
        "logout.post",
        _FORM,
        RuleReplaced("web.token_matches", lambda true: lambda expected, given: not given or true(expected, given)),
    ),
    CataloguedFault(
        "logout.token_of_somebody_else",
        "Any token of the right length is taken",
        "An attacker's own token logs patients out",
        "logout.post",
        _FORM,
        RuleReplaced("web.token_matches", lambda _: lambda expected, given: len(given) == len(expected)),
    ),
    CataloguedFault(
        "logout.beginning_of_token",
        "The beginning of a token is taken",
        "A token is guessed letter by letter",
        "logout.post",
        _FORM,
        RuleReplaced("web.token_matches", lambda _: lambda expected, given: bool(given) and expected.startswith(given)),
    ),
    CataloguedFault(
        "logout.leads_anywhere",
        "The logout leads wherever the form says",
        "A farewell page of an attacker asks for the password",
        "logout.return",
        _LIST,
        RuleFault("ikp.leads_to_listed_page", "always", value=True),
    ),
    CataloguedFault(
        "logout.leads_to_beginnings",
        "An address that begins like a listed one counts as listed",
        "A farewell page of an attacker asks for the password",
        "logout.return",
        _LIST,
        RuleReplaced("ikp.leads_to_listed_page", lambda _: lambda wanted, listed: wanted.startswith(listed)),
    ),
    CataloguedFault(
        "logout.leads_to_what_contains_a_listed_page",
        "An address that contains a listed one counts as listed",
        "A farewell page of an attacker asks for the password",
        "logout.return",
        _LIST,
        RuleReplaced("ikp.leads_to_listed_page", lambda _: lambda wanted, listed: any(one in wanted for one in listed)),
    ),
    CataloguedFault(
        "logout.leads_to_own_paths",
        "Whatever begins with a slash counts as listed",
        "Browsers read // as another host",
        "logout.return",
        _LIST,
        RuleReplaced(
            "ikp.leads_to_listed_page", lambda true: lambda wanted, listed: true(wanted, listed) or wanted[:1] == "/"
        ),
    ),
    CataloguedFault(
        "logout.never_to_the_portal",
        "The logout never returns to the portal",
        "A person ends where they did not want to",
        "logout.return",
        "our choice: the button says so",
        RuleFault("ikp.leads_to_listed_page", "always", value=False),
    ),
    CataloguedFault(
        "trouble.silent_return",
        "IKP and mojeIKP do not ask login.gov.pl for a new login",
        "The next person at the computer is in the account with one click",
        "trouble.shared",
        _SHARED,
        RuleFault("relying_party.login_is_asked_anew", "always", value=False),
    ),
    CataloguedFault(
        "trouble.hub_answers_by_itself",
        "login.gov.pl answers without a prompt although the provider asked for one",
        "The next person at the computer is in the account with one click",
        "trouble.shared",
        _SHARED,
        RuleReplaced("hub.session_may_answer", lambda _: lambda force_authn, reached, wanted: reached >= wanted),
    ),
    CataloguedFault(
        "trouble.hub_remembers",
        "The session of login.gov.pl outlives the account's",
        "After a session that ran out the next person is let in without a prompt",
        "trouble.shared",
        _SHARED,
        RuleReplaced("web.session_is_awake", lambda true: lambda seen_at, now, idle: true(seen_at, now, idle * 2)),
    ),
)
