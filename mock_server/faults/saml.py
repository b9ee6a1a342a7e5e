"""Faults of the SAML profile: what a hub takes that it must refuse, and what a service provider believes."""

from datetime import timedelta
from urllib.parse import urlsplit

from ..kernel.rules import true
from ..saml import rules as saml
from ..saml.authn_request_check import lowest_level
from ..saml.keys import Certificate
from ..saml.levels import Level
from ..saml.signing import signature_is_genuine, verify_signature
from ..saml.xml import Element, children
from ..sites.login import rules as login
from .entry import Row, breaking
from .replacing import always, replaced

_MINUTE = timedelta(minutes=1)
_ANYBODY = "Whoever writes a message speaks for every service"


def _if_there_is_one(element: Element, registered: tuple[Certificate, ...]) -> None:
    if children(element, "ds:Signature"):
        true(verify_signature)(element, registered)


FAULTS = (
    *breaking(
        "saml.signature",
        "OWASP ASVS 5.0, 10.2; saml-core 5.4.1",
        Row(
            "saml.unsigned_taken",
            "A request without a signature is taken",
            _ANYBODY,
            replaced(verify_signature, _if_there_is_one),
        ),
        Row(
            "saml.any_certificate",
            "A request signed by anybody is taken, if it carries the certificate",
            _ANYBODY,
            always(saml.certificate_is_registered, True),
            source="saml-core 5.4.5; OWASP SAML Security Cheat Sheet",
        ),
        Row(
            "saml.signature_not_verified",
            "A signature is there, and nobody verifies it",
            "A request that was altered on its way counts",
            always(signature_is_genuine, True),
            source="saml-core 5.4",
        ),
        Row(
            "saml.signature_of_something_else",
            "The signature may cover another element than the one that is read",
            "A signed request is wrapped in one of the attacker's own",
            always(saml.signature_covers, True),
            source="On Breaking SAML (Somorovsky et al., 2012): XSW",
        ),
        Row(
            "saml.nobody_is_registered",
            "The certificate of no service is taken",
            "Nobody can log in",
            always(saml.certificate_is_registered, False),
            source="saml_profile: registered certificates",
        ),
    ),
    *breaking(
        "saml.response_to",
        "saml-profiles 4.1.4.3",
        Row(
            "saml.any_answer",
            "The account takes the answer to another login",
            "A login that was begun elsewhere opens the account here",
            always(saml.in_response_to_matches, True),
        ),
    ),
    *breaking(
        "trouble.shared",
        "saml-core 3.4.1 (ForceAuthn)",
        Row(
            "saml.old_login_taken",
            "The account takes a login from before it asked for a new one",
            "The next person at the computer is in the account, if login.gov.pl answers by itself",
            always(saml.person_logged_in_anew, True),
        ),
    ),
    *breaking(
        "saml.address",
        "saml-bindings 3.5.5.2",
        Row(
            "saml.any_destination",
            "A request that was meant for another hub is taken",
            "What was signed for one system counts in another",
            always(saml.destination_is_ours, True),
        ),
        Row(
            "saml.destination_by_its_path",
            "Of a request's destination only the path is compared",
            "What was signed for one system counts in another",
            replaced(
                saml.destination_is_ours,
                lambda destination, accepted, required: (
                    urlsplit(destination or "").path in {urlsplit(url).path for url in accepted}
                ),
            ),
        ),
    ),
    *breaking(
        "saml.time",
        "saml-core 2.5.1.2",
        Row(
            "saml.request_for_ever",
            "A request never grows old",
            "A request that somebody kept begins a login",
            replaced(
                saml.issued_recently,
                lambda issue_instant, now, longest_age, farthest_ahead: saml.issued_recently.true(
                    issue_instant, now, now - issue_instant, farthest_ahead
                ),
            ),
        ),
        Row(
            "saml.request_of_tomorrow",
            "A request from the future is taken",
            "A request is good for longer than its window",
            replaced(
                saml.issued_recently,
                lambda issue_instant, now, longest_age, farthest_ahead: now - longest_age <= issue_instant,
            ),
        ),
        Row(
            "saml.no_skew",
            "Clocks must agree to the second",
            "Patients of a service whose clock is slow cannot log in",
            replaced(
                saml.issued_recently,
                lambda issue_instant, now, longest_age, farthest_ahead: saml.issued_recently.true(
                    issue_instant, now, longest_age - _MINUTE, farthest_ahead - _MINUTE
                ),
            ),
            source="saml_profile: stated skew",
        ),
        Row(
            "saml.artifact_for_ever",
            "An artifact never dies",
            "Whoever finds an artifact in a log becomes the patient",
            always(saml.artifact_is_live, True),
            source="saml-bindings 3.6.5.2",
        ),
        Row(
            "saml.artifact_dies_a_second_early",
            "An artifact dies a second before its time",
            "A slow network loses logins",
            replaced(
                saml.artifact_is_live,
                lambda issued_at, now, lifetime: saml.artifact_is_live.true(
                    issued_at, now, lifetime - timedelta(seconds=1)
                ),
            ),
            source="saml-bindings 3.6.5.2",
        ),
    ),
    *breaking(
        "saml.replay",
        "saml-bindings 3.5.5.2",
        Row(
            "saml.request_twice",
            "The same request counts again",
            "A request that somebody copied begins another login",
            always(saml.message_id_is_new, True),
        ),
        Row(
            "saml.artifact_twice",
            "An artifact can be resolved again",
            "Whoever finds a used artifact becomes the patient",
            always(saml.artifact_unused, True),
            source="saml-core 3.5.3",
        ),
        Row(
            "saml.artifact_for_everybody",
            "Any registered service may resolve any artifact",
            "Another service learns who logs in to the account",
            always(saml.artifact_issued_to, True),
            source="saml-bindings 3.6.5.2",
        ),
    ),
    *breaking(
        "saml.key",
        "saml-bindings 3.6.5.2",
        Row(
            "saml.artifact_for_any_key",
            "A hub that registers nobody gives a login to whoever claims the issuer",
            "Whoever finds an artifact in a log becomes the patient",
            replaced(saml.artifact_issued_to, lambda issuer, issued_to, **_key: issuer == issued_to),
        ),
        Row(
            "saml.logout_for_any_key",
            "A hub that registers nobody ends a login for whoever claims the issuer",
            "Anybody who learns a name of a patient logs them out everywhere",
            always(login.logout_is_by_who_asked, True),
            source="saml-profiles 4.4.4.1",
        ),
    ),
    *breaking(
        "saml.level",
        "saml-core 3.3.2.2.1",
        Row(
            "saml.level_not_asked",
            "The hub hands out a login of any level",
            "Health data opens to somebody who was hardly identified",
            always(login.method_reaches_level, True),
        ),
        Row(
            "saml.level_must_be_exceeded",
            "A method must be better than was asked, not as good",
            "Nobody reaches the high level, not even with the card",
            replaced(login.method_reaches_level, lambda reached, wanted: reached > wanted),
            source="saml-core 3.3.2.2.1 (minimum)",
        ),
        Row(
            "saml.first_level_counts",
            "Of several levels that a request names the first alone is enough",
            "A service that lists its levels from the top offers the e-dowód only, and few patients can log in",
            replaced(lowest_level, lambda named, provider: next(iter(named), provider.minimum_level)),
        ),
        Row(
            "saml.no_high_level",
            "The level “high” is reached by nothing",
            "Who has an e-dowód cannot use it where it is needed",
            replaced(
                login.method_reaches_level,
                lambda reached, wanted: wanted < Level.HIGH and login.method_reaches_level.true(reached, wanted),
            ),
            source="saml_profile: levels",
        ),
    ),
    *breaking(
        "saml.xml",
        "W3C XML Signature Best Practices; OWASP XXE",
        Row(
            "saml.document_type_taken",
            "XML with a document type is read",
            "A stranger's message makes the server read files or fill its memory",
            always(saml.document_type_is_absent, True),
        ),
    ),
    *breaking(
        "saml.status",
        "saml-core 3.2.2.2",
        Row(
            "saml.status_not_read",
            "The account does not read the status of an answer",
            "Who was not identified is told nothing of the reason",
            always(saml.status_is_success, True),
        ),
    ),
)
