"""The form of metadata and their signature: the look says what the OASIS schema and the signature say."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import onelogin.saml2
import pytest
from lxml import etree

from mock_server.saml.keys import KeyPair, make_key_pair
from mock_server.saml.metadata import build_provider_metadata
from mock_server.saml.model import Provider
from mock_server.verdict.looks import metadata, metadata_form
from mock_server.verdict.looks.look import Look, Sign

SCHEMA = etree.XMLSchema(etree.parse(Path(onelogin.saml2.__file__).parent / "schemas" / "saml-schema-metadata-2.0.xsd"))
MD = "{urn:oasis:names:tc:SAML:2.0:metadata}"


@pytest.fixture(scope="module")
def keys() -> KeyPair:
    return make_key_pair("s", datetime.now(UTC))


@pytest.fixture
def signed(keys: KeyPair) -> etree._Element:
    provider = Provider("s", "S", ("https://s/acs",), (keys.certificate,), logout_url="https://s/logout")
    return etree.fromstring(build_provider_metadata(provider, keys))


def _role(root: etree._Element) -> etree._Element:
    (role,) = root.iter(f"{MD}SPSSODescriptor")
    return role


def _move_first(root: etree._Element, name: str) -> None:
    _role(root).insert(0, next(root.iter(f"{MD}{name}")))


def _drop(root: etree._Element, name: str) -> None:
    for one in list(root.iter(f"{MD}{name}")):
        _role(root).remove(one)


BROKEN: dict[str, tuple[Callable[[etree._Element], object], str]] = {
    "order": (lambda root: _move_first(root, "AssertionConsumerService"), "stands after AssertionConsumerService"),
    "no-acs": (lambda root: _drop(root, "AssertionConsumerService"), "no AssertionConsumerService"),
    "no-index": (lambda root: next(root.iter(f"{MD}AssertionConsumerService")).attrib.pop("index"), "has no index"),
    "no-protocol": (lambda root: _role(root).attrib.pop("protocolSupportEnumeration"), "protocolSupportEnumeration"),
    "no-entity": (lambda root: root.attrib.pop("entityID"), "has no entityID"),
    "long-entity": (lambda root: root.set("entityID", "s" * 1025), "longer than 1024"),
    "other-role": (lambda root: etree.SubElement(_role(root), f"{MD}SingleSignOnService"), "no SingleSignOnService"),
}


def test_a_good_one_is_good_to_both(signed: etree._Element) -> None:
    assert SCHEMA.validate(signed), SCHEMA.error_log
    assert metadata_form.shape(signed).sign is Sign.GOOD
    assert metadata_form.signature(signed).sign is Sign.GOOD


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_schema_refuses_is_told(name: str, signed: etree._Element) -> None:
    change, told = BROKEN[name]
    change(signed)
    look = metadata_form.shape(signed)
    assert not SCHEMA.validate(signed)
    assert look.sign is Sign.BAD
    assert told in look.told


def _signature(root: etree._Element) -> Look:
    (look,) = [one for one in metadata.looks_of(etree.tostring(root)) if one.id == "metadata.signature"]
    return look


def test_altered_metadata_are_told(signed: etree._Element) -> None:
    signed.set("entityID", "t")
    assert _signature(signed).sign is Sign.BAD


def test_unsigned_metadata_and_a_strangers_signature_are_advice(keys: KeyPair, signed: etree._Element) -> None:
    stranger = make_key_pair("stranger", datetime.now(UTC))
    provider = Provider("s", "S", ("https://s/acs",), (keys.certificate,))
    by_another = etree.fromstring(build_provider_metadata(provider, stranger))
    signed.remove(signed[0])
    assert [_signature(one).sign for one in (signed, by_another)] == [Sign.ADVICE, Sign.ADVICE]
