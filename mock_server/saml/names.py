"""The names SAML uses: namespaces, algorithm and binding URIs, status codes; and how our IDs look."""

from functools import cache
from uuid import uuid4

NAMESPACES = {
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

EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"
XPATH_FILTER = "http://www.w3.org/TR/1999/REC-xpath-19991116"

ENCRYPTED_ELEMENT = "http://www.w3.org/2001/04/xmlenc#Element"
AES256_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
KEY_WRAP_AES256 = "http://www.w3.org/2001/04/xmlenc#kw-aes256"
ECDH_ES = "http://www.w3.org/2009/xmlenc11#ECDH-ES"
CONCAT_KDF = "http://www.w3.org/2009/xmlenc11#ConcatKDF"
P256 = "urn:oid:1.2.840.10045.3.1.7"

ARTIFACT_BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
POST_BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
SOAP_BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:SOAP"

NAME_ID_UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
ATTRIBUTE_NAME_URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"

STATUS = "urn:oasis:names:tc:SAML:2.0:status:"
SUCCESS = STATUS + "Success"
REQUESTER = STATUS + "Requester"
RESPONDER = STATUS + "Responder"
VERSION_MISMATCH = STATUS + "VersionMismatch"
AUTHN_FAILED = STATUS + "AuthnFailed"
INVALID_ATTRIBUTE = STATUS + "InvalidAttrNameOrValue"
NO_AUTHN_CONTEXT = STATUS + "NoAuthnContext"
NO_PASSIVE = STATUS + "NoPassive"
PARTIAL_LOGOUT = STATUS + "PartialLogout"
REQUEST_DENIED = STATUS + "RequestDenied"
UNSUPPORTED_BINDING = STATUS + "UnsupportedBinding"


@cache
def qualified(name: str) -> str:
    """``saml2:Issuer`` in lxml's ``{namespace}Issuer`` form."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


CONDITIONS = frozenset(map(qualified, ("saml2:AudienceRestriction", "saml2:OneTimeUse", "saml2:ProxyRestriction")))
"""The conditions of an assertion that a reader knows (saml-core 2.5.1)."""


def declared(*prefixes: str) -> dict[str, str]:
    """The namespace declarations for these prefixes."""
    return {prefix: NAMESPACES[prefix] for prefix in prefixes}


def declarations(*prefixes: str) -> str:
    """The same, as they are written in a start tag."""
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in declared(*prefixes).items())


def new_id() -> str:
    """A fresh message ID of the form ``ID-<uuid4>``, as the hub and its clients write it."""
    return f"ID-{uuid4()}"
