"""Attacks on the signature."""

from lxml import etree

from mock_server.saml import Level, RequestOptions
from mock_server.saml.names import qualified
from mock_server.saml.xml import Element
from tests.saml.attacks.registry import attack
from tests.saml.scene import Edit, SamlScene, find, keys_of, parsed, unsign
from tests.saml.signers import refill_by_xmlsec


@attack("unsigned", "verify_signature")
def an_unsigned_request(scene: SamlScene) -> object:
    message = parsed(scene.request_xml())
    unsign(message)
    return scene.read_request(etree.tostring(message))


@attack("certificate_foreign", "certificate_is_registered")
def a_request_signed_by_a_stranger(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(lambda _: None, keys_of("stranger")))


@attack("signature_invalid", "signature_is_genuine")
def a_request_altered_after_signing(scene: SamlScene) -> object:
    return scene.read_request(
        scene.request_xml(RequestOptions(minimum_level=Level.HIGH)).replace(b"LoA/high", b"LoA/low")
    )


@attack("signature_transforms", "transforms_are_plain")
def a_signature_that_leaves_a_part_out(scene: SamlScene) -> object:
    """Its XPath excludes RequestedAuthnContext, which is then altered."""

    def sign_all_but_the_level(message: Element) -> None:
        transforms = find(message, ".//ds:Transforms")
        xpath = etree.SubElement(transforms, qualified("ds:Transform"))
        xpath.set("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116")
        expression = etree.SubElement(xpath, qualified("ds:XPath"))
        expression.text = "not(ancestor-or-self::saml2p:RequestedAuthnContext)"
        transforms.insert(1, xpath)

    xml = resigned_after(scene, sign_all_but_the_level)
    return scene.read_request(xml.replace(b"LoA/substantial", b"LoA/low"))


@attack("signature_algorithm", "algorithms_are_strong")
def a_signature_with_sha_1(scene: SamlScene) -> object:
    def weaken(message: Element) -> None:
        find(message, ".//ds:DigestMethod").set("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")

    return scene.read_request(resigned_after(scene, weaken))


def resigned_after(scene: SamlScene, edit: Edit) -> bytes:
    """A request whose signature template is changed, then signed again with the right key."""
    message = parsed(scene.request_xml())
    edit(message)
    refill_by_xmlsec(message, scene.sp.keys)
    return etree.tostring(message)
