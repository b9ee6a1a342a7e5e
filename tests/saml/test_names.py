"""What the standards call things, letter by letter: OASIS saml-core-2.0 (3.2.2.2), saml-bindings-2.0, W3C xmldsig."""

import re
from collections.abc import Callable

import pytest

from mock_server.saml import names
from mock_server.saml.assertion import new_assertion_id

TC = "urn:oasis:names:tc:SAML:2.0:"
UUID_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("SUCCESS", f"{TC}status:Success"),
        ("REQUESTER", f"{TC}status:Requester"),
        ("RESPONDER", f"{TC}status:Responder"),
        ("VERSION_MISMATCH", f"{TC}status:VersionMismatch"),
        ("AUTHN_FAILED", f"{TC}status:AuthnFailed"),
        ("INVALID_ATTRIBUTE", f"{TC}status:InvalidAttrNameOrValue"),
        ("NO_AUTHN_CONTEXT", f"{TC}status:NoAuthnContext"),
        ("NO_PASSIVE", f"{TC}status:NoPassive"),
        ("PARTIAL_LOGOUT", f"{TC}status:PartialLogout"),
        ("REQUEST_DENIED", f"{TC}status:RequestDenied"),
        ("UNSUPPORTED_BINDING", f"{TC}status:UnsupportedBinding"),
        ("ARTIFACT_BINDING", f"{TC}bindings:HTTP-Artifact"),
        ("POST_BINDING", f"{TC}bindings:HTTP-POST"),
        ("SOAP_BINDING", f"{TC}bindings:SOAP"),
        ("NAME_ID_UNSPECIFIED", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
        ("ATTRIBUTE_NAME_URI", f"{TC}attrname-format:uri"),
        ("BEARER", f"{TC}cm:bearer"),
        ("EXCLUSIVE_C14N", "http://www.w3.org/2001/10/xml-exc-c14n#"),
        ("ENVELOPED_SIGNATURE", "http://www.w3.org/2000/09/xmldsig#enveloped-signature"),
        ("ECDSA_SHA256", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"),
        ("RSA_SHA256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
        ("SHA256", "http://www.w3.org/2001/04/xmlenc#sha256"),
        ("ENCRYPTED_ELEMENT", "http://www.w3.org/2001/04/xmlenc#Element"),
        ("AES256_GCM", "http://www.w3.org/2009/xmlenc11#aes256-gcm"),
        ("KEY_WRAP_AES256", "http://www.w3.org/2001/04/xmlenc#kw-aes256"),
        ("ECDH_ES", "http://www.w3.org/2009/xmlenc11#ECDH-ES"),
        ("CONCAT_KDF", "http://www.w3.org/2009/xmlenc11#ConcatKDF"),
        ("P256", "urn:oid:1.2.840.10045.3.1.7"),
    ],
)
def test_a_name_is_the_standards(name: str, uri: str) -> None:
    assert getattr(names, name) == uri


def test_a_prefix_stands_for_the_standards_namespace() -> None:
    assert names.NAMESPACES == {
        "coi-extension": "http://coi.gov.pl/saml-extensions",
        "ds": "http://www.w3.org/2000/09/xmldsig#",
        "dsig11": "http://www.w3.org/2009/xmldsig11#",
        "ec": "http://www.w3.org/2001/10/xml-exc-c14n#",
        "eidas": "http://eidas.europa.eu/saml-extensions",
        "kirwb": "http://wb.kir.pl/saml-extensions",
        "md": "urn:oasis:names:tc:SAML:2.0:metadata",
        "naturalperson": "http://eidas.europa.eu/attributes/naturalperson",
        "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
        "saml2p": "urn:oasis:names:tc:SAML:2.0:protocol",
        "soap": "http://schemas.xmlsoap.org/soap/envelope/",
        "xenc": "http://www.w3.org/2001/04/xmlenc#",
        "xenc11": "http://www.w3.org/2009/xmlenc11#",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }


@pytest.mark.parametrize(("new", "prefix"), [(names.new_id, "ID"), (new_assertion_id, "_ID")])
def test_an_id_is_always_another_and_of_the_hubs_form(new: Callable[[], str], prefix: str) -> None:
    made = {new() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(f"{prefix}-{UUID_4}", name) for name in made)
