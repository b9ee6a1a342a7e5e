"""What an AuthnRequest asks the hub for."""

from lxml import etree

from .look import Look, Sign, has_each

_NAMES = {
    "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
    "saml2p": "urn:oasis:names:tc:SAML:2.0:protocol",
    "eidas": "http://eidas.europa.eu/saml-extensions",
}
_ARTIFACT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
_WANTED = 4


def asking(root: etree._Element) -> list[Look]:
    """What is told of its wishes."""
    policy = root.find("saml2p:NameIDPolicy", _NAMES)
    compared = root.find("saml2p:RequestedAuthnContext[@Comparison='minimum']", _NAMES)
    levels = root.findall("saml2p:RequestedAuthnContext/saml2:AuthnContextClassRef", _NAMES)
    kind = root.findtext("saml2p:Extensions/eidas:SPType", None, _NAMES)
    wanted = root.findall("saml2p:Extensions/eidas:RequestedAttributes/eidas:RequestedAttribute", _NAMES)
    said = {
        "protocol_binding": (root.get("ProtocolBinding") == _ARTIFACT, "ProtocolBinding HTTP-Artifact", Sign.BAD),
        "force_authn": (root.get("ForceAuthn") in {"true", "1"}, "ForceAuthn true", Sign.BAD),
        "is_passive": (root.get("IsPassive", "false") in {"false", "0"}, "IsPassive false", Sign.BAD),
        "provider_name": (bool(root.get("ProviderName")), "a ProviderName, which the integration node wants", Sign.BAD),
        "name_id_policy": (policy is not None, "a NameIDPolicy", Sign.ADVICE),
        "level": (compared is not None and len(levels) == 1, "Comparison minimum and one level", Sign.BAD),
        "sp_type": (kind in {"public", "private"}, "an SPType", Sign.ADVICE),
        "attributes": (len(wanted) == _WANTED, "the four attributes", Sign.ADVICE),
    }
    why = {"force_authn": "without it the hub answers for whoever sat at this browser before"}
    return has_each("request", "the request", said, why, "the real node refuses or guesses", "login.gov.pl profile")
