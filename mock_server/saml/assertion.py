"""The assertion as the hub writes it (saml-core 2, saml-profiles 4.1.4.2); it is not signed, but encrypted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize
from uuid import uuid4

from lxml import etree

from ..kernel.rules import seam
from .attributes import Attribute
from .levels import Level
from .model import AuthnRequest, Subject
from .names import ATTRIBUTE_NAME_URI, BEARER, NAME_ID_UNSPECIFIED, declarations
from .times import write_date, write_instant
from .xml import filled

LIFETIME = timedelta(minutes=50)


@dataclass(frozen=True)
class Identification:
    """Who was identified, how well, by whom and when (which may be long before the provider asked)."""

    subject: Subject
    level: Level
    authenticating_authorities: tuple[str, ...]
    name_id: str
    identified_at: datetime


def new_assertion_id() -> str:
    """A fresh assertion ID of the form ``_ID-<uuid4>``; it becomes the session index."""
    return f"_ID-{uuid4()}"


_BEFORE_AUTHORITIES = f"""\
<saml2:Assertion {declarations("naturalperson", "saml2", "xsi")} ID="%(id)s" IssueInstant="%(now)s" Version="2.0">\
<saml2:Issuer>%(issuer)s</saml2:Issuer>\
<saml2:Subject>\
<saml2:NameID Format="{NAME_ID_UNSPECIFIED}">%(name_id)s</saml2:NameID>\
<saml2:SubjectConfirmation Method="{BEARER}">\
<saml2:SubjectConfirmationData InResponseTo="%(request_id)s" NotOnOrAfter="%(expiry)s" Recipient="%(acs_url)s"/>\
</saml2:SubjectConfirmation>\
</saml2:Subject>\
<saml2:Conditions NotBefore="%(now)s" NotOnOrAfter="%(expiry)s">\
<saml2:AudienceRestriction><saml2:Audience>%(audience)s</saml2:Audience></saml2:AudienceRestriction>\
</saml2:Conditions>\
<saml2:AuthnStatement AuthnInstant="%(identified_at)s" SessionIndex="%(id)s">\
<saml2:AuthnContext>\
<saml2:AuthnContextClassRef>%(level)s</saml2:AuthnContextClassRef>"""
_AUTHORITY = "<saml2:AuthenticatingAuthority>%(name)s</saml2:AuthenticatingAuthority>"
_BEFORE_ATTRIBUTES = "</saml2:AuthnContext></saml2:AuthnStatement><saml2:AttributeStatement>"
_ATTRIBUTE = f"""\
<saml2:Attribute FriendlyName="%(friendly_name)s" Name="%(uri)s" NameFormat="{ATTRIBUTE_NAME_URI}">\
<saml2:AttributeValue xsi:type="%(type)s">%(value)s</saml2:AttributeValue>\
</saml2:Attribute>"""
_END = "</saml2:AttributeStatement></saml2:Assertion>"


@seam
def build_assertion(
    assertion_id: str, issuer: str, request: AuthnRequest, identification: Identification, now: datetime
) -> bytes:
    """The assertion as standalone XML with its own namespace declarations, valid from `now` for 50 minutes.

    All times are by the clock of the provider that reads it.
    """
    beginning = filled(
        _BEFORE_AUTHORITIES,
        id=assertion_id,
        now=write_instant(now),
        issuer=issuer,
        name_id=identification.name_id,
        request_id=request.id,
        expiry=write_instant(now + LIFETIME),
        acs_url=request.acs_url,
        audience=request.issuer,
        identified_at=write_instant(identification.identified_at),
        level=identification.level.uri,
    )
    authorities = [filled(_AUTHORITY, name=name) for name in identification.authenticating_authorities]
    attributes = [_attribute(attribute, identification.subject) for attribute in request.attributes]
    xml = "".join((beginning, *authorities, _BEFORE_ATTRIBUTES, *attributes, _END))
    return etree.tostring(etree.fromstring(xml), encoding="UTF-8")


def _attribute(attribute: Attribute, subject: Subject) -> str:
    """One attribute of the person."""
    return filled(
        _ATTRIBUTE,
        friendly_name=attribute.friendly_name,
        uri=attribute.uri,
        type=attribute.xsi_type,
        value=_value(attribute, subject),
    )


def _value(attribute: Attribute, subject: Subject) -> str:
    """What is written for one attribute: names in NFC, the date with its zone, the bare PESEL."""
    values = {
        Attribute.FIRST_NAME: normalize("NFC", subject.given_name),
        Attribute.FAMILY_NAME: normalize("NFC", subject.family_name),
        Attribute.DATE_OF_BIRTH: write_date(subject.birth_date),
        Attribute.PERSON_IDENTIFIER: subject.pesel,
    }
    return values[attribute]
