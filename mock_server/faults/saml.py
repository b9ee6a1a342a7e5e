"""Faults of the SAML profile: what a hub takes that it must refuse, and what a service provider believes."""

from datetime import timedelta
from urllib.parse import urlsplit

from ..kernel.faults import RuleFault, RuleReplaced
from ..saml.levels import Level
from .entry import CataloguedFault

_MINUTE = timedelta(minutes=1)
_ANYBODY = "Whoever writes a message speaks for every service"

FAULTS = (
    CataloguedFault(
        "saml.unsigned_taken",
        "A request without a signature is taken",
        _ANYBODY,
        "saml.signature",
        "OWASP ASVS 5.0, 10.2; saml-core 5.4.1",
        RuleFault("saml.message_is_signed", "always", value=True),
    ),
    CataloguedFault(
        "saml.any_certificate",
        "A request signed by anybody is taken, if it carries the certificate",
        _ANYBODY,
        "saml.signature",
        "saml-core 5.4.5; OWASP SAML Security Cheat Sheet",
        RuleFault("saml.certificate_is_registered", "always", value=True),
    ),
    CataloguedFault(
        "saml.signature_not_verified",
        "A signature is there, and nobody verifies it",
        "A request that was altered on its way counts",
        "saml.signature",
        "saml-core 5.4",
        RuleFault("saml.signature_is_genuine", "always", value=True),
    ),
    CataloguedFault(
        "saml.signature_of_something_else",
        "The signature may cover another element than the one that is read",
        "A signed request is wrapped in one of the attacker's own",
        "saml.signature",
        "On Breaking SAML (Somorovsky et al., 2012): XSW",
        RuleFault("saml.signature_covers", "always", value=True),
    ),
    CataloguedFault(
        "saml.nobody_is_registered",
        "The certificate of no service is taken",
        "Nobody can log in",
        "saml.signature",
        "saml_profile: registered certificates",
        RuleFault("saml.certificate_is_registered", "always", value=False),
    ),
    CataloguedFault(
        "saml.any_answer",
        "The account takes the answer to another login",
        "A login that was begun elsewhere opens the account here",
        "saml.response_to",
        "saml-profiles 4.1.4.3",
        RuleFault("saml.in_response_to_matches", "always", value=True),
    ),
    CataloguedFault(
        "saml.any_destination",
        "A request that was meant for another hub is taken",
        "What was signed for one system counts in another",
        "saml.address",
        "saml-bindings 3.5.5.2",
        RuleFault("saml.destination_is_ours", "always", value=True),
    ),
    CataloguedFault(
        "saml.destination_by_its_path",
        "Of a request's destination only the path is compared",
        "What was signed for one system counts in another",
        "saml.address",
        "saml-bindings 3.5.5.2",
        RuleReplaced(
            "saml.destination_is_ours",
            lambda _: (
                lambda destination, accepted, _required: (
                    urlsplit(destination or "").path in {urlsplit(url).path for url in accepted}
                )
            ),
        ),
    ),
    CataloguedFault(
        "saml.request_for_ever",
        "A request never grows old",
        "A request that somebody kept begins a login",
        "saml.time",
        "saml-core 2.5.1.2",
        RuleReplaced(
            "saml.issued_recently", lambda true: lambda issued, now, _age, ahead: true(issued, now, now - issued, ahead)
        ),
    ),
    CataloguedFault(
        "saml.request_of_tomorrow",
        "A request from the future is taken",
        "A request is good for longer than its window",
        "saml.time",
        "saml-core 2.5.1.2",
        RuleReplaced("saml.issued_recently", lambda _: lambda issued, now, age, _ahead: now - age <= issued),
    ),
    CataloguedFault(
        "saml.no_skew",
        "Clocks must agree to the second",
        "Patients of a service whose clock is slow cannot log in",
        "saml.time",
        "saml_profile: stated skew",
        RuleReplaced(
            "saml.issued_recently",
            lambda true: lambda issued, now, age, ahead: true(issued, now, age - _MINUTE, ahead - _MINUTE),
        ),
    ),
    CataloguedFault(
        "saml.artifact_for_ever",
        "An artifact never dies",
        "Whoever finds an artifact in a log becomes the patient",
        "saml.time",
        "saml-bindings 3.6.5.2",
        RuleFault("saml.artifact_is_live", "always", value=True),
    ),
    CataloguedFault(
        "saml.artifact_dies_a_second_early",
        "An artifact dies a second before its time",
        "A slow network loses logins",
        "saml.time",
        "saml-bindings 3.6.5.2",
        RuleReplaced(
            "saml.artifact_is_live",
            lambda true: lambda issued, now, lifetime: true(issued, now, lifetime - timedelta(seconds=1)),
        ),
    ),
    CataloguedFault(
        "saml.request_twice",
        "The same request counts again",
        "A request that somebody copied begins another login",
        "saml.replay",
        "saml-bindings 3.5.5.2",
        RuleFault("saml.message_id_is_new", "always", value=True),
    ),
    CataloguedFault(
        "saml.artifact_twice",
        "An artifact can be resolved again",
        "Whoever finds a used artifact becomes the patient",
        "saml.replay",
        "saml-core 3.5.3",
        RuleFault("saml.artifact_unused", "always", value=True),
    ),
    CataloguedFault(
        "saml.artifact_for_everybody",
        "Any registered service may resolve any artifact",
        "Another service learns who logs in to the account",
        "saml.replay",
        "saml-bindings 3.6.5.2",
        RuleFault("saml.artifact_issued_to", "always", value=True),
    ),
    CataloguedFault(
        "saml.artifact_for_any_key",
        "A hub that registers nobody gives a login to whoever claims the issuer",
        "Whoever finds an artifact in a log becomes the patient",
        "saml.key",
        "saml-bindings 3.6.5.2",
        RuleReplaced("saml.artifact_issued_to", lambda _: lambda issuer, issued_to, **_key: issuer == issued_to),
    ),
    CataloguedFault(
        "saml.logout_for_any_key",
        "A hub that registers nobody ends a login for whoever claims the issuer",
        "Anybody who learns a name of a patient logs them out everywhere",
        "saml.key",
        "saml-profiles 4.4.4.1",
        RuleFault("login.logout_is_by_who_asked", "always", value=True),
    ),
    CataloguedFault(
        "saml.level_not_asked",
        "The hub hands out a login of any level",
        "Health data opens to somebody who was hardly identified",
        "saml.level",
        "saml-core 3.3.2.2.1",
        RuleFault("login.method_reaches_level", "always", value=True),
    ),
    CataloguedFault(
        "saml.level_must_be_exceeded",
        "A method must be better than was asked, not as good",
        "Nobody reaches the high level, not even with the card",
        "saml.level",
        "saml-core 3.3.2.2.1 (minimum)",
        RuleReplaced("login.method_reaches_level", lambda _: lambda reached, wanted: reached > wanted),
    ),
    CataloguedFault(
        "saml.document_type_taken",
        "XML with a document type is read",
        "A stranger's message makes the server read files or fill its memory",
        "saml.xml",
        "W3C XML Signature Best Practices; OWASP XXE",
        RuleFault("saml.document_type_is_absent", "always", value=True),
    ),
    CataloguedFault(
        "saml.status_not_read",
        "The account does not read the status of an answer",
        "Who was not identified is told nothing of the reason",
        "saml.status",
        "saml-core 3.2.2.2",
        RuleFault("saml.status_is_success", "always", value=True),
    ),
    CataloguedFault(
        "saml.no_high_level",
        "The level “high” is reached by nothing",
        "Who has an e-dowód cannot use it where it is needed",
        "saml.level",
        "saml_profile: levels",
        RuleReplaced(
            "login.method_reaches_level",
            lambda true: lambda reached, wanted: wanted < Level.HIGH and true(reached, wanted),
        ),
    ),
)
