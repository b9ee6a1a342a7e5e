"""The assertion: who was identified, how, by whom and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from unicodedata import normalize

from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.tables import ATTRIBUTES
from e2e.watchers.messages.wanted import ASSERTION_ID, Want, Window, differences, instant_in, later, one_of
from fixtures.people import Person

LIFE = timedelta(minutes=50)
_OPAQUE = 16
"""Characters; fewer can be guessed."""
_NATURAL_PERSON = NAMESPACES["naturalperson"]
_BEGINNING = f"""
<saml2:Assertion ID="{{id}}" IssueInstant="{{issued}}" Version="2.0">
  <saml2:Issuer>{{hub}}</saml2:Issuer>
  <saml2:Subject>
    <saml2:NameID Format="{names.UNSPECIFIED}">{{name_id}}</saml2:NameID>
    <saml2:SubjectConfirmation Method="{names.BEARER}">
      <saml2:SubjectConfirmationData InResponseTo="{{request}}" NotOnOrAfter="{{end}}" Recipient="{{acs}}"/>
    </saml2:SubjectConfirmation>
  </saml2:Subject>
  <saml2:Conditions NotBefore="{{begin}}" NotOnOrAfter="{{end}}">
    <saml2:AudienceRestriction><saml2:Audience>{{audience}}</saml2:Audience></saml2:AudienceRestriction>
  </saml2:Conditions>
  <saml2:AuthnStatement AuthnInstant="{{identified}}" SessionIndex="{{session}}">
    <saml2:AuthnContext>
      <saml2:AuthnContextClassRef>{{level}}</saml2:AuthnContextClassRef>"""
_AUTHORITY = "<saml2:AuthenticatingAuthority>%s</saml2:AuthenticatingAuthority>"
_MIDDLE = "</saml2:AuthnContext></saml2:AuthnStatement><saml2:AttributeStatement>"
_ATTRIBUTE = f"""
<saml2:Attribute FriendlyName="%(friendly)s" Name="{_NATURAL_PERSON}/%(name)s" NameFormat="{names.URI}">
  <saml2:AttributeValue xsi:type="naturalperson:%(name)sType">{{%(name)s}}</saml2:AttributeValue>
</saml2:Attribute>"""
_END = "</saml2:AttributeStatement></saml2:Assertion>"


@dataclass(frozen=True)
class Login:
    """A login as the story did it.

    Attributes:
        people: who acted in it: one, where the story says so.
        level: that the method reaches.
        authorities: who says so, the nearest first.
        identified: between which moments the person was.
    """

    people: Sequence[Person]
    level: str
    authorities: tuple[str, ...]
    identified: Window


@dataclass(frozen=True)
class Asked:
    """What the login was asked for: whose it is, where it goes and what it should tell."""

    request_id: str
    issuer: str
    acs: str
    attributes: tuple[str, ...]


def assertion_complaints(
    what: str, assertion: etree._Element, hub: str, asked: Asked, login: Login, told: Window
) -> Iterator[str]:
    """Where an assertion is not what the story did."""
    attributes = "".join(
        _ATTRIBUTE % {"friendly": friendly, "name": name}
        for name, friendly in ATTRIBUTES.items()
        if name in asked.attributes
    )
    authorities = "".join(_AUTHORITY % one for one in login.authorities)
    issued = assertion.get("IssueInstant", "")
    yield from differences(
        what,
        assertion,
        f"{_BEGINNING}{authorities}{_MIDDLE}{attributes}{_END}",
        id=ASSERTION_ID,
        issued=instant_in(told),
        hub=hub,
        name_id=_opaque(login.people),
        request=asked.request_id,
        begin=issued,
        end=later(issued, LIFE),
        acs=asked.acs,
        audience=asked.issuer,
        identified=instant_in(login.identified),
        session=assertion.get("ID", ""),
        level=f"{names.LEVEL}{login.level}",
        **_values(login.people, _pesel_in(assertion)),
    )


def values_of(person: Person) -> dict[str, str]:
    """What is told of a person, by the end of each attribute's name."""
    return {
        "CurrentGivenName": normalize("NFC", person.given_name),
        "CurrentFamilyName": normalize("NFC", person.family_name),
        "DateOfBirth": f"{person.birth_date.isoformat()}Z",
        "PersonIdentifier": person.pesel,
    }


def _opaque(people: Sequence[Person]) -> Want:
    """A name by which no other provider could know the person."""
    values = {value for person in people for value in values_of(person).values()}
    return Want(
        "a name that says nothing of the person",
        lambda text: len(text) >= _OPAQUE and not any(value in text for value in values),
    )


def _values(people: Sequence[Person], pesel: str) -> Mapping[str, Want | str]:
    """Of one person, all four; of several who may have acted, those of the one whose PESEL is told, if it is theirs."""
    chosen = [person for person in people if person.pesel == pesel] or list(people)
    told = [values_of(person) for person in chosen]
    return {name: one_of(*(values[name] for values in told)) for name in ATTRIBUTES}


def _pesel_in(assertion: etree._Element) -> str:
    return assertion.findtext(
        f".//saml2:Attribute[@Name='{_NATURAL_PERSON}/PersonIdentifier']/saml2:AttributeValue", "", NAMESPACES
    )
