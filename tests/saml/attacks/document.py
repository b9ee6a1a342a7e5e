"""Attacks on the document itself: its size, its DTD, its ids."""

from lxml import etree

from tests.saml.attacks.registry import attack
from tests.saml.scene import NOW, RESOLVE_ID, SamlScene, find, parsed, unsign


@attack("document_type", "document_type_is_absent")
def a_dtd_in_a_request(scene: SamlScene) -> object:
    return scene.read_request(b"<!DOCTYPE x>" + scene.request_xml())


@attack("duplicate_id", "ids_are_unique")
def two_elements_of_one_id(scene: SamlScene) -> object:
    """The signed ArtifactResolve waits in the header, where its ID is found first; the body asks for another."""
    artifact = scene.hub.new_artifact()
    envelope = parsed(scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW))
    forged = find(envelope, "soap:Body/saml2p:ArtifactResolve")
    original = parsed(etree.tostring(forged))
    unsign(original)
    find(envelope, "soap:Header").append(original)
    find(forged, "saml2p:Artifact").text = scene.hub.new_artifact()
    read = scene.hub.read_artifact_resolve(etree.tostring(envelope), scene.providers, now=NOW)
    assert read.artifact != artifact
    return read
