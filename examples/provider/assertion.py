"""The assertion: whether it is meant for this provider, this login and this moment (saml-profiles 4.1.4.3)."""

from dataclasses import dataclass
from datetime import datetime

from .asked import Asked
from .config import Hub, Provider
from .documents import NAMES, Element, Refused, equal, one, parse, qualified, require, text_of
from .person import Person, read_person
from .times import SKEW, instant, require_begun, require_between, require_not_over

BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
LEVELS = [f"http://eidas.europa.eu/LoA/{level}" for level in ("low", "substantial", "high")]
_KNOWN_CONDITIONS = {qualified(f"saml2:{name}") for name in ("AudienceRestriction", "OneTimeUse", "ProxyRestriction")}


@dataclass(frozen=True)
class Login:
    """Who logged in, how well they were identified, and what the hub calls it.

    Attributes:
        person: who.
        level: of assurance.
        assertion_id: may open one session only.
        usable_until: until when this assertion could open another one.
        name_id: names the person in a logout.
        session_index: names this login in a logout.
        session_ends: when the hub wants the session to end, or None.
    """

    person: Person
    level: str
    assertion_id: str
    usable_until: datetime
    name_id: str
    session_index: str
    session_ends: datetime | None


def read_assertion(xml: bytes, asked: Asked, provider: Provider, hub: Hub, now: datetime) -> Login:
    """The login of a decrypted assertion; its parser is as strict as that of the message around it.

    Raises:
        Refused: it must open no session.
    """
    assertion = parse(xml)
    equal("the root", assertion.tag, qualified("saml2:Assertion"))
    equal("Version", assertion.get("Version"), "2.0")
    equal("Issuer", text_of(one(assertion, "saml2:Issuer")), hub.issuer)
    require_between(assertion, "IssueInstant", asked.at, now)
    conditions = one(assertion, "saml2:Conditions")
    _check_conditions(conditions, provider.issuer, now)
    _require_bearer(one(assertion, "saml2:Subject"), asked, provider, now)
    statement = one(assertion, "saml2:AuthnStatement")
    # We asked with ForceAuthn: somebody who logged in this morning and left the computer is not who sits there now.
    require_between(statement, "AuthnInstant", asked.at, now)
    assertion_id = assertion.get("ID") or ""
    require(assertion_id != "", "it has no ID")
    return Login(
        person=read_person(one(assertion, "saml2:AttributeStatement")),
        level=_level(statement, asked.level),
        assertion_id=assertion_id,
        usable_until=instant(conditions, "NotOnOrAfter") + SKEW,
        name_id=text_of(one(assertion, "saml2:Subject/saml2:NameID")),
        session_index=statement.get("SessionIndex") or "",
        session_ends=_session_ends(statement, now),
    )


def _check_conditions(conditions: Element, our_issuer: str, now: datetime) -> None:
    """All conditions must hold, so one that we do not know cannot be taken to hold (saml-core 2.5.1.1)."""
    if conditions.get("NotBefore") is not None:
        require_begun(conditions, "NotBefore", now)
    require_not_over(conditions, "NotOnOrAfter", now)
    unknown = {child.tag for child in conditions.iterchildren("{*}*")} - _KNOWN_CONDITIONS
    require(not unknown, f"there are conditions that nobody here understands: {unknown}")
    restrictions = conditions.findall("saml2:AudienceRestriction", NAMES)
    require(bool(restrictions), "it is meant for everybody")
    for restriction in restrictions:
        audiences = [text_of(audience) for audience in restriction.iterfind("saml2:Audience", NAMES)]
        require(our_issuer in audiences, f"it is meant for {audiences}")


def _require_bearer(subject: Element, asked: Asked, provider: Provider, now: datetime) -> None:
    """One confirmation by bearer must be right; others may stand beside it (saml-profiles 4.1.4.2)."""
    problems = []
    for confirmation in subject.iterfind("saml2:SubjectConfirmation", NAMES):
        try:
            equal("Method", confirmation.get("Method"), BEARER)
            data = one(confirmation, "saml2:SubjectConfirmationData")
            equal("Recipient", data.get("Recipient"), provider.acs_url)
            equal("InResponseTo", data.get("InResponseTo"), asked.request_id)
            require_not_over(data, "NotOnOrAfter", now)
        except Refused as problem:
            problems.append(str(problem))
        else:
            return
    raise Refused(f"nothing confirms the person: {problems}")


def _level(statement: Element, asked: str) -> str:
    level = text_of(one(statement, "saml2:AuthnContext/saml2:AuthnContextClassRef"))
    require(level in LEVELS, f"{level} is no level")
    require(LEVELS.index(level) >= LEVELS.index(asked), f"{level} is less than was asked for")
    return level


def _session_ends(statement: Element, now: datetime) -> datetime | None:
    if statement.get("SessionNotOnOrAfter") is None:
        return None
    ends = instant(statement, "SessionNotOnOrAfter")
    require(now < ends, "the session is over already")
    return ends
