"""Which assertions the example believes: each is the good one with one thing changed."""

from datetime import timedelta

import pytest

from examples.provider.documents import Refused
from tests.examples.parties import ACS, GOOD, ISSUER, NOW, changed, read

BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
AUDIENCE = f"<saml2:Audience>{ISSUER}</saml2:Audience>"
OTHER = "<saml2:Audience>inny.gov.pl</saml2:Audience>"
RESTRICTION = f"<saml2:AudienceRestriction>{AUDIENCE}</saml2:AudienceRestriction>"
HOLDER = (
    '<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"/><saml2:SubjectConfirmation M'
)
STATEMENT = 'AuthnInstant="2026-11-22T11:59:00Z"'
ISSUED = 'IssueInstant="2026-11-22T12:00:00Z"'

RIGHT = {
    "as it is": GOOD,
    "two confirmations": changed("<saml2:SubjectConfirmation M", HOLDER),
    "two restrictions": changed(RESTRICTION, RESTRICTION * 2),
    "ours among others": changed(AUDIENCE, OTHER + AUDIENCE),
    "one time use": changed(RESTRICTION, f"{RESTRICTION}<saml2:OneTimeUse/>"),
    "no zone": changed("00Z", "00"),
    "fractions": changed("12:00:00Z", "12:00:00.123456789Z"),
    "no start": changed(' NotBefore="2026-11-22T12:00:00Z"', ""),
    "a session that ends": changed(STATEMENT, f'{STATEMENT} SessionNotOnOrAfter="2026-11-22T12:00:01Z"'),
    "a higher level": changed("LoA/substantial", "LoA/high"),
    "comments between": changed("<saml2:Subject>", "<!-- --><saml2:Subject>"),
}
WRONG = {
    "version": changed('Version="2.0"', 'Version="1.1"'),
    "no version": changed(' Version="2.0"', ""),
    "no ID": changed('ID="_ID-1" ', ""),
    "issued tomorrow": changed(ISSUED, 'IssueInstant="2026-11-23T12:00:00Z"'),
    "issued before asked": changed(ISSUED, 'IssueInstant="2026-11-22T11:57:29Z"'),
    "another hub": changed("symulator", "xsymulator"),
    "two issuers": changed("<saml2:Subject>", "<saml2:Issuer>symulator.login.gov.pl</saml2:Issuer><saml2:Subject>"),
    "meant for everybody": changed(RESTRICTION, ""),
    "another audience": changed(AUDIENCE, OTHER),
    "one restriction not ours": changed(
        RESTRICTION, f"{RESTRICTION}<saml2:AudienceRestriction>{OTHER}</saml2:AudienceRestriction>"
    ),
    "an unknown condition": changed(RESTRICTION, f'{RESTRICTION}<saml2:Condition xsi:type="n:Full"/>'),
    "a foreign condition": changed(RESTRICTION, f"{RESTRICTION}<n:OneTimeUse/>"),
    "no confirmation": changed(f'Method="{BEARER}"', ""),
    "sender vouches": changed(":bearer", ":sender-vouches"),
    "another recipient": changed(ACS, f"{ACS}/"),
    "another request": changed('"ID-request"', '"ID-other"'),
    "confirmed too late": changed('NotOnOrAfter="2026-11-22T12:50:00Z" R', 'NotOnOrAfter="2026-11-22T11:59:00Z" R'),
    "confirmed for ever": changed('NotOnOrAfter="2026-11-22T12:50:00Z" R', "R"),
    "no instant": changed('NotBefore="2026-11-22T12:00:00Z"', 'NotBefore="yesterday"'),
    "no such day": changed('NotBefore="2026-11-22T', 'NotBefore="2026-02-31T'),
    "logged in before asked": changed(STATEMENT, 'AuthnInstant="2026-11-22T11:57:29Z"'),
    "logs in tomorrow": changed(STATEMENT, 'AuthnInstant="2026-11-23T11:59:00Z"'),
    "a session that is over": changed(STATEMENT, f'{STATEMENT} SessionNotOnOrAfter="2026-11-22T12:00:00Z"'),
    "a lower level": changed("LoA/substantial", "LoA/low"),
    "no level": changed("LoA/substantial", "LoA/substantial.x"),
    "a DTD": "<!DOCTYPE a>" + GOOD,
    "another root": changed("saml2:Assertion", "saml2:Evidence"),
}


@pytest.mark.parametrize("what", RIGHT)
def test_it_believes_what_is_right(what: str) -> None:
    assert read(RIGHT[what]).person.pesel == "44051401359"


@pytest.mark.parametrize("what", WRONG)
def test_it_refuses_what_is_wrong(what: str) -> None:
    with pytest.raises(Refused):
        read(WRONG[what])


@pytest.mark.parametrize(
    ("moment", "believed"),
    [
        (timedelta(seconds=-61), False),
        (timedelta(seconds=-60), True),
        (timedelta(minutes=51, seconds=-1), True),
        (timedelta(minutes=51), False),
    ],
)
def test_it_believes_it_in_its_time(moment: timedelta, believed: bool) -> None:
    if believed:
        assert read(GOOD, NOW + moment).usable_until == NOW + timedelta(minutes=51)
    else:
        with pytest.raises(Refused):
            read(GOOD, NOW + moment)


def test_it_knows_how_the_hub_calls_the_login() -> None:
    login = read(RIGHT["a session that ends"])
    assert (login.name_id, login.session_index, login.assertion_id) == ("name-1", "_ID-1", "_ID-1")
    assert login.session_ends == NOW + timedelta(seconds=1)
