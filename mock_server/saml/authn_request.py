"""AuthnRequest as a provider writes it (saml-core 3.4.1, saml-profiles 4.1.4.1)."""

from dataclasses import dataclass

from .attributes import ALL_ATTRIBUTES, Attribute
from .keys import KeyPair
from .levels import Level
from .message import Header, new_message
from .model import OperationContext
from .names import ARTIFACT_BINDING, ATTRIBUTE_NAME_URI, NAME_ID_UNSPECIFIED
from .signing import sign
from .xml import add, serialize

OPERATION_CONTEXTS = {"coi": "coi-extension:CoiOperationContext", "kir": "kirwb:OperationContext"}


@dataclass(frozen=True)
class RequestOptions:
    """What a provider asks for in one login."""

    minimum_level: Level = Level.SUBSTANTIAL
    force_authn: bool = True
    is_passive: bool = False
    provider_name: str | None = None
    sp_type: str = "public"
    attributes: tuple[Attribute, ...] = ALL_ATTRIBUTES
    operation_contexts: tuple[OperationContext, ...] = ()


def build_authn_request(
    header: Header, destination: str, acs_url: str, options: RequestOptions, keys: KeyPair
) -> bytes:
    """A signed AuthnRequest, to be posted to `destination`."""
    request = new_message(None, "saml2p:AuthnRequest", header, destination=destination)
    request.set("AssertionConsumerServiceURL", acs_url)
    request.set("ForceAuthn", str(options.force_authn).lower())
    request.set("IsPassive", str(options.is_passive).lower())
    request.set("ProtocolBinding", ARTIFACT_BINDING)
    if options.provider_name:
        request.set("ProviderName", options.provider_name)
    extensions = add(request, "saml2p:Extensions")
    add(extensions, "eidas:SPType", options.sp_type)
    requested = add(extensions, "eidas:RequestedAttributes")
    for attribute in options.attributes:
        add(
            requested,
            "eidas:RequestedAttribute",
            FriendlyName=attribute.friendly_name,
            Name=attribute.uri,
            NameFormat=ATTRIBUTE_NAME_URI,
            isRequired="true",
        )
    for context in options.operation_contexts:
        add(extensions, OPERATION_CONTEXTS[context.kind], context.text)
    add(request, "saml2p:NameIDPolicy", AllowCreate="true", Format=NAME_ID_UNSPECIFIED)
    authn_context = add(request, "saml2p:RequestedAuthnContext", Comparison="minimum")
    add(authn_context, "saml2:AuthnContextClassRef", options.minimum_level.uri)
    sign(request, keys)
    return serialize(request)
