"""The assertion as the hub writes it (saml-core 2, saml-profiles 4.1.4.2); it is not signed, but encrypted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize
from uuid import uuid4

from lxml import etree

from .attributes import Attribute
from .levels import Level
from .model import AuthnRequest, Subject
from .names import ATTRIBUTE_NAME_URI, BEARER, NAME_ID_UNSPECIFIED, declared, qualified
from .times import write_date, write_instant
from .xml import Element, add

LIFETIME = timedelta(minutes=50)


@dataclass(frozen=True)
class Identification:
    """Who was identified, how well and by whom."""

    subject: Subject
    level: Level
    authenticating_authorities: tuple[str, ...]
    name_id: str


def new_assertion_id() -> str:
    """A fresh assertion ID of the form ``_ID-<uuid4>``; it becomes the session index."""
    return f"_ID-{uuid4()}"


def build_assertion(
    assertion_id: str, issuer: str, request: AuthnRequest, identification: Identification, now: datetime
) -> bytes:
    """The assertion as standalone XML with its own namespace declarations, valid from `now` for 50 minutes."""
    expiry = write_instant(now + LIFETIME)
    assertion = etree.Element(qualified("saml2:Assertion"), nsmap=declared("naturalperson", "saml2", "xsi"))
    for name, value in (("ID", assertion_id), ("IssueInstant", write_instant(now)), ("Version", "2.0")):
        assertion.set(name, value)
    add(assertion, "saml2:Issuer", issuer)
    subject = add(assertion, "saml2:Subject")
    add(subject, "saml2:NameID", identification.name_id, Format=NAME_ID_UNSPECIFIED)
    confirmation = add(subject, "saml2:SubjectConfirmation", Method=BEARER)
    add(
        confirmation,
        "saml2:SubjectConfirmationData",
        InResponseTo=request.id,
        NotOnOrAfter=expiry,
        Recipient=request.acs_url,
    )
    conditions = add(assertion, "saml2:Conditions", NotBefore=write_instant(now), NotOnOrAfter=expiry)
    add(add(conditions, "saml2:AudienceRestriction"), "saml2:Audience", request.issuer)
    statement = add(assertion, "saml2:AuthnStatement", AuthnInstant=write_instant(now), SessionIndex=assertion_id)
    context = add(statement, "saml2:AuthnContext")
    add(context, "saml2:AuthnContextClassRef", identification.level.uri)
    for authority in identification.authenticating_authorities:
        add(context, "saml2:AuthenticatingAuthority", authority)
    attributes = add(assertion, "saml2:AttributeStatement")
    for attribute in request.attributes:
        _add_attribute(attributes, attribute, identification.subject)
    return etree.tostring(assertion, encoding="UTF-8")


def _add_attribute(statement: Element, attribute: Attribute, subject: Subject) -> None:
    """Append one attribute of the person."""
    element = add(
        statement,
        "saml2:Attribute",
        FriendlyName=attribute.friendly_name,
        Name=attribute.uri,
        NameFormat=ATTRIBUTE_NAME_URI,
    )
    value = add(element, "saml2:AttributeValue", _value(attribute, subject))
    value.set(qualified("xsi:type"), attribute.xsi_type)


def _value(attribute: Attribute, subject: Subject) -> str:
    """What is written for one attribute: names in NFC, the date with its zone, the bare PESEL."""
    values = {
        Attribute.FIRST_NAME: normalize("NFC", subject.given_name),
        Attribute.FAMILY_NAME: normalize("NFC", subject.family_name),
        Attribute.DATE_OF_BIRTH: write_date(subject.date_of_birth),
        Attribute.PERSON_IDENTIFIER: subject.pesel,
    }
    return values[attribute]
