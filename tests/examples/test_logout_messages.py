"""Which requests of the hub end sessions of the example, and whose; which answers of it count."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from examples.provider.desk import Desk
from examples.provider.documents import Refused
from examples.provider.logout import read_logout_response
from mock_server.saml import KeyPair, Status, logout, make_key_pair
from mock_server.saml.keys import Certificate
from mock_server.saml.message import Header
from mock_server.saml.names import NAMESPACES, RESPONDER
from mock_server.saml.signing import sign
from tests.examples.parties import GOOD, HUB, ISSUER, LOGOUT, NOW, hub, hub_keys, provider, read

Edit = Callable[[etree._Element], object]
ANN = read(GOOD)
BOB = replace(ANN, name_id="name-2", session_index="_ID-2")


def changed(soap: bytes, edit: Edit, keys: KeyPair) -> bytes:
    """The one message in an envelope edited, and then signed."""
    envelope = etree.fromstring(soap)
    message = envelope[-1][0]
    (signature,) = message.iterfind("ds:Signature", NAMESPACES)
    message.remove(signature)
    edit(message)
    sign(message, keys)
    return etree.tostring(envelope)


def asked(edit: Edit = lambda _: None, *, index: str | None = "_ID-1", keys: KeyPair | None = None) -> bytes:
    """The hub's request to end a session of Ann's."""
    soap = logout.build_logout_request(Header("ID-logout", HUB, NOW), "name-1", index, LOGOUT, hub_keys())
    return changed(soap, edit, keys or hub_keys())


def setting(name: str, value: str) -> Edit:
    return lambda message: message.set(name, value)


def saying(path: str, value: str) -> Edit:
    """An edit that lets the element on a path say something else."""

    def edit(message: etree._Element) -> None:
        (found,) = message.iterfind(path, NAMESPACES)
        found.text = value

    return edit


@pytest.fixture
def desk() -> Desk:
    """A provider at which Ann is in with two browsers, and Bob with one."""
    desk = Desk(provider(), hub(), lambda: NOW)
    for login, browser in ((ANN, "a"), (replace(ANN, session_index="_ID-3"), "b"), (BOB, "c")):
        desk.sessions.begin(login, browser, NOW)
    return desk


@pytest.mark.parametrize(
    ("soap", "left"),
    [
        (asked(), 2),
        (asked(index=None), 1),
        (asked(index="_ID-9"), 3),
        (asked(index="_ID-2"), 3),
        (asked(lambda message: message.attrib.pop("Destination")), 2),
        (asked(setting("NotOnOrAfter", "2026-11-22T11:59:01Z")), 2),
    ],
    ids=["one", "all", "over", "another's", "no-address", "last-second"],
)
def test_the_hub_ends_what_it_names(desk: Desk, soap: bytes, left: int) -> None:
    answer = desk.hub_leaves(soap)
    assert len(desk.sessions) == left
    certificates = (Certificate.from_pem(provider().certificate),)
    logout.read_logout_response(answer, "ID-logout", ISSUER, certificates, (hub().logout_url,))


@pytest.mark.parametrize(
    "soap",
    [
        asked(keys=make_key_pair(HUB, datetime.now(UTC))),
        asked().replace(b"_ID-1<", b"_ID-3<"),
        asked().replace(b"Signature", b"Nothing"),
        asked(saying("saml2:Issuer", "inny.gov.pl")),
        asked(setting("Destination", f"{LOGOUT}/other")),
        asked(setting("NotOnOrAfter", "2026-11-22T11:59:00Z")),
        asked(setting("IssueInstant", "2026-11-22T11:53:59Z")),
        asked(setting("IssueInstant", "2026-11-22T12:01:01Z")),
        asked(setting("Version", "1.1")),
        b"<!DOCTYPE a>" + asked(),
        asked().replace(b"LogoutRequest", b"LogoutResponse"),
        b"",
    ],
    ids=[
        "foreign",
        "stale",
        "unsigned",
        "issuer",
        "address",
        "over",
        "old",
        "early",
        "version",
        "DTD",
        "kind",
        "empty",
    ],
)
def test_nobody_falls_out_by_a_bad_request(desk: Desk, soap: bytes) -> None:
    with pytest.raises(Refused):
        desk.hub_leaves(soap)
    assert len(desk.sessions) == 3


def test_a_request_counts_once(desk: Desk) -> None:
    soap = asked()
    desk.hub_leaves(soap)
    desk.sessions.begin(ANN, "a", NOW)
    with pytest.raises(Refused):
        desk.hub_leaves(soap)
    assert len(desk.sessions) == 3


def answered(edit: Edit = lambda _: None, *, status: Status | None = None, keys: KeyPair | None = None) -> bytes:
    """What the hub answers to our own request."""
    header = Header("ID-answer", HUB, NOW + timedelta(seconds=2))
    soap = logout.build_logout_response(header, "ID-ours", status or Status(), hub_keys())
    return changed(soap, edit, keys or hub_keys())


def test_the_hub_confirms() -> None:
    read_logout_response(answered(), "ID-ours", provider(), hub(), NOW)


@pytest.mark.parametrize(
    "soap",
    [
        answered(keys=make_key_pair(HUB, datetime.now(UTC))),
        answered(setting("InResponseTo", "ID-other")),
        answered(status=Status((RESPONDER,))),
        answered(saying("saml2:Issuer", "inny.gov.pl")),
        asked(),
    ],
    ids=["foreign", "another", "failure", "issuer", "kind"],
)
def test_who_does_not_confirm_is_not_believed(soap: bytes) -> None:
    with pytest.raises(Refused):
        read_logout_response(soap, "ID-ours", provider(), hub(), NOW)
