"""The person of an assertion as a provider reads them: by the Name of each attribute, and of a PESEL that can be."""

from unicodedata import normalize

from . import rules
from .attributes import Attribute
from .errors import SamlRefused, quoted
from .model import Subject
from .times import read_date
from .xml import Element, attribute_of, child, children, text_of


def read_subject(statement: Element) -> Subject:
    """The person of an AttributeStatement.

    Raises:
        SamlRefused: ``malformed``, ``attribute_missing``, or ``pesel``: no such person can be.
    """
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
        subject = Subject(given_name, family_name, read_date(birth_date), pesel)
        of_birth_date = rules.pesel_is_of_birth_date(subject.pesel, subject.birth_date)
    except ValueError as error:
        raise SamlRefused("malformed", str(error)) from None
    if not rules.pesel_check_digit_agrees(subject.pesel):
        raise SamlRefused("pesel", "the check digit of the PESEL does not agree")
    if not of_birth_date:
        raise SamlRefused("pesel", "the PESEL is of somebody born on another day than DateOfBirth says")
    return subject
