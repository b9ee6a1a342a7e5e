"""Which messages the example takes for signed by the hub: what it reads is what a known key has signed."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from lxml import etree

from examples.provider.documents import Refused, failing_closed, parse, text_of
from examples.provider.signature import verified
from mock_server.saml import KeyPair, make_key_pair
from mock_server.saml.keys import certify
from mock_server.saml.message import Header, new_message
from mock_server.saml.names import NAMESPACES
from mock_server.saml.signing import sign
from tests.examples.parties import HUB, NOW, hub_keys


def message(name: str = "ID-good", keys: KeyPair | None = None) -> etree._Element:
    """A signed message; whom it is about, its issuer says."""
    element = new_message(None, "saml2p:Response", Header(name, HUB, NOW))
    sign(element, keys or hub_keys())
    return etree.fromstring(etree.tostring(element))


def evil(name: str = "ID-evil") -> etree._Element:
    """An unsigned message that nobody may believe."""
    return new_message(None, "saml2p:Response", Header(name, "evil", NOW))


def signature_of(element: etree._Element) -> etree._Element:
    (signature,) = element.iterfind("ds:Signature", NAMESPACES)
    return signature


def in_an_object(good: etree._Element, bad: etree._Element) -> etree._Element:
    signature = signature_of(good)
    good.remove(signature)
    etree.SubElement(signature, f"{{{NAMESPACES['ds']}}}Object").append(good)
    bad.insert(1, signature)
    return bad


def in_extensions(good: etree._Element, bad: etree._Element) -> etree._Element:
    signature = signature_of(good)
    good.remove(signature)
    bad.insert(1, signature)
    etree.SubElement(bad, f"{{{NAMESPACES['saml2p']}}}Extensions").append(good)
    return bad


def inside(good: etree._Element, bad: etree._Element) -> etree._Element:
    bad.append(good)
    return bad


def with_two(good: etree._Element, bad: etree._Element) -> etree._Element:
    foreign = message("ID-good", make_key_pair("evil", datetime.now(UTC)))
    good.insert(1, signature_of(foreign))
    return good


def unsigned(good: etree._Element, bad: etree._Element) -> etree._Element:
    return bad


def altered(good: etree._Element, bad: etree._Element) -> etree._Element:
    good.set("InResponseTo", "ID-other")
    return good


def of_no_element(good: etree._Element, bad: etree._Element) -> etree._Element:
    (reference,) = good.iterfind(".//ds:Reference", NAMESPACES)
    reference.set("URI", "")
    return good


@pytest.mark.parametrize("shape", [in_an_object, in_extensions, inside, with_two, unsigned, altered, of_no_element])
@pytest.mark.parametrize("name", ["ID-evil", "ID-good"])
def test_what_the_hub_did_not_sign_is_refused(
    shape: Callable[[etree._Element, etree._Element], etree._Element], name: str
) -> None:
    xml = etree.tostring(shape(message(), evil(name)))
    with pytest.raises(Refused), failing_closed():
        verified(parse(xml), (hub_keys().certificate.pem,))


def test_another_key_s_signature_is_none() -> None:
    with pytest.raises(Refused):
        verified(message(keys=make_key_pair(HUB, datetime.now(UTC))), (hub_keys().certificate.pem,))


@pytest.mark.parametrize("order", [1, -1])
def test_while_the_hub_changes_its_key_both_count(order: int) -> None:
    new = make_key_pair(HUB, datetime.now(UTC))
    known = (hub_keys().certificate.pem, new.certificate.pem)[::order]
    assert {verified(message(keys=keys), known).get("ID") for keys in (hub_keys(), new)} == {"ID-good"}


def test_a_hub_may_sign_with_rsa() -> None:
    keys = certify(generate_private_key(65537, 2048), HUB, datetime.now(UTC))
    assert verified(message(keys=keys), (keys.certificate.pem,)).get("ID") == "ID-good"


@pytest.mark.parametrize(
    "xml",
    [
        "<a>b<!-- -->c</a>",
        "<a>b<?c d?></a>",
        "<a><!-- -->b</a>",
        '<a ID="b"><a ID="b"/></a>',
        "<!DOCTYPE a><a/>",
        f"<a>{'b' * 300_000}</a>",
    ],
    ids=["comment", "instruction", "before", "same-ID", "DTD", "long"],
)
def test_xml_that_readers_differ_about_or_choke_on_is_refused(xml: str) -> None:
    with pytest.raises(Refused):
        parse(xml.encode())


def test_comments_between_elements_are_nothing() -> None:
    assert text_of(parse(b"<!-- --><a><!-- --><b>c</b> <?d e?></a>")[1]) == "c"
