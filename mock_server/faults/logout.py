"""Faults of the logout, and of computers that people share."""

from dataclasses import replace

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.rules import true
from ..saml.model import LogoutRequest
from ..shared.patient import rules as patient
from ..shared.relying_party.logins import ask_hub
from ..shared.relying_party.logout import log_out_at_hub
from ..sites.ikp import rules as ikp
from ..sites.login import rules as login
from ..sites.login.logout import tell_participant
from ..sites.login.state import HubSession, HubSessions, Participant
from ..web import rules as web
from ..web.session import Sessions
from ..web.visit import Visit
from .entry import Row, breaking
from .page import rewritten
from .replacing import always, replaced

_END = "ASVS 5.0, 7.4.1"
_FORM = "ASVS 5.0, 3.5"
_LIST = "ASVS 5.0, 3.7.2"
_SHARED = "facts: silent return without a prompt on a shared computer"


async def _tell_nobody(visit: Visit, name_id: str, session_index: str) -> bool:
    return True


def _of_that_person(sessions: HubSessions, request: LogoutRequest) -> list[HubSession]:
    pesels = {session.pesel for session in true(HubSessions.named_by)(sessions, request)}
    return [session for session in sessions if session.pesel in pesels]


def _of_those_born_that_day(sessions: HubSessions, request: LogoutRequest) -> list[HubSession]:
    birthdays = {session.pesel[:6] for session in true(HubSessions.named_by)(sessions, request)}
    return [session for session in sessions if session.pesel[:6] in birthdays]


async def _confirm_for_everybody(visit: Visit, participant: Participant) -> bool:
    await true(tell_participant)(visit, participant)
    return True


FAULTS = (
    *breaking(
        "logout.server",
        _END,
        Row(
            "logout.cookie_only",
            "The logout takes the cookie away and leaves the server's session alive",
            "A copied cookie works on after the logout",
            always(web.sessions_ended, frozenset()),
        ),
    ),
    *breaking(
        "logout.tabs",
        "users expect it",
        Row(
            "logout.tabs_stay",
            "Pages do not notice that their session has ended",
            "Another tab goes on showing the data",
            TemplateFault("patient/session_dialog.html", '<script src="/shared/session.js"></script>', ""),
        ),
        Row(
            "logout.tabs_of_the_app_stay",
            "Pages of mojeIKP do not notice that their session has ended",
            "Another tab goes on showing the data",
            TemplateFault("mojeikp/account.html", '{% include "session_dialog.html" %}', ""),
        ),
    ),
    *breaking(
        "logout.hub",
        "saml-profiles 4.4",
        Row(
            "logout.hub_is_not_told",
            "login.gov.pl does not hear of the logout",
            "The next person is let in without a prompt",
            replaced(log_out_at_hub, _tell_nobody),
        ),
        Row(
            "logout.app_hides_that_the_hub_lives_on",
            "mojeIKP says nothing of a session at login.gov.pl that it could not end",
            "The next person at the computer is let in without a prompt, and nobody was warned",
            ResponseChanged("mojeikp", "/", rewritten(", ale sesja w login.gov.pl trwa. Zamknij", ". Zamknij")),
        ),
        Row(
            "logout.hub_does_nothing",
            "login.gov.pl confirms the logout and ends nothing",
            "The next person is let in without a prompt",
            always(login.logout_names, False),
        ),
        Row(
            "logout.not_passed_on",
            "login.gov.pl tells no other service of a logout",
            "Another account stays open in a browser whose person logged out",
            always(login.participant_is_told, False),
            source="saml-profiles 4.4.3.3",
        ),
        Row(
            "logout.passed_on_in_vain",
            "An account confirms a logout that login.gov.pl passes on, and stays open",
            "Another account stays open in a browser whose person logged out",
            always(patient.logout_names_login, False),
            source="saml-profiles 4.4.3.3",
        ),
    ),
    *breaking(
        "logout.others",
        _END,
        Row(
            "logout.hub_ends_everybody",
            "login.gov.pl ends every session at one person's logout",
            "Everybody else must log in anew",
            always(login.logout_names, True),
        ),
        Row(
            "logout.hub_ends_the_same_birthday",
            "login.gov.pl ends the sessions of everybody born on that day",
            "Strangers must log in anew",
            replaced(HubSessions.named_by, _of_those_born_that_day),
        ),
        Row(
            "logout.hub_ends_the_persons_other_browsers",
            "login.gov.pl ends a person's sessions in every browser at a logout in one",
            "Who logs out on the computer is logged out on the phone",
            replaced(HubSessions.named_by, _of_that_person),
        ),
        Row(
            "logout.passed_on_to_everybody",
            "A logout that login.gov.pl passes on ends every session of the other account",
            "Everybody else must log in anew",
            always(patient.logout_names_login, True),
        ),
        Row(
            "logout.ends_everybody",
            "A logout ends the session of every browser",
            "Everybody else must log in anew",
            replaced(Sessions.end, lambda self, visit: self.end_where(lambda _session: True)),
        ),
    ),
    *breaking(
        "logout.told",
        "saml-core 3.7.3.2",
        Row(
            "logout.failure_untold",
            "login.gov.pl tells who asked for a logout that all confirmed it, though one is out",
            "A patient who logged out is not warned that another account is still open",
            replaced(tell_participant, _confirm_for_everybody),
        ),
    ),
    *breaking(
        "logout.post",
        _FORM,
        Row(
            "logout.without_token",
            "Forms are taken without their token",
            "A foreign page logs patients out",
            always(web.token_matches, True),
        ),
        Row(
            "logout.empty_token",
            "An empty token is taken",
            "A foreign page logs patients out",
            replaced(web.token_matches, lambda expected, given: not given or web.token_matches.true(expected, given)),
        ),
        Row(
            "logout.token_of_somebody_else",
            "Any token of the right length is taken",
            "An attacker's own token logs patients out",
            replaced(web.token_matches, lambda expected, given: len(given) == len(expected)),
        ),
        Row(
            "logout.beginning_of_token",
            "The beginning of a token is taken",
            "A token is guessed letter by letter",
            replaced(web.token_matches, lambda expected, given: bool(given) and expected.startswith(given)),
        ),
    ),
    *breaking(
        "logout.return",
        _LIST,
        Row(
            "logout.leads_anywhere",
            "The logout leads wherever the form says",
            "A farewell page of an attacker asks for the password",
            always(ikp.leads_to_listed_page, True),
        ),
        Row(
            "logout.leads_to_beginnings",
            "An address that begins like a listed one counts as listed",
            "A farewell page of an attacker asks for the password",
            replaced(ikp.leads_to_listed_page, lambda wanted, listed: wanted.startswith(listed)),
        ),
        Row(
            "logout.leads_to_what_contains_a_listed_page",
            "An address that contains a listed one counts as listed",
            "A farewell page of an attacker asks for the password",
            replaced(ikp.leads_to_listed_page, lambda wanted, listed: any(one in wanted for one in listed)),
        ),
        Row(
            "logout.leads_to_own_paths",
            "Whatever begins with a slash counts as listed",
            "Browsers read // as another host",
            replaced(
                ikp.leads_to_listed_page,
                lambda wanted, listed: ikp.leads_to_listed_page.true(wanted, listed) or wanted[:1] == "/",
            ),
        ),
        Row(
            "logout.never_to_the_portal",
            "The logout never returns to the portal",
            "A person ends where they did not want to",
            always(ikp.leads_to_listed_page, False),
            source="our choice: the button says so",
        ),
    ),
    *breaking(
        "trouble.shared",
        _SHARED,
        Row(
            "trouble.silent_return",
            "IKP and mojeIKP do not ask login.gov.pl for a new login",
            "The next person at the computer is in the account with one click",
            replaced(
                ask_hub,
                lambda visit, provider, options, login: true(ask_hub)(
                    visit, provider, replace(options, force_authn=False), login
                ),
            ),
        ),
        Row(
            "trouble.hub_answers_by_itself",
            "login.gov.pl answers without a prompt although the provider asked for one",
            "The next person at the computer is in the account with one click",
            replaced(login.session_may_answer, lambda force_authn, reached, wanted: reached >= wanted),
        ),
        Row(
            "trouble.hub_remembers",
            "The session of login.gov.pl outlives the account's",
            "After a session that ran out the next person is let in without a prompt",
            replaced(
                web.session_is_awake, lambda seen_at, now, idle: web.session_is_awake.true(seen_at, now, idle * 2)
            ),
        ),
    ),
)
