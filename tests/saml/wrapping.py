"""The eight classic signature wrapping shapes, adapted: what is signed here is ArtifactResponse and Response.

Somorovsky et al., “On Breaking SAML: Be Whoever You Want to Be” (USENIX Security 2012). Shapes 1 and 2 wrap the outer
message, 3 to 8 the inner one; the other message is signed over it by the hub, so that each level must hold alone. The
evil assertion needs no key of anyone: it is encrypted to the provider's public key.
"""

from collections.abc import Callable

from lxml import etree

from mock_server.saml.names import qualified
from mock_server.saml.signing import sign
from mock_server.saml.xml import Element
from tests.saml.scene import MALLORY, SamlScene, find, parsed, unsign

Wrap = Callable[[SamlScene], bytes]
Shape = Callable[[Element, Element], Element]


def copied(element: Element) -> Element:
    return parsed(etree.tostring(element))


def hide_in(parent: Element, name: str, hidden: Element) -> None:
    """Append `hidden` to the parent, inside a container that readers pass over."""
    etree.SubElement(parent, qualified(name)).append(hidden)


def signed_by(evil: Element, signature: Element) -> None:
    """Give the evil message a signature, where its own would be."""
    evil.insert(1, signature)


def original_in_the_signature(evil: Element, original: Element) -> Element:
    signature = unsign(original)
    hide_in(signature, "ds:Object", original)
    signed_by(evil, signature)
    return evil


def original_beside_the_signature(evil: Element, original: Element) -> Element:
    signed_by(evil, unsign(original))
    hide_in(evil, "saml2p:Extensions", original)
    return evil


def evil_around_the_original(evil: Element, original: Element) -> Element:
    hide_in(evil, "saml2p:Extensions", original)
    return evil


def evil_with_the_same_id(evil: Element, original: Element) -> Element:
    evil.set("ID", original.attrib["ID"])
    return original_in_the_signature(evil, original)


def evil_messages(scene: SamlScene) -> tuple[Element, Element]:
    """The evil ArtifactResponse and the Response in it, unsigned, with IDs of their own."""
    envelope = parsed(scene.response_soap(MALLORY))
    message = find(envelope, "soap:Body/saml2p:ArtifactResponse")
    response = find(message, "saml2p:Response")
    unsign(message)
    unsign(response)
    return message, response


def wrap_outer(scene: SamlScene, shape: Shape) -> bytes:
    """Shapes 1 and 2: the ArtifactResponse is the wrapped message, around a Response the hub signs as it is."""
    envelope = parsed(scene.response_soap())
    body = find(envelope, "soap:Body")
    original = find(body, "saml2p:ArtifactResponse")
    evil, evil_response = evil_messages(scene)
    sign(evil_response, scene.hub.keys)
    body.remove(original)
    body.append(shape(evil, original))
    return etree.tostring(envelope)


def wrap_inner(scene: SamlScene, shape: Shape) -> bytes:
    """Shapes 3 to 8: the Response is the wrapped message, in an ArtifactResponse the hub signs as it is."""
    envelope = parsed(scene.response_soap())
    message = find(envelope, "soap:Body/saml2p:ArtifactResponse")
    original = find(message, "saml2p:Response")
    _, evil = evil_messages(scene)
    unsign(message)
    message.remove(original)
    message.append(shape(copied(evil), copied(original)))
    sign(message, scene.hub.keys)
    return etree.tostring(envelope)


def xsw1(scene: SamlScene) -> bytes:
    """The evil message carries the signature, which holds the original."""
    return wrap_outer(scene, original_in_the_signature)


def xsw2(scene: SamlScene) -> bytes:
    """The evil message carries the signature, and beside it the original."""
    return wrap_outer(scene, original_beside_the_signature)


def xsw3(scene: SamlScene) -> bytes:
    """An evil Response stands before the original one."""
    envelope = parsed(scene.response_soap())
    message = find(envelope, "soap:Body/saml2p:ArtifactResponse")
    _, evil = evil_messages(scene)
    unsign(message)
    find(message, "saml2p:Response").addprevious(copied(evil))
    sign(message, scene.hub.keys)
    return etree.tostring(envelope)


def xsw4(scene: SamlScene) -> bytes:
    """An evil Response stands around the original one, which keeps its signature."""
    return wrap_inner(scene, evil_around_the_original)


def xsw5(scene: SamlScene) -> bytes:
    """The evil Response carries the signature, the original stands beside it."""
    return wrap_inner(scene, original_beside_the_signature)


def xsw6(scene: SamlScene) -> bytes:
    """The evil Response carries the signature, which holds the original."""
    return wrap_inner(scene, original_in_the_signature)


def xsw7(scene: SamlScene) -> bytes:
    """Extensions, which any content may stand in, hold an evil Response with the ID of the original."""
    envelope = parsed(scene.response_soap())
    message = find(envelope, "soap:Body/saml2p:ArtifactResponse")
    _, evil = evil_messages(scene)
    unsign(message)
    original = find(message, "saml2p:Response")
    evil.set("ID", original.attrib["ID"])
    extensions = etree.Element(qualified("saml2p:Extensions"))
    extensions.append(copied(evil))
    message.insert(1, extensions)
    sign(message, scene.hub.keys)
    return etree.tostring(envelope)


def xsw8(scene: SamlScene) -> bytes:
    """The evil Response has the ID of the original, which stands in an Object inside the signature."""
    return wrap_inner(scene, evil_with_the_same_id)


SHAPES: dict[Wrap, str] = {
    xsw1: "signature_wraps",
    xsw2: "signature_wraps",
    xsw3: "malformed",
    xsw4: "unsigned",
    xsw5: "signature_wraps",
    xsw6: "signature_wraps",
    xsw7: "duplicate_id",
    xsw8: "duplicate_id",
}
"""Every shape, and as what it is refused."""

CAUGHT_BY_COVERAGE_ALONE = [xsw2, xsw5]
"""In the others the original lies inside the signature, which the enveloped-signature transform takes out too."""
