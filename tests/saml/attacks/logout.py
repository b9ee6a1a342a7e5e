"""Attacks on the logout."""

from lxml import etree

from mock_server.saml.signing import sign
from tests.saml.attacks.registry import attack
from tests.saml.scene import NOW, SamlScene, find, parsed, unsign


@attack("outside_time", "logout_is_in_time")
def an_expired_logout_request(scene: SamlScene) -> object:
    soap = scene.hub.build_logout_request(
        scene.sp.logout_url, "patient-1", None, to=scene.sp.issuer, request_id="ID-1", now=NOW
    )
    envelope = parsed(soap)
    message = find(envelope, "soap:Body/saml2p:LogoutRequest")
    unsign(message)
    message.set("NotOnOrAfter", "2026-11-22T11:00:00Z")
    sign(message, scene.hub.keys)
    return scene.sp.read_logout_request(etree.tostring(envelope), now=NOW, seen_before=lambda _: False)
