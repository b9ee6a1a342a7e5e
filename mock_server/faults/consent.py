"""Faults of the consent in the app, and of opening the app."""

from datetime import timedelta

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..sites.login_mobywatel.state import CodeState
from .entry import CataloguedFault

_POCKET = timedelta(minutes=10)

FAULTS = (
    CataloguedFault(
        "consent.scan_is_enough",
        "Reading the code opens the account, without any approval",
        "Whoever shows somebody a QR has them logged in",
        "consent.needed",
        "article: potwierdź zgodę; RFC 10027",
        RuleReplaced(
            "login_mobywatel.code_identifies", lambda _: lambda state: state in (CodeState.READ, CodeState.APPROVED)
        ),
    ),
    CataloguedFault(
        "consent.decline_approves",
        "The button to refuse sends an approval",
        "Who says no is logged in at a stranger's screen",
        "consent.declined",
        "RFC 10027",
        TemplateFault("mobywatel/consent.html", 'value="decline"', 'value="approve"'),
    ),
    CataloguedFault(
        "consent.silence_is_a_yes",
        "A form without a decision counts as an approval",
        "A broken or forged form shares the data",
        "consent.declined",
        "OWASP ASVS 5.0, V2.3 (fails closed)",
        RuleReplaced("mobywatel.is_approval", lambda _: lambda decision: decision != "decline"),
    ),
    CataloguedFault(
        "consent.declined_page_waits_on",
        "The computer is not told of a refusal",
        "The person looks at a dead code until it expires",
        "consent.declined",
        "facts: open; a refusal returns to the hub with a notice",
        TemplateFault("login_mobywatel/code.html", '<script src="/static/wait.js"></script>', ""),
    ),
    CataloguedFault(
        "consent.decline_without_notice",
        "The hub says nothing after a refusal",
        "The person does not know why the login went back",
        "consent.declined",
        "facts: open; a refusal returns to the hub with a notice",
        TemplateFault("web/layout.html", "{% if notice is defined and notice %}", "{% if false %}"),
    ),
    CataloguedFault(
        "consent.hides_pesel",
        "The consent does not list the PESEL that is sent",
        "People share more than they agreed to",
        "consent.complete",
        "GDPR art. 7; article: potwierdź zgodę",
        TemplateFault("mobywatel/consent.html", '("PESEL", person.pesel), ', ""),
    ),
    CataloguedFault(
        "consent.always_names_ikp",
        "The consent names IKP whoever asks",
        "Consent is given to the wrong service",
        "consent.complete",
        "GDPR art. 7",
        TemplateFault("mobywatel/consent.html", "{{ consent.service }}", "Internetowe Konto Pacjenta (IKP)"),
    ),
    CataloguedFault(
        "consent.american_date",
        "The birth date is told with month and day swapped",
        "People agree to send a date that is not theirs",
        "consent.complete",
        "GDPR art. 5",
        TemplateFault("mobywatel/consent.html", "person.birth_date | day", "person.birth_date.strftime('%m.%d.%Y')"),
    ),
    CataloguedFault(
        "consent.pesel_as_number",
        "The PESEL is told without its leading zero",
        "People born after 1999 see a number that is not theirs",
        "consent.complete",
        "ustawa o ewidencji ludności: 11 digits",
        TemplateFault("mobywatel/consent.html", "person.pesel", "person.pesel | int"),
    ),
    CataloguedFault(
        "consent.time_in_utc",
        "The time of the request is told in UTC",
        "An honest request looks like one of an hour ago",
        "consent.complete",
        "facts: what is asked, by whom, and when",
        TemplateFault("mobywatel/consent.html", "{{ now | moment }}", "{{ now.strftime('%d.%m.%Y, %H:%M:%S') }}"),
    ),
    CataloguedFault(
        "consent.edo_data_short",
        "The eDO App does not list all that is sent",
        "People share more than they agreed to",
        "consent.complete",
        "GDPR art. 7",
        TemplateFault("edo_app/details.html", "{% for item in flow.data %}", "{% for item in flow.data[1:] %}"),
    ),
    CataloguedFault(
        "consent.late_approval_counts",
        "An approval after the code's end still counts",
        "A forgotten phone opens a stranger's screen later",
        "consent.in_time",
        "RFC 8628 §5",
        RuleFault("login_mobywatel.answer_is_in_time", "always", True),
    ),
    CataloguedFault(
        "consent.in_time_off_by_one",
        "An approval counts at the very end of the time",
        "The page calls it dead, the server does not",
        "consent.in_time",
        "facts: 300 s",
        RuleReplaced("login_mobywatel.answer_is_in_time", lambda _: lambda expires_at, now: now <= expires_at),
    ),
    CataloguedFault(
        "consent.to_a_refreshed_code",
        "An approval of a code that was refreshed meanwhile is taken",
        "The app says shared though nothing was; an old photograph counts",
        "consent.in_time",
        "RFC 8628 §5",
        RuleReplaced(
            "login_mobywatel.code_can_be_answered",
            lambda _: lambda state: state in (CodeState.READ, CodeState.REPLACED),
        ),
    ),
    CataloguedFault(
        "consent.counts_twice",
        "One consent can be given again and again",
        "A repeated form approves what was decided already",
        "consent.once",
        "OWASP ASVS 5.0, V2.3",
        RuleReplaced(
            "login_mobywatel.code_can_be_answered",
            lambda _: lambda state: state in (CodeState.READ, CodeState.APPROVED),
        ),
    ),
    CataloguedFault(
        "consent.without_token",
        "Forms of the app need no token",
        "A web page on the phone approves in the person's name",
        "consent.once",
        "OWASP ASVS 5.0, V3.5",
        RuleFault("web.token_matches", "always", True),
    ),
    CataloguedFault(
        "consent.any_password",
        "The app opens with any password",
        "A found phone logs its finder in",
        "consent.locked",
        "facts: the app asks for its password",
        RuleFault("mobywatel.app_password_matches", "always", True),
    ),
    CataloguedFault(
        "consent.password_without_case",
        "The app's password counts in any case",
        "Half the password's strength is gone",
        "consent.locked",
        "facts: a capital is required",
        RuleReplaced(
            "mobywatel.app_password_matches", lambda _: lambda password, typed: password.lower() == typed.lower()
        ),
    ),
    CataloguedFault(
        "consent.password_cut",
        "Only the first eight characters of the app's password count",
        "A long password protects no better than a short one",
        "consent.locked",
        "OWASP ASVS 5.0, 6.2.8",
        RuleReplaced("mobywatel.app_password_matches", lambda _: lambda password, typed: password[:8] == typed[:8]),
    ),
    CataloguedFault(
        "consent.app_stays_open",
        "The app never locks itself",
        "A phone left on a table approves for hours",
        "consent.locked",
        "OWASP ASVS 5.0, V7.3",
        RuleReplaced(
            "web.session_is_awake", lambda true: lambda seen, now, idle: idle == _POCKET or true(seen, now, idle)
        ),
    ),
    CataloguedFault(
        "consent.decline_not_reachable",
        "The Tab key passes over the refusal",
        "Who uses a keyboard can only approve",
        "consent.equal",
        "WCAG 2.1.1; dark patterns: EDPB guidelines 3/2022",
        TemplateFault("mobywatel/consent.html", 'value="decline"', 'value="decline" tabindex="-1"'),
    ),
    CataloguedFault(
        "consent.decline_tiny",
        "The refusal is small print beside a big button",
        "People approve because they see nothing else",
        "consent.equal",
        "EDPB guidelines 3/2022",
        TemplateFault(
            "mobywatel/consent.html", 'class="button second" name="decision"', 'class="hint" name="decision"'
        ),
    ),
    CataloguedFault(
        "consent.six_tries",
        "The app takes one wrong password too many",
        "A limit that is not what is stated",
        "consent.limited",
        "facts: open, 5",
        RuleReplaced("web.lock_is_due", lambda _: lambda wrong, allowed: wrong > allowed),
    ),
    CataloguedFault(
        "consent.four_tries",
        "The app locks one try early",
        "A limit that is not what is stated",
        "consent.limited",
        "facts: open, 5",
        RuleReplaced("web.lock_is_due", lambda _: lambda wrong, allowed: wrong >= allowed - 1),
    ),
    CataloguedFault(
        "consent.lock_ends_late",
        "The app's lock still holds when its time is over",
        "The person waits longer than told",
        "consent.limited",
        "facts: 10 minutes",
        RuleReplaced("web.is_locked", lambda _: lambda until, now: until is not None and now <= until),
    ),
    CataloguedFault(
        "consent.every_decision_approves",
        "Whatever is decided counts as an approval",
        "Who says no is logged in at a stranger's screen",
        "consent.declined",
        "RFC 10027",
        RuleFault("mobywatel.is_approval", "always", True),
    ),
    CataloguedFault(
        "consent.app_opens_without_its_session",
        "Without a session the app opens as whoever used it last",
        "Who finds a phone approves logins with it",
        "consent.locked",
        "OWASP ASVS 5.0, 7.2",
        RuleReplaced(
            "web.session_shown_by",
            lambda true: lambda cookie, sessions: true(cookie, sessions) or next(iter(sessions), None),
        ),
    ),
    CataloguedFault(
        "consent.mojeid_hides_pesel",
        "mojeID's consent does not list the PESEL",
        "People do not know that it is sent",
        "consent.complete",
        "behaviour: Consent",
        TemplateFault("mojeid/consent.html", "<dt>PESEL</dt><dd>{{ offer.identity.pesel }}</dd>\n", ""),
    ),
)
