"""The person that an assertion describes. What an attribute is, its Name decides, and nothing may contradict it."""

from dataclasses import dataclass, field
from datetime import date
from unicodedata import normalize

from .documents import NAMES, Element, equal, one, require, text_of
from .pesel import birth_date_of
from .times import day

WANTED = {
    "http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName": "FirstName",
    "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName": "FamilyName",
    "http://eidas.europa.eu/attributes/naturalperson/DateOfBirth": "DateOfBirth",
    "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier": "PersonIdentifier",
}
"""The FriendlyName of each attribute that is asked for, by its Name."""
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_TYPES = {f"{name.rpartition('/')[2]}Type": name for name in WANTED}
"""The Name of the attribute whose value is of an xsi:type."""


@dataclass(frozen=True)
class Person:
    """Who logged in."""

    given_name: str
    family_name: str
    birth_date: date
    pesel: str = field(repr=False)


def read_person(statement: Element) -> Person:
    """The person of an AttributeStatement.

    Raises:
        Refused: it does not say everything, says something twice, or contradicts itself.
    """
    said: dict[str, str] = {}
    for attribute in statement.iterfind("saml2:Attribute", NAMES):
        name, friendly = attribute.get("Name") or "", attribute.get("FriendlyName")
        if name in WANTED or friendly in WANTED.values():
            require(friendly in {None, WANTED.get(name)}, f"{friendly} is the name of another attribute")
            require(name not in said, f"{name} is there twice")
            said[name] = _value(attribute, name)
    require(said.keys() == WANTED.keys(), "an attribute is missing")
    given_name, family_name, birth_date, pesel = (normalize("NFC", said[name]) for name in WANTED)
    require(day(birth_date) == birth_date_of(pesel), "the PESEL is of somebody born on another day")
    return Person(given_name, family_name, day(birth_date), pesel)


def _value(attribute: Element, name: str) -> str:
    value = one(attribute, "saml2:AttributeValue")
    kind = value.get(_TYPE, "").rpartition(":")[2]
    equal("the attribute of this type", _TYPES.get(kind, name), name)
    return text_of(value)
