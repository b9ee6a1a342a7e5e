"""Faults of redirects."""

from urllib.parse import unquote

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..web.delegation import Outcome
from ..web.rules import FLOW_LIFE
from .entry import CataloguedFault

_OWN = "ASVS 5.0, 3.7.2"
_CANCEL = "our choice: back to where one came from, with a notice"
_PHISHED = "A link to the real site ends at a copy that asks for the password"

FAULTS = (
    CataloguedFault(
        "redirect.anywhere",
        "The login leads wherever the link says",
        _PHISHED,
        "redirect.own",
        _OWN,
        RuleFault("relying_party.target_is_own", "always", value=True),
    ),
    CataloguedFault(
        "redirect.two_slashes",
        "A target that begins with two slashes counts as own",
        _PHISHED,
        "redirect.own",
        _OWN,
        RuleReplaced(
            "relying_party.target_is_own", lambda _: lambda target: target.startswith("/") and "\\" not in target
        ),
    ),
    CataloguedFault(
        "redirect.backslash",
        "A target with a backslash counts as own",
        "Browsers read /\\ as //: " + _PHISHED.lower(),
        "redirect.own",
        _OWN,
        RuleReplaced(
            "relying_party.target_is_own", lambda true: lambda target: true(target.replace("\\", "").replace("%5C", ""))
        ),
    ),
    CataloguedFault(
        "redirect.encoded",
        "An encoded slash counts as own",
        "A proxy that decodes it sends the patient away",
        "redirect.own",
        _OWN,
        RuleReplaced(
            "relying_party.target_is_own",
            lambda _: (
                lambda target: (
                    target.startswith("/") and not target.startswith("//") and not set(target) & set("\\\r\n\t\0")
                )
            ),
        ),
    ),
    CataloguedFault(
        "redirect.twice_encoded",
        "A slash that is encoded twice counts as own",
        "Two proxies that decode it send the patient away",
        "redirect.own",
        _OWN,
        RuleReplaced(
            "relying_party.target_is_own",
            lambda _: (
                lambda target: (
                    (plain := unquote(target)).startswith("/")
                    and not plain.startswith("//")
                    and not set(plain) & set("\\\r\n\t\0")
                )
            ),
        ),
    ),
    CataloguedFault(
        "redirect.control_character",
        "A tab inside the target is let pass, which browsers leave out",
        _PHISHED,
        "redirect.own",
        _OWN,
        RuleReplaced("relying_party.target_is_own", lambda true: lambda target: true(target.replace("\t", "_"))),
    ),
    CataloguedFault(
        "redirect.scheme_only",
        "Only targets with a scheme are refused",
        _PHISHED,
        "redirect.own",
        _OWN,
        RuleReplaced(
            "relying_party.target_is_own",
            lambda _: lambda target: not target.lower().startswith(("http", "javascript")),
        ),
    ),
    CataloguedFault(
        "redirect.deep_link_lost",
        "Every login leads to the account's first page",
        "A link to a prescription in a message leads nowhere",
        "redirect.deep_link",
        "users expect it",
        RuleFault("patient.landing_of", "always", value="/konto"),
    ),
    CataloguedFault(
        "redirect.deep_link_lower_case",
        "The target comes back in lower case",
        "A link to one document finds no page",
        "redirect.deep_link",
        "users expect it",
        RuleReplaced("patient.landing_of", lambda true: lambda target: true(target).lower()),
    ),
    CataloguedFault(
        "redirect.deep_link_lost_at_pin",
        "The PIN page of mojeIKP forgets the target",
        "On a phone every link leads to the first page",
        "redirect.deep_link",
        "users expect it",
        TemplateFault("mojeikp/pin.html", 'value="{{ target }}"', 'value=""'),
    ),
    CataloguedFault(
        "redirect.last_tab_wins",
        "The target that was asked for last counts in every tab",
        "A tab shows another page than the one that was opened in it",
        "redirect.tabs",
        "users expect it",
        RuleReplaced("relying_party.target_of", lambda _: lambda _login, targets: list(targets.values())[-1]),
    ),
    CataloguedFault(
        "redirect.first_tab_wins",
        "The target that was asked for first counts from then on",
        "A later login leads to the page of an earlier one",
        "redirect.tabs",
        "users expect it",
        RuleReplaced("relying_party.target_of", lambda _: lambda _login, targets: next(iter(targets.values()))),
    ),
    CataloguedFault(
        "redirect.cancel_without_notice",
        "After giving up the page with the methods says nothing",
        "A person does not know whether they are logged in",
        "redirect.cancel",
        _CANCEL,
        RuleFault("login.notice_of", "always", value=None),
    ),
    CataloguedFault(
        "redirect.cancel_reads_as_outage",
        "Giving up is told as an outage",
        "A person believes that the method is broken",
        "redirect.cancel",
        _CANCEL,
        RuleReplaced(
            "login.notice_of",
            lambda true: lambda outcome: true(Outcome.UNAVAILABLE if outcome is Outcome.CANCELLED else outcome),
        ),
    ),
    CataloguedFault(
        "redirect.declined_reads_as_cancelled",
        "A refusal in the app is told as giving up",
        "A person does not learn that the refusal counted",
        "redirect.cancel",
        _CANCEL,
        RuleReplaced(
            "login.notice_of",
            lambda true: lambda outcome: true(Outcome.CANCELLED if outcome is Outcome.DECLINED else outcome),
        ),
    ),
    CataloguedFault(
        "redirect.portal_without_notice",
        "The portal says nothing after a login was given up",
        "A person does not know whether they are logged in",
        "redirect.cancel",
        _CANCEL,
        RuleFault("pacjent.message_of", "always", value=None),
    ),
    CataloguedFault(
        "redirect.mojeid_consent_comes_again",
        "“Anuluj” at the consent of mojeID shows the consent once more",
        "A person can only consent or close the window",
        "redirect.cancel",
        _CANCEL,
        TemplateFault("mojeid/consent.html", "/anuluj", "/zgoda"),
    ),
    CataloguedFault(
        "redirect.code_page_cancel_renews",
        "“Anuluj” beneath the code makes a new code",
        "A person cannot leave the page with the code",
        "redirect.cancel",
        _CANCEL,
        TemplateFault("login_mobywatel/code.html", "/anuluj", "/nowy-kod"),
    ),
    CataloguedFault(
        "redirect.sms_dialog_stays",
        "“Anuluj” in the SMS dialog sends another code",
        "Whose phone is not at hand is stuck",
        "redirect.cancel",
        _CANCEL,
        TemplateFault("pz/sms.html", "/ui/au/cancel/{{ operation.id }}", "/ui/au/confirm/{{ operation.id }}/resend"),
    ),
    CataloguedFault(
        "redirect.reader_stays",
        "“Anuluj” in the reader's program only takes the card off",
        "Who has forgotten the PIN is stuck",
        "redirect.cancel",
        _CANCEL,
        TemplateFault("czytnik/reader.html", "/anuluj", "/zdejmij"),
    ),
    CataloguedFault(
        "redirect.return_in_any_browser",
        "A return from login.gov.pl counts in every browser",
        "An attacker logs the patient in to the attacker's account, or takes the patient's over",
        "redirect.state",
        "ASVS 5.0, 10.2.1; RFC 10027",
        RuleFault("web.flow_belongs_to_browser", "always", value=True),
    ),
    CataloguedFault(
        "redirect.return_in_marked_browsers",
        "A return counts in every browser that has a mark",
        "An attacker logs the patient in to the attacker's account",
        "redirect.state",
        "ASVS 5.0, 10.2.1",
        RuleReplaced("web.flow_belongs_to_browser", lambda _: lambda _flow, browser: browser is not None),
    ),
    CataloguedFault(
        "redirect.return_twice",
        "A login that has ended can be gone on with",
        "The form of a login found in a history opens a session",
        "redirect.state",
        "facts: “został już użyty”",
        RuleFault("web.flow_is_unused", "always", value=True),
    ),
    CataloguedFault(
        "redirect.return_to_another_login",
        "An answer counts for another login than the one that it answers",
        "An answer is slipped under another login",
        "redirect.state",
        "saml-profiles 4.1.4.3: InResponseTo",
        RuleFault("saml.in_response_to_matches", "always", value=True),
    ),
    CataloguedFault(
        "redirect.never_too_late",
        "A login left lying can be gone on with for ever",
        "A page left open on a shared computer logs in hours later",
        "redirect.state",
        "our choice: 30 minutes",
        RuleFault("web.flow_in_time", "always", value=True),
    ),
    CataloguedFault(
        "redirect.one_second_too_late",
        "A login can be gone on with at the very end of its time",
        "The stated time is not kept",
        "redirect.state",
        "our choice: 30 minutes",
        RuleReplaced("web.flow_in_time", lambda _: lambda opened_at, now: now <= opened_at + FLOW_LIFE),
    ),
    CataloguedFault(
        "redirect.app_without_notice",
        "mojeIKP says nothing after a login was given up",
        "A person does not know whether they are logged in",
        "redirect.cancel",
        _CANCEL,
        TemplateFault("mojeikp/start.html", "<h1>mojeIKP</h1>", "{% block notice %}{% endblock %}<h1>mojeIKP</h1>"),
    ),
)
