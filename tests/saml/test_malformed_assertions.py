"""What is told of an assertion of another form: which part is missing or wrong. Never a person's data."""

import pytest

from mock_server.saml import Level
from mock_server.saml.attributes import Attribute
from tests.saml.editing import malformed, refusal
from tests.saml.scene import SamlScene

DATE = "a date is not an xs:date such as 1987-02-22Z"


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ("saml2:Assertion", "saml2:Evidence", "expected saml2:Assertion, got Evidence"),
        ("saml2:Conditions", "saml2:Advice", "expected saml2:Conditions in Assertion, got nothing"),
        (' NotBefore="2026-11-22T12:00:00.000Z"', "", "expected NotBefore on Conditions, got nothing"),
        (
            'Z" NotOnOrAfter="2026-11-22T12:50:00.000Z"',
            'Z"',
            "expected NotOnOrAfter on Conditions, got nothing",
        ),
        (
            ' NotOnOrAfter="2026-11-22T12:50:00.000Z" Recipient',
            " Recipient",
            "expected NotOnOrAfter on SubjectConfirmationData, got nothing",
        ),
        (
            "saml2:AudienceRestriction>",
            "saml2:Advice>",
            "expected saml2:AudienceRestriction in Conditions, got nothing",
        ),
        ("saml2:Subject>", "saml2:Advice>", "expected saml2:Subject in Assertion, got nothing"),
        (
            "saml2:SubjectConfirmationData",
            "saml2:Advice",
            "expected saml2:SubjectConfirmationData in SubjectConfirmation, got nothing",
        ),
        ("saml2:AuthnStatement", "saml2:Advice", "expected saml2:AuthnStatement in Assertion, got nothing"),
        ("saml2:AuthnContext>", "saml2:Advice>", "expected saml2:AuthnContext in AuthnStatement, got nothing"),
        (
            "saml2:AuthnContextClassRef",
            "saml2:Advice",
            "expected saml2:AuthnContextClassRef in AuthnContext, got nothing",
        ),
        (' SessionIndex="_ID-1"', "", "expected SessionIndex on AuthnStatement, got nothing"),
        ("saml2:NameID", "saml2:Advice", "expected saml2:NameID in Subject, got nothing"),
        (
            "saml2:AttributeStatement",
            "saml2:Advice",
            "expected saml2:AttributeStatement in Assertion, got nothing",
        ),
        ("saml2:AttributeValue", "saml2:Advice", "expected saml2:AttributeValue in Attribute, got nothing"),
        (f' Name="{Attribute.FIRST_NAME.uri}"', "", "expected Name on Attribute, got nothing"),
        (
            f'Name="{Attribute.FIRST_NAME.uri}"',
            f'Name="{Attribute.FAMILY_NAME.uri}"',
            f"expected attribute '{Attribute.FAMILY_NAME.uri}' once, got it twice",
        ),
        ("1902-07-08Z", "22.02.1987", DATE),
        ("1902-07-08Z", "1987-02-30Z", DATE),
        ("1902-07-08Z", "1902-07-08+1", DATE),
        ("02070803628", "0207080362", "a PESEL is eleven digits"),
        ("02070803628", "020708036281", "a PESEL is eleven digits"),
        ("02070803628", "0207080362x", "a PESEL is eleven digits"),
        ("02070803628", "0207080362٣", "a PESEL is eleven digits"),
    ],
)
def test_an_assertion(scene: SamlScene, old: str, new: str, detail: str) -> None:
    assertion = scene.assertion().decode()
    assert old in assertion
    soap = scene.soap_around(assertion.replace(old, new).encode())
    assert malformed(lambda: scene.read_response(soap)) == detail


def test_missing_attributes_are_named(scene: SamlScene) -> None:
    assertion = scene.assertion().decode().replace("/DateOfBirth", "/X").replace("/PersonIdentifier", "/Y")
    refused = refusal(lambda: scene.read_response(scene.soap_around(assertion.encode())))
    assert refused.detail == "expected all four attributes, got none for DateOfBirth, PersonIdentifier"


def test_a_level_that_is_too_low_names_both(scene: SamlScene) -> None:
    assertion = scene.assertion().replace(b"LoA/substantial", b"LoA/low")
    refused = refusal(lambda: scene.read_response(scene.soap_around(assertion)))
    assert refused.detail == "expected a level of at least substantial, got low"
    assert scene.read_response(scene.soap_around(assertion), minimum=Level.LOW).level is Level.LOW
