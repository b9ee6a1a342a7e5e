"""Whom the example sees in an assertion: one person, who contradicts nothing."""

import pytest

from examples.provider.documents import Refused
from examples.provider.pesel import birth_date_of
from tests.examples.parties import GOOD, changed, read

NATURAL = "http://eidas.europa.eu/attributes/naturalperson"
VALUE = "<saml2:AttributeValue>90010112345</saml2:AttributeValue>"
PESEL = f'<saml2:Attribute Name="{NATURAL}/PersonIdentifier">{VALUE}</saml2:Attribute>'
END = "</saml2:AttributeStatement>"

RIGHT = {
    "no friendly names": changed("FriendlyName", "n:Called"),
    "no types": changed("xsi:type", "n:type"),
    "more": changed(END, f'<saml2:Attribute Name="urn:more" FriendlyName="More">{VALUE}{VALUE}</saml2:Attribute>{END}'),
    "NFD": changed("Żaneta", "Z\u0307aneta"),
    "CDATA": changed("44051401359", "<![CDATA[44051401359]]>"),
}
WRONG = {
    "two PESELs": changed(END, PESEL + END),
    "two values": changed("44051401359</saml2:AttributeValue>", f"44051401359</saml2:AttributeValue>{VALUE}"),
    "another Name": changed(f'Name="{NATURAL}/PersonIdentifier"', 'Name="urn:other"'),
    "names that disagree": changed('FriendlyName="FamilyName"', 'FriendlyName="PersonIdentifier"'),
    "types that disagree": changed("n:CurrentFamilyNameType", "n:PersonIdentifierType"),
    "a second statement": changed(END, f"{END}<saml2:AttributeStatement>{PESEL}{END}"),
    "a comment": changed("44051401359", "44051401359<!-- -->6"),
    "an instruction": changed("44051401359", "44051401359<?a b?>6"),
    "an element": changed("44051401359", "44051401359<n:a/>6"),
    "a check digit": changed("44051401359", "44051401358"),
    "ten digits": changed("44051401359", "4405140135"),
    "other digits": changed("44051401359", "4405140135９"),
    "blanks": changed("44051401359", " 44051401359 "),
    "another birth date": changed("1944-05-14Z", "1944-05-15Z"),
    "no birth date": changed("1944-05-14Z", "1944-02-31Z"),
    "no date": changed("1944-05-14Z", "14.05.1944"),
}


@pytest.mark.parametrize("what", RIGHT)
def test_it_sees_the_person(what: str) -> None:
    person = read(RIGHT[what]).person
    assert (person.given_name, person.family_name, person.pesel) == ("Żaneta", "Łoś", "44051401359")


@pytest.mark.parametrize("what", WRONG)
def test_it_sees_nobody(what: str) -> None:
    with pytest.raises(Refused):
        read(WRONG[what])


@pytest.mark.parametrize(
    ("pesel", "born"),
    [
        ("02070803628", "1902-07-08"),
        ("44051401359", "1944-05-14"),
        ("00810100002", "1800-01-01"),
        ("00210100004", "2000-01-01"),
        ("00410100000", "2100-01-01"),
        ("99723100001", "2299-12-31"),
    ],
)
def test_a_pesel_tells_the_century(pesel: str, born: str) -> None:
    assert birth_date_of(pesel).isoformat() == born


def test_whoever_prints_a_person_prints_no_pesel() -> None:
    assert "44051401359" not in repr(read(GOOD).person)
