"""The assertion as a provider reads and checks it (saml-profiles 4.1.4.3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from . import rules
from .errors import SamlRefused, expected_got, quoted
from .levels import Level
from .message import require_in_response_to, require_issuer, require_version
from .model import Assertion
from .names import BEARER, NO_AUTHN_CONTEXT, REQUESTER
from .subject_check import read_subject
from .times import read_instant, write_instant
from .xml import Element, attribute_of, child, children, parse, require_name, token_of


@dataclass(frozen=True)
class Expectation:
    """What an assertion must say for a provider to believe it.

    Attributes:
        hub_issuer: who must have issued it.
        audience: the provider's own issuer.
        acs_url: the address it came to.
        request_id: the AuthnRequest it answers.
        asked_at: when that asked for a new login (ForceAuthn), or None where an older one may answer.
        minimum_level: what was asked for.
        now: aware.
        skew: how far the clocks may be apart.
    """

    hub_issuer: str
    audience: str
    acs_url: str
    request_id: str
    asked_at: datetime | None
    minimum_level: Level
    now: datetime
    skew: timedelta


def read_assertion(xml: bytes, expected: Expectation) -> Assertion:
    """Check a decrypted assertion; whether it was seen before remains for the caller to ask.

    Raises:
        SamlRefused: naming the first thing that did not match.
    """
    element = parse(xml)
    require_name(element, "saml2:Assertion")
    require_version(element)
    require_issuer(element, expected.hub_issuer)
    require_of_now(read_instant(attribute_of(element, "IssueInstant")), expected)
    conditions = child(element, "saml2:Conditions")
    not_before = read_instant(attribute_of(conditions, "NotBefore"))
    not_on_or_after = read_instant(attribute_of(conditions, "NotOnOrAfter"))
    _check_time(not_before, not_on_or_after, expected)
    audience = _check_conditions(conditions, expected.audience)
    _check_confirmations(child(element, "saml2:Subject"), expected)
    statement = child(element, "saml2:AuthnStatement")
    context = child(statement, "saml2:AuthnContext")
    authorities = children(context, "saml2:AuthenticatingAuthority")
    return Assertion(
        id=attribute_of(element, "ID"),
        session_index=attribute_of(statement, "SessionIndex"),
        name_id=token_of(child(element, "saml2:Subject", "saml2:NameID")),
        level=_level(context, expected.minimum_level),
        authenticating_authorities=tuple(token_of(authority) for authority in authorities),
        not_before=not_before,
        not_on_or_after=not_on_or_after,
        audience=audience,
        subject=read_subject(child(element, "saml2:AttributeStatement")),
        session_not_on_or_after=_check_login(statement, expected),
    )


def require_of_now(issue_instant: datetime, expected: Expectation) -> None:
    """Refuse an answer that was written before the question, or will be written.

    Raises:
        SamlRefused: ``issue_instant``.
    """
    if not rules.answer_is_of_now(issue_instant, expected.asked_at, expected.now, expected.skew):
        raise SamlRefused("issue_instant", _not_of_now("IssueInstant", issue_instant, expected))


def _not_of_now(what: str, instant: datetime, expected: Expectation) -> str:
    asked = "any time" if expected.asked_at is None else write_instant(expected.asked_at)
    return (
        f"{what}: expected from {asked} until {write_instant(expected.now)}, skew {expected.skew}, "
        f"got {write_instant(instant)}"
    )


def _check_time(not_before: datetime | None, not_on_or_after: datetime, expected: Expectation) -> None:
    """Refuse an assertion before its window or from its end on."""
    start = "any time" if not_before is None else write_instant(not_before)
    if not rules.assertion_within_time(not_before, not_on_or_after, expected.now, expected.skew):
        raise SamlRefused(
            "outside_time",
            f"valid from {start} until {write_instant(not_on_or_after)}, skew {expected.skew}; "
            f"it is {write_instant(expected.now)}",
        )


def _check_conditions(conditions: Element, ours: str) -> str:
    """Refuse unless every restriction of the audience names us, and every condition is known; who is named first."""
    restrictions = children(conditions, "saml2:AudienceRestriction")
    if not restrictions:
        raise SamlRefused("malformed", "expected saml2:AudienceRestriction in Conditions, got nothing")
    named = [[token_of(found) for found in children(one, "saml2:Audience")] for one in restrictions]
    for audiences in named:
        if not rules.audience_is_ours(audiences, ours):
            raise SamlRefused("audience", f"expected Audience {quoted(ours)}, got {quoted(audiences)}")
    for condition in conditions.iterchildren("{*}*"):
        if not rules.condition_is_known(condition.tag):
            raise SamlRefused("condition", f"expected conditions that are known, got {quoted(condition.tag)}")
    return next(iter(named[0]), "")


def _check_confirmations(subject: Element, expected: Expectation) -> None:
    """One of them must be right (saml-profiles 4.1.4.3); if none is, the first tells why."""
    refusals = []
    for confirmation in children(subject, "saml2:SubjectConfirmation"):
        try:
            return _check_confirmation(confirmation, expected)
        except SamlRefused as refusal:
            refusals.append(refusal)
    missing = SamlRefused("malformed", "expected saml2:SubjectConfirmation in Subject, got nothing")
    raise next(iter(refusals), missing)


def _check_confirmation(confirmation: Element, expected: Expectation) -> None:
    """Check how, where, until when and in answer to what the subject is confirmed."""
    method = confirmation.get("Method")
    if not rules.confirmation_is_bearer(method):
        raise SamlRefused("confirmation", expected_got("confirmation method", [BEARER], method))
    data = child(confirmation, "saml2:SubjectConfirmationData")
    recipient = data.get("Recipient")
    if not rules.recipient_is_ours(recipient, expected.acs_url):
        raise SamlRefused("recipient", expected_got("Recipient", [expected.acs_url], recipient))
    require_in_response_to(data, expected.request_id)
    _check_time(None, read_instant(attribute_of(data, "NotOnOrAfter")), expected)


def _level(context: Element, minimum: Level) -> Level:
    """The level of the assertion, if it is enough."""
    level = Level.from_uri(token_of(child(context, "saml2:AuthnContextClassRef")))
    if not rules.level_is_enough(level, minimum):
        raise SamlRefused(
            "level_too_low",
            f"expected a level of at least {minimum.name.lower()}, got {level.name.lower()}",
            REQUESTER,
            NO_AUTHN_CONTEXT,
        )
    return level


def _check_login(statement: Element, expected: Expectation) -> datetime | None:
    """Check when the person logged in; the instant at which the hub wants the session to end, if it says one."""
    authn_instant = read_instant(attribute_of(statement, "AuthnInstant"))
    if not rules.person_logged_in_anew(authn_instant, expected.asked_at, expected.now, expected.skew):
        raise SamlRefused("authn_instant", _not_of_now("AuthnInstant", authn_instant, expected))
    limit = statement.get("SessionNotOnOrAfter")
    ends = None if limit is None else read_instant(limit)
    if not rules.hub_session_goes_on(ends, expected.now):
        raise SamlRefused(
            "outside_time", f"the hub's session is over since {limit}; it is {write_instant(expected.now)}"
        )
    return ends
