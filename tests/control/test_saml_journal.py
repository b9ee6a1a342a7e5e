"""The journal keeps every SAML message, decoded; without personal data unless asked for."""

from base64 import b64encode
from collections.abc import Callable

import pytest
from lxml import etree

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.journal import Entry
from mock_server.kernel.people import Person

LOGIN = [
    ("ikp", "AuthnRequest sent"),
    ("login", "AuthnRequest received"),
    ("login", "ArtifactResolve received"),
    ("login", "ArtifactResponse sent"),
    ("ikp", "ArtifactResolve sent"),
    ("ikp", "ArtifactResponse received"),
]


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1, given_name="Żaneta", family_name="Ćwiklińska-Łoś")


@pytest.fixture
def http_browser(new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person) -> HttpBrowser:
    world.expect_login(person)
    return new_http_browser().open(world.url("ikp", "/zaloguj"))


def saml(world: WorldControl, *, with_secrets: bool = False) -> list[Entry]:
    return [entry for entry in world.journal(with_secrets=with_secrets) if "xml" in entry.details]


def test_a_login_is_written_at_both_ends(http_browser: HttpBrowser, world: WorldControl) -> None:
    assert http_browser.status == 200
    assert sorted((entry.site, entry.event) for entry in saml(world)) == sorted(LOGIN)


def test_what_was_sent_is_what_was_received(http_browser: HttpBrowser, world: WorldControl) -> None:
    assert http_browser.status == 200
    by_event = {entry.event: entry.details for entry in saml(world, with_secrets=True)}
    for message in ("AuthnRequest", "ArtifactResolve", "ArtifactResponse"):
        assert by_event[f"{message} sent"] == by_event[f"{message} received"]
        etree.fromstring(by_event[f"{message} sent"]["xml"].encode())


def test_the_assertion_can_be_read_in_clear_when_asked_for(
    http_browser: HttpBrowser, world: WorldControl, person: Person
) -> None:
    assert http_browser.status == 200
    for entry in saml(world, with_secrets=True):
        if entry.event.startswith("ArtifactResponse"):
            values = etree.fromstring(entry.details["assertion"].encode()).xpath("//*[local-name()='AttributeValue']")
            assert isinstance(values, list)
            assert [value.text for value in values if isinstance(value, etree._Element)] == [
                "Żaneta",
                "Ćwiklińska-Łoś",
                f"{person.birth_date}Z",
                person.pesel,
            ]


def test_no_personal_data_without_asking(http_browser: HttpBrowser, world: WorldControl, person: Person) -> None:
    assert http_browser.status == 200
    told = "\n".join(text for entry in saml(world) for text in entry.details.values())
    for secret in ("Żaneta", "Ćwiklińska", str(person.birth_date), person.pesel):
        assert secret not in told
    assert told.count("[hidden]</saml2:AttributeValue>") == 2 * 4
    assert told.count("[hidden]</saml2p:Artifact>") == 2


@pytest.mark.parametrize(
    "xml",
    [
        '<a:AttributeValue xsi:type="x">Żaneta</a:AttributeValue>',
        "<AttributeValue><![CDATA[Żaneta]]></AttributeValue>",
        "<a:AttributeValue>\n<b>Żaneta</b>\n</a:AttributeValue >",
        "<a:AttributeValue>Żaneta",
    ],
)
def test_odd_xml_hides_as_well(xml: str, world: WorldControl) -> None:
    entry = Entry(world.now(), "login", "ArtifactResponse sent", {"xml": xml})
    assert "Żaneta" not in entry.redacted().details["xml"]


def test_a_refused_message_is_written_too(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> None:
    new_http_browser().post(world.url("login", "/login/SingleSignOnService"), SAMLRequest="PGE+PC9hPg==")
    assert [(entry.event, entry.details["xml"]) for entry in saml(world)] == [("AuthnRequest received", "<a></a>")]


def test_of_a_long_message_the_beginning_is_kept(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    long = b64encode(b"<a>" + b"x" * 70_000).decode()
    new_http_browser().post(world.url("login", "/login/SingleSignOnService"), SAMLRequest=long)
    (entry,) = saml(world)
    assert entry.details["xml"] == f"<a>{'x' * (64 * 1024 - 3)}… ({70_003 - 64 * 1024} characters more)"
