"""Faults of redirects."""

from urllib.parse import unquote

from ..kernel.faults import TemplateFault
from ..kernel.rules import true
from ..saml import rules as saml
from ..shared.patient import rules as patient
from ..shared.relying_party.logins import begin_login
from ..shared.relying_party.state import OpenLogin, OpenLogins
from ..sites.login import rules as login
from ..sites.pacjent import rules as pacjent
from ..web import rules as web
from ..web.delegation import Outcome
from ..web.rules import FLOW_LIFE
from ..web.visit import Visit
from .entry import Row, breaking
from .kept import all_flows
from .replacing import always, replaced

_OWN = "ASVS 5.0, 3.7.2"
_CANCEL = "our choice: back to where one came from, with a notice"
_PHISHED = "A link to the real site ends at a copy that asks for the password"


def _lead_all_tabs_to_the_last_target(visit: Visit, target: str) -> OpenLogin:
    login = true(begin_login)(visit, target)
    for one in _of_the_same_browser(visit, login):
        one.target = target
    return login


def _lead_to_the_first_target(visit: Visit, target: str) -> OpenLogin:
    login = true(begin_login)(visit, target)
    login.target = _of_the_same_browser(visit, login)[0].target
    return login


def _of_the_same_browser(visit: Visit, login: OpenLogin) -> list[OpenLogin]:
    return [one for one in all_flows(visit.world.state(OpenLogins)) if one.browser == login.browser]


FAULTS = (
    *breaking(
        "redirect.own",
        _OWN,
        Row(
            "redirect.anywhere",
            "The login leads wherever the link says",
            _PHISHED,
            always(web.target_is_own, True),
        ),
        Row(
            "redirect.two_slashes",
            "A target that begins with two slashes counts as own",
            _PHISHED,
            replaced(web.target_is_own, lambda target: target.startswith("/") and "\\" not in target),
        ),
        Row(
            "redirect.backslash",
            "A target with a backslash counts as own",
            "Browsers read /\\ as //: " + _PHISHED.lower(),
            replaced(
                web.target_is_own,
                lambda target: web.target_is_own.true(target.replace("\\", "").replace("%5C", "")),
            ),
        ),
        Row(
            "redirect.encoded",
            "An encoded slash counts as own",
            "A proxy that decodes it sends the patient away",
            replaced(
                web.target_is_own,
                lambda target: (
                    target.startswith("/") and not target.startswith("//") and not set(target) & set("\\\r\n\t\0")
                ),
            ),
        ),
        Row(
            "redirect.twice_encoded",
            "A slash that is encoded twice counts as own",
            "Two proxies that decode it send the patient away",
            replaced(
                web.target_is_own,
                lambda target: (
                    (plain := unquote(target)).startswith("/")
                    and not plain.startswith("//")
                    and not set(plain) & set("\\\r\n\t\0")
                ),
            ),
        ),
        Row(
            "redirect.control_character",
            "A tab inside the target is let pass, which browsers leave out",
            _PHISHED,
            replaced(web.target_is_own, lambda target: web.target_is_own.true(target.replace("\t", "_"))),
        ),
        Row(
            "redirect.scheme_only",
            "Only targets with a scheme are refused",
            _PHISHED,
            replaced(web.target_is_own, lambda target: not target.lower().startswith(("http", "javascript"))),
        ),
    ),
    *breaking(
        "redirect.deep_link",
        "users expect it",
        Row(
            "redirect.deep_link_lost",
            "Every login leads to the account's first page",
            "A link to a prescription in a message leads nowhere",
            always(patient.landing_of, "/konto"),
        ),
        Row(
            "redirect.deep_link_lower_case",
            "The target comes back in lower case",
            "A link to one document finds no page",
            replaced(patient.landing_of, lambda target: patient.landing_of.true(target).lower()),
        ),
        Row(
            "redirect.deep_link_lost_at_pin",
            "The PIN page of mojeIKP forgets the target",
            "On a phone every link leads to the first page",
            TemplateFault("mojeikp/pin.html", 'value="{{ target }}"', 'value=""'),
        ),
    ),
    *breaking(
        "redirect.tabs",
        "users expect it",
        Row(
            "redirect.last_tab_wins",
            "The target that was asked for last counts in every tab",
            "A tab shows another page than the one that was opened in it",
            replaced(begin_login, _lead_all_tabs_to_the_last_target),
        ),
        Row(
            "redirect.first_tab_wins",
            "The target that was asked for first counts from then on",
            "A later login leads to the page of an earlier one",
            replaced(begin_login, _lead_to_the_first_target),
        ),
    ),
    *breaking(
        "redirect.cancel",
        _CANCEL,
        Row(
            "redirect.cancel_without_notice",
            "After giving up the page with the methods says nothing",
            "A person does not know whether they are logged in",
            TemplateFault(
                "login/methods.html", "{% block content %}", "{% block notice %}{% endblock %}{% block content %}"
            ),
        ),
        Row(
            "redirect.cancel_reads_as_outage",
            "Giving up is told as an outage",
            "A person believes that the method is broken",
            replaced(
                login.notice_of,
                lambda outcome: login.notice_of.true(Outcome.UNAVAILABLE if outcome is Outcome.CANCELLED else outcome),
            ),
        ),
        Row(
            "redirect.declined_reads_as_cancelled",
            "A refusal in the app is told as giving up",
            "A person does not learn that the refusal counted",
            replaced(
                login.notice_of,
                lambda outcome: login.notice_of.true(Outcome.CANCELLED if outcome is Outcome.DECLINED else outcome),
            ),
        ),
        Row(
            "redirect.portal_without_notice",
            "The portal says nothing after a login was given up",
            "A person does not know whether they are logged in",
            always(pacjent.message_of, None),
        ),
        Row(
            "redirect.mojeid_consent_comes_again",
            "“Anuluj” at the consent of mojeID shows the consent once more",
            "A person can only consent or close the window",
            TemplateFault("mojeid/consent.html", "/anuluj", "/zgoda"),
        ),
        Row(
            "redirect.code_page_cancel_renews",
            "“Anuluj” beneath the code makes a new code",
            "A person cannot leave the page with the code",
            TemplateFault("login_mobywatel/code.html", "/anuluj", "/nowy-kod"),
        ),
        Row(
            "redirect.sms_dialog_stays",
            "“Anuluj” in the SMS dialog sends another code",
            "Whose phone is not at hand is stuck",
            TemplateFault(
                "pz/sms.html", "/ui/au/cancel/{{ operation.id }}", "/ui/au/confirm/{{ operation.id }}/resend"
            ),
        ),
        Row(
            "redirect.reader_stays",
            "“Anuluj” in the reader's program only takes the card off",
            "Who has forgotten the PIN is stuck",
            TemplateFault("czytnik/reader.html", "/anuluj", "/zdejmij"),
        ),
        Row(
            "redirect.app_without_notice",
            "mojeIKP says nothing after a login was given up",
            "A person does not know whether they are logged in",
            TemplateFault("mojeikp/start.html", "<h1>", "{% block notice %}{% endblock %}<h1>"),
        ),
    ),
    *breaking(
        "redirect.state",
        "our choice: 30 minutes",
        Row(
            "redirect.return_in_any_browser",
            "A return from login.gov.pl counts in every browser",
            "An attacker logs the patient in to the attacker's account, or takes the patient's over",
            always(web.flow_belongs_to_browser, True),
            source="ASVS 5.0, 10.2.1; RFC 10027",
        ),
        Row(
            "redirect.return_in_marked_browsers",
            "A return counts in every browser that has a mark",
            "An attacker logs the patient in to the attacker's account",
            replaced(web.flow_belongs_to_browser, lambda flow_browser, browser: browser is not None),
            source="ASVS 5.0, 10.2.1",
        ),
        Row(
            "redirect.return_twice",
            "A login that has ended can be gone on with",
            "The form of a login found in a history opens a session",
            always(web.flow_is_unused, True),
            source="facts: “został już użyty”",
        ),
        Row(
            "redirect.return_to_another_login",
            "An answer counts for another login than the one that it answers",
            "An answer is slipped under another login",
            always(saml.in_response_to_matches, True),
            source="saml-profiles 4.1.4.3: InResponseTo",
        ),
        Row(
            "redirect.never_too_late",
            "A login left lying can be gone on with for ever",
            "A page left open on a shared computer logs in hours later",
            always(web.flow_in_time, True),
        ),
        Row(
            "redirect.one_second_too_late",
            "A login can be gone on with at the very end of its time",
            "The stated time is not kept",
            replaced(web.flow_in_time, lambda opened_at, now: now <= opened_at + FLOW_LIFE),
        ),
    ),
)
