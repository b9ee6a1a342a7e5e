"""What a reference stands for, where no rule looked at it before: the fault worlds break those rules one by one."""

from base64 import b64encode
from hashlib import sha1, sha256

import pytest
from lxml import etree

from mock_server.kernel.rules import replacing
from mock_server.saml import SamlRefused
from mock_server.saml.c14n import canonical
from mock_server.saml.names import qualified
from mock_server.saml.reference import digest_holds, inclusive_prefixes_of
from mock_server.saml.signature_values import signature_value
from mock_server.saml.signing import verify_signature
from mock_server.saml.xml import Element, parse
from tests.saml.attacks.registry import set_on
from tests.saml.scene import Edit, SamlScene, find, parsed, unsign
from tests.saml.signers import refill_by_xmlsec, set_prefixes

REFERENCE = "ds:Signature/ds:SignedInfo/ds:Reference"
TRANSFORMS = f"{REFERENCE}/ds:Transforms"
XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116"


def always_yes(*_args: object, **_kwargs: object) -> bool:
    return True


def holds(message: Element) -> bool:
    return digest_holds(find(message, "ds:Signature"), find(message, REFERENCE))


def without_transform(place: int) -> Edit:
    def edit(message: Element) -> None:
        transforms = find(message, TRANSFORMS)
        transforms.remove(transforms[place])

    return edit


def of_the_signature_itself(message: Element) -> None:
    find(message, "ds:Signature").set("ID", "ID-signature")
    find(message, REFERENCE).set("URI", "#ID-signature")


def of_a_part_of_the_signature(message: Element) -> None:
    find(message, "ds:Signature/ds:KeyInfo").set("ID", "ID-part")
    find(message, REFERENCE).set("URI", "#ID-part")


def test_a_reference_to_the_whole_message_holds(scene: SamlScene) -> None:
    assert holds(parsed(scene.request_xml())) is True


@pytest.mark.parametrize(
    "edit",
    [
        set_on(f"{REFERENCE}/ds:DigestMethod", "Algorithm", "http://www.w3.org/2001/04/xmlenc#sha512"),
        set_on(REFERENCE, "URI", "#ID-nobody"),
        set_on(REFERENCE, "URI", "ID-request"),
        set_on(REFERENCE, "URI", "https://ikp.example/"),
        set_on(f"{TRANSFORMS}/ds:Transform", "Algorithm", "urn:unknown"),
        without_transform(0),
        without_transform(1),
        of_the_signature_itself,
        of_a_part_of_the_signature,
    ],
    ids=[
        "digest", "nobody", "no fragment", "elsewhere", "transform", "not enveloped", "not canonical", "itself", "part"
    ],
)  # fmt: skip
def test_what_nobody_can_tell_does_not_hold(scene: SamlScene, edit: Edit) -> None:
    message = parsed(scene.request_xml())
    edit(message)
    assert holds(message) is False


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("ds:DigestMethod", "expected ds:DigestMethod in Reference, got nothing"),
        ("ds:DigestValue", "expected ds:DigestValue in Reference, got nothing"),
        ("ds:Transforms", "expected ds:Transforms in Reference, got nothing"),
    ],
)
def test_a_reference_must_be_whole(scene: SamlScene, path: str, told: str) -> None:
    message = parsed(scene.request_xml())
    reference = find(message, REFERENCE)
    reference.remove(find(reference, path))
    with pytest.raises(SamlRefused) as refused:
        holds(message)
    assert refused.value.detail == told


def test_the_first_of_two_elements_of_one_id_is_meant(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    find(message, "saml2p:Extensions").set("ID", "ID-request")
    bare = parsed(etree.tostring(message))
    unsign(bare)
    digest = sha256(canonical(bare, ("ds", "saml2", "saml2p", "xenc"))).digest()
    find(message, f"{REFERENCE}/ds:DigestValue").text = b64encode(digest).decode()
    assert holds(message) is True


def test_a_message_is_left_as_it_came(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    before = etree.tostring(message)
    holds(message)
    assert etree.tostring(message) == before


def filtered(scene: SamlScene, expression: str, uri: str = "#ID-request") -> Element:
    """A request whose signature, made by xmlsec, leaves out what an XPath says no to."""
    message = parsed(scene.request_xml())
    find(message, REFERENCE).set("URI", uri)
    transforms = find(message, TRANSFORMS)
    transform = etree.Element(qualified("ds:Transform"), Algorithm=XPATH)
    etree.SubElement(transform, qualified("ds:XPath")).text = expression
    transforms.insert(1, transform)
    refill_by_xmlsec(message, scene.sp.keys)
    return parsed(etree.tostring(message))


@pytest.mark.parametrize("uri", ["#ID-request", ""])
def test_an_xpath_leaves_out_what_xmlsec_leaves_out(scene: SamlScene, uri: str) -> None:
    message = filtered(scene, "not(ancestor-or-self::saml2p:Extensions)", uri)
    assert holds(message) is True
    find(message, "saml2p:Extensions").clear()
    assert holds(message) is True
    find(message, "saml2p:NameIDPolicy").clear()
    assert holds(message) is False


def test_an_xpath_that_keeps_nothing_leaves_the_root(scene: SamlScene) -> None:
    message = filtered(scene, "true()")
    find(message, f"{TRANSFORMS}/ds:Transform/ds:XPath").text = "false()"
    bare = parsed(etree.tostring(message))
    bare[:] = []
    digest = sha1(canonical(bare, ("ds", "saml2", "saml2p", "xenc")), usedforsecurity=False).digest()
    find(message, f"{REFERENCE}/ds:DigestMethod").set("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")
    find(message, f"{REFERENCE}/ds:DigestValue").text = b64encode(digest).decode()
    assert holds(message) is True


def test_prefixes_are_those_of_the_list(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    transforms = find(message, TRANSFORMS)
    assert inclusive_prefixes_of(transforms[0]) == ()
    assert inclusive_prefixes_of(transforms[1]) == ("ds", "saml2", "saml2p", "xenc")
    set_prefixes(transforms[1], ("#default",))
    assert inclusive_prefixes_of(transforms[1]) == ("#default",)


def test_another_canonicalization_verifies_not_even_where_algorithms_are_not_looked_at(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    method = find(message, "ds:Signature/ds:SignedInfo/ds:CanonicalizationMethod")
    method.set("Algorithm", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315")
    refill_by_xmlsec(message, scene.sp.keys)
    arrived = parse(etree.tostring(message))
    with replacing({"saml.algorithms_are_strong": always_yes}), pytest.raises(SamlRefused) as refused:
        verify_signature(arrived, (scene.sp.keys.certificate,))
    assert refused.value.code == "signature_invalid"


def test_a_signature_that_refers_to_nothing_verifies_nowhere(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    info = find(message, "ds:Signature/ds:SignedInfo")
    info.remove(find(info, "ds:Reference"))
    value = signature_value(canonical(info), scene.sp.keys)
    find(message, "ds:Signature/ds:SignatureValue").text = b64encode(value).decode()
    lax = ("signature_covers", "transforms_are_plain", "algorithms_are_strong")
    with replacing({f"saml.{rule}": always_yes for rule in lax}), pytest.raises(SamlRefused) as refused:
        scene.read_request(etree.tostring(message))
    assert refused.value.code == "signature_invalid"
