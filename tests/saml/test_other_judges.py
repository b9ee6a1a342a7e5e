"""Others' code judges our messages: OASIS schemas out of python3-saml, signatures by signxml."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from mock_server.saml import KeyPair, LogoutRequest, OperationContext, RequestOptions, Status
from mock_server.saml.names import AUTHN_FAILED, REQUEST_DENIED, RESPONDER
from tests.saml.judges import assert_valid, signxml_says
from tests.saml.scene import NOW, PATIENT, REQUEST_ID, SamlScene, find, parsed

LOGOUT = LogoutRequest("ID-logout", "https://ikp.example", "patient-1", "_ID-1", ())
CONTEXTS = (OperationContext("coi", "rejestracja"), OperationContext("kir", "recepta"))


def message_in(soap: bytes) -> bytes:
    return etree.tostring(find(parsed(soap), "soap:Body")[0])


def failure_soap(scene: SamlScene) -> bytes:
    status = Status((RESPONDER, AUTHN_FAILED, REQUEST_DENIED), "Anulowano")
    return scene.hub.build_failure_response(scene.resolve(), scene.read_request(scene.request_xml()), status, now=NOW)


MESSAGES: dict[str, Callable[[SamlScene], bytes]] = {
    "authn request": lambda scene: scene.request_xml(),
    "authn request with contexts": lambda scene: scene.request_xml(RequestOptions(operation_contexts=CONTEXTS)),
    "artifact resolve": lambda scene: message_in(
        scene.sp.build_artifact_resolve(scene.hub.new_artifact(), resolve_id="ID-1", now=NOW)
    ),
    "artifact response": lambda scene: message_in(scene.response_soap()),
    "response": lambda scene: etree.tostring(find(parsed(scene.response_soap()), ".//saml2p:Response")),
    "failure": lambda scene: message_in(failure_soap(scene)),
    "empty artifact response": lambda scene: message_in(
        scene.hub.build_empty_response(scene.resolve(), "used before", now=NOW)
    ),
    "logout request of the provider": lambda scene: message_in(
        scene.sp.build_logout_request("patient-1", "_ID-1", request_id="ID-1", now=NOW)
    ),
    "logout request of the hub": lambda scene: message_in(
        scene.hub.build_logout_request(
            scene.sp.logout_url, "patient-1", None, to=scene.sp.issuer, request_id="ID-1", now=NOW
        )
    ),
    "logout response of the provider": lambda scene: message_in(scene.sp.build_logout_response(LOGOUT, now=NOW)),
    "logout response of the hub": lambda scene: message_in(scene.hub.build_logout_response(LOGOUT, now=NOW)),
    "metadata of the hub": lambda scene: scene.hub.metadata(),
    "metadata of the provider": lambda scene: scene.sp.metadata(),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_the_oasis_schemas_accept(scene: SamlScene, name: str) -> None:
    assert_valid(MESSAGES[name](scene))


def test_the_oasis_schemas_accept_the_assertion(scene: SamlScene) -> None:
    assert_valid(scene.assertion(PATIENT))


def test_the_oasis_schemas_are_really_asked(scene: SamlScene) -> None:
    with pytest.raises(etree.DocumentInvalid):
        assert_valid(scene.request_xml().replace(b'Version="2.0"', b""))


@pytest.mark.parametrize("name", MESSAGES)
def test_signxml_verifies(scene: SamlScene, name: str) -> None:
    xml = MESSAGES[name](scene)
    signer = scene.sp.keys if b">https://ikp.example<" in xml or name.endswith("the provider") else scene.hub.keys
    assert signxml_says(xml, signer).get("ID") == parsed(xml).get("ID")


def test_signxml_verifies_what_an_rsa_key_signed(scene: SamlScene, rsa_keys: KeyPair) -> None:
    with_rsa = replace(scene, sp=replace(scene.sp, keys=rsa_keys))
    assert signxml_says(with_rsa.request_xml(), rsa_keys).get("ID") == REQUEST_ID
