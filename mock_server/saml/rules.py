"""Every decision of the SAML profile, as small pure functions that a planted fault may override.

Each answers True for “go on”. What cannot be read at all is refused where it is read (`malformed`).
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from ..kernel.pesel import check_digit, pesel_for
from ..kernel.rules import rule
from .keys import Certificate
from .levels import Level
from .names import (
    ARTIFACT_BINDING,
    BEARER,
    CONDITIONS,
    ECDSA_SHA256,
    ENVELOPED_SIGNATURE,
    EXCLUSIVE_C14N,
    RSA_SHA256,
    SHA256,
)
from .names import SUCCESS as SUCCESS_CODE

# The document


@rule
def document_is_small_enough(size: int, limit: int) -> bool:
    """No more bytes than `limit`, so that nobody can fill the memory."""
    return size <= limit


@rule
def document_type_is_absent(has_document_type: bool) -> bool:
    """No DTD, hence no entities (W3C XML Signature Best Practices)."""
    return not has_document_type


@rule
def ids_are_unique(ids: Sequence[str]) -> bool:
    """Every ID stands for one element, so that a reference cannot mean another (saml-core 1.3.4)."""
    return len(set(ids)) == len(ids)


# The signature


@rule
def signature_covers(element_id: str, is_whole_document: bool, references: Sequence[str | None]) -> bool:
    """The one reference is to the element we go on to read, by its ID (saml-core 5.4.2).

    One real client signs with an empty reference, which is as good where the element is the whole document.
    """
    return list(references) == [f"#{element_id}"] or (is_whole_document and list(references) == [""])


@rule
def transforms_are_plain(transforms: Sequence[str | None]) -> bool:
    """Only enveloped-signature, then exclusive C14N: nothing that could leave a part unsigned (saml-core 5.4.4)."""
    return list(transforms) == [ENVELOPED_SIGNATURE, EXCLUSIVE_C14N]


@rule
def algorithms_are_strong(canonicalization: str | None, signature: str | None, digests: Collection[str | None]) -> bool:
    """Exclusive C14N, ECDSA-SHA256 or RSA-SHA256, SHA-256 digests (login.gov.pl profile)."""
    return canonicalization == EXCLUSIVE_C14N and signature in {ECDSA_SHA256, RSA_SHA256} and set(digests) == {SHA256}


@rule
def certificate_is_registered(certificate: Certificate, registered: Collection[Certificate]) -> bool:
    """The certificate a message carries is one registered for its sender, byte for byte."""
    return certificate in registered


# The sender and the address


@rule
def version_is_supported(version: str | None) -> bool:
    """SAML 2.0 (saml-core 4.1.3)."""
    return version == "2.0"


@rule
def issuer_is_known(registered: bool, lenient: bool) -> bool:
    """The hub has this provider registered, or runs in lenient mode."""
    return registered or lenient


@rule
def issuer_is_expected(issuer: str, expected: str) -> bool:
    """The answer comes from whom the question went to (saml-profiles 4.1.4.2)."""
    return issuer == expected


@rule
def destination_is_ours(destination: str | None, accepted: Collection[str], required: bool) -> bool:
    """The message was meant for us (saml-bindings 3.5.5.2); the back channel may leave it out."""
    return destination in accepted if destination is not None else not required


@rule
def issued_recently(issue_instant: datetime, now: datetime, longest_age: timedelta, farthest_ahead: timedelta) -> bool:
    """Issued within the window, both edges included."""
    return now - longest_age <= issue_instant <= now + farthest_ahead


@rule
def message_id_is_new(seen_before: bool) -> bool:
    """No message with this ID was accepted before (saml-bindings 3.5.5.2)."""
    return not seen_before


@rule
def in_response_to_matches(in_response_to: str | None, expected: str) -> bool:
    """This answers the question we asked (saml-profiles 4.1.4.3)."""
    return in_response_to == expected


# The request


@rule
def acs_is_registered(acs_url: str, registered: Collection[str]) -> bool:
    """The address the answer goes to is registered, letter for letter (saml-profiles 4.1.4.1)."""
    return acs_url in registered


@rule
def provider_name_is_given(provider_name: str | None, required: bool) -> bool:
    """ProviderName is there where the node enforces it."""
    return bool(provider_name) or not required


@rule
def binding_is_artifact(binding: str | None) -> bool:
    """The answer is asked for by HTTP-Artifact, the only binding the hub has; none named is taken as that."""
    return binding in {None, ARTIFACT_BINDING}


@rule
def comparison_is_minimum(comparison: str | None) -> bool:
    """Levels are asked for as a minimum (login.gov.pl profile; saml-core 3.3.2.2.1)."""
    return comparison == "minimum"


@rule
def attributes_are_offered(required: Collection[str], offered: Collection[str]) -> bool:
    """Every attribute a provider cannot do without is one the hub can give."""
    return set(required) <= set(offered)


# The artifact


@rule
def artifact_is_from_hub(source_id: bytes, hub_source_id: bytes) -> bool:
    """The artifact names the hub that is asked to resolve it (saml-bindings 3.6.4)."""
    return source_id == hub_source_id


@rule
def artifact_issued_to(issuer: str, issued_to: str, *, signs_as_the_asker: bool) -> bool:
    """Only the provider an artifact was made for may resolve it (saml-bindings 3.6.5.2).

    It signs as who asked for the login, too: a lenient hub knows nobody by issuer alone.
    """
    return issuer == issued_to and signs_as_the_asker


@rule
def artifact_unused(used: bool) -> bool:
    """An artifact is good for one resolution (saml-core 3.5.3)."""
    return not used


@rule
def artifact_is_live(issued_at: datetime, now: datetime, lifetime: timedelta) -> bool:
    """An artifact dies when its lifetime is over, at the very instant."""
    return now < issued_at + lifetime


# The response and its assertion


@rule
def status_is_success(code: str) -> bool:
    """The peer did what it was asked (saml-core 3.2.2.2)."""
    return code == SUCCESS_CODE


@rule
def key_agreed_between_us(parties: tuple[str, str], expected: tuple[str, str]) -> bool:
    """The key was derived for this hub and this provider (NIST SP 800-56A 5.8.1.2: PartyUInfo, PartyVInfo)."""
    return parties == expected


@rule
def confirmation_is_bearer(method: str | None) -> bool:
    """The subject is confirmed by bearing the assertion (saml-profiles 4.1.4.2)."""
    return method == BEARER


@rule
def audience_is_ours(audiences: Collection[str], ours: str) -> bool:
    """The assertion is meant for us (saml-core 2.5.1.4)."""
    return ours in audiences


@rule
def recipient_is_ours(recipient: str | None, acs_url: str) -> bool:
    """The assertion is meant for the address it came to (saml-profiles 4.1.4.3)."""
    return recipient == acs_url


@rule
def assertion_within_time(
    not_before: datetime | None, not_on_or_after: datetime, now: datetime, skew: timedelta
) -> bool:
    """From `not_before` on and before `not_on_or_after`, each widened by `skew` (saml-core 2.5.1.2)."""
    return (not_before is None or not_before - skew <= now) and now < not_on_or_after + skew


@rule
def condition_is_known(name: str) -> bool:
    """Every condition must hold, and one that nobody here knows cannot be taken to hold (saml-core 2.5.1.1)."""
    return name in CONDITIONS


@rule
def answer_is_of_now(issue_instant: datetime, asked_at: datetime | None, now: datetime, skew: timedelta) -> bool:
    """What answers us is written after we asked and not later than now, each widened by `skew` (our choice)."""
    return asked_at is None or asked_at - skew <= issue_instant <= now + skew


@rule
def person_logged_in_anew(authn_instant: datetime, asked_at: datetime | None, now: datetime, skew: timedelta) -> bool:
    """Where a new login was asked for (ForceAuthn), one from before is none (saml-core 3.4.1)."""
    return asked_at is None or asked_at - skew <= authn_instant <= now + skew


@rule
def hub_session_goes_on(session_not_on_or_after: datetime | None, now: datetime) -> bool:
    """The hub wants no session to live at its SessionNotOnOrAfter (saml-core 2.7.2)."""
    return session_not_on_or_after is None or now < session_not_on_or_after


@rule
def pesel_check_digit_agrees(pesel: str) -> bool:
    """The last digit follows from the ten before it (Ustawa o ewidencji ludności, art. 15)."""
    return pesel[-1] == check_digit(pesel[:-1])


@rule
def pesel_is_of_birth_date(pesel: str, birth_date: date) -> bool:
    """The first six digits are the birth date, the month with its century."""
    return pesel[:6] == pesel_for(birth_date, 0)[:6]


@rule
def level_is_enough(level: Level, minimum: Level) -> bool:
    """The person was identified at least as well as was asked (saml-core 3.3.2.2.1)."""
    return level >= minimum


@rule
def assertion_not_replayed(seen_before: bool) -> bool:
    """A bearer assertion opens one session (saml-profiles 4.1.4.5)."""
    return not seen_before


# Logout


@rule
def logout_is_in_time(not_on_or_after: datetime | None, now: datetime, skew: timedelta) -> bool:
    """A LogoutRequest is dead from its NotOnOrAfter, widened by `skew` (saml-core 3.7.1)."""
    return not_on_or_after is None or now < not_on_or_after + skew
