"""The assertion as a provider reads and checks it (saml-profiles 4.1.4.3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize

from . import rules
from .attributes import Attribute
from .errors import SamlRefused, expected_got, quoted
from .levels import Level
from .message import require_in_response_to, require_issuer
from .model import Assertion, Subject
from .names import BEARER, NO_AUTHN_CONTEXT, REQUESTER
from .times import read_date, read_instant, write_instant
from .xml import Element, attribute_of, child, children, parse, require_name, text_of, token_of


@dataclass(frozen=True)
class Expectation:
    """What an assertion must say for a provider to believe it.

    Attributes:
        hub_issuer: who must have issued it.
        audience: the provider's own issuer.
        acs_url: the address it came to.
        request_id: the AuthnRequest it answers.
        minimum_level: what was asked for.
        now: aware.
        skew: how far the clocks may be apart.
    """

    hub_issuer: str
    audience: str
    acs_url: str
    request_id: str
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
    require_issuer(element, expected.hub_issuer)
    conditions = child(element, "saml2:Conditions")
    not_before = read_instant(attribute_of(conditions, "NotBefore"))
    not_on_or_after = read_instant(attribute_of(conditions, "NotOnOrAfter"))
    _check_time(not_before, not_on_or_after, expected)
    audiences = [
        token_of(found) for found in children(child(conditions, "saml2:AudienceRestriction"), "saml2:Audience")
    ]
    if not rules.audience_is_ours(audiences, expected.audience):
        raise SamlRefused("audience", f"expected Audience {quoted(expected.audience)}, got {quoted(audiences)}")
    _check_confirmation(child(element, "saml2:Subject", "saml2:SubjectConfirmation"), expected)
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
        audience=next(iter(audiences), ""),
        subject=_subject(child(element, "saml2:AttributeStatement")),
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


def _subject(statement: Element) -> Subject:
    """The person, by the Name of each attribute."""
    values: dict[str, str] = {}
    for attribute in children(statement, "saml2:Attribute"):
        name = attribute_of(attribute, "Name")
        if name in values:
            raise SamlRefused("malformed", f"expected attribute {quoted(name)} once, got it twice")
        values[name] = normalize("NFC", text_of(child(attribute, "saml2:AttributeValue")))
    missing = [attribute.friendly_name for attribute in Attribute if attribute.uri not in values]
    if missing:
        raise SamlRefused("attribute_missing", f"expected all four attributes, got none for {', '.join(missing)}")
    given_name, family_name, birth_date, pesel = (values[attribute.uri] for attribute in Attribute)
    try:
        return Subject(given_name, family_name, read_date(birth_date), pesel)
    except ValueError as error:
        raise SamlRefused("malformed", str(error)) from None
