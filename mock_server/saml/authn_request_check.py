"""AuthnRequest as the hub reads and checks it (saml-core 3.4.1, saml-profiles 4.1.4.1)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..kernel.rules import seam
from . import rules
from .attributes import ALL_ATTRIBUTES, BY_URI, Attribute
from .authn_request import OPERATION_CONTEXTS
from .errors import SamlRefused, expected_got
from .freshness import Freshness
from .indexes import index_of
from .levels import Level
from .message import read_header, require_new
from .model import AuthnRequest, OperationContext, Provider
from .names import ARTIFACT_BINDING, INVALID_ATTRIBUTE, NO_AUTHN_CONTEXT, REQUESTER, UNSUPPORTED_BINDING
from .node_profiles import NodeProfile
from .senders import sender_of
from .xml import Element, attribute_of, children, optional_child, parse, require_name, token_of


@dataclass(frozen=True)
class RequestPolicy:
    """How a hub judges the requests it gets."""

    destinations: Collection[str]
    node: NodeProfile
    lenient: bool
    freshness: Freshness


def read_authn_request(
    xml: bytes,
    providers: Mapping[str, Provider],
    policy: RequestPolicy,
    time_at: Callable[[str], datetime],
    seen_before: Callable[[str], bool],
) -> AuthnRequest:
    """Check a posted AuthnRequest.

    Args:
        xml: the message, decoded.
        providers: those registered, by issuer.
        policy: how strictly to judge.
        time_at: what time it is, aware, where the provider of an issuer lives.
        seen_before: whether a request with this ID was accepted before.

    Raises:
        SamlRefused: naming the first thing that did not match.
    """
    message = parse(xml)
    require_name(message, "saml2p:AuthnRequest")
    provider = sender_of(message, providers, lenient=policy.lenient)
    header = read_header(message, provider.signing_certificates, policy.destinations, destination_required=True)
    policy.freshness.require_recent(header.issue_instant, time_at(header.issuer))
    require_new(header.id, seen_before(header.id))
    provider.encryption_target()
    _check_binding(message)
    provider_name = message.get("ProviderName")
    if not rules.provider_name_is_given(provider_name, policy.node.provider_name_required):
        raise SamlRefused(
            "provider_name_missing",
            f"expected a ProviderName, which the {policy.node.name} node enforces, got nothing",
            REQUESTER,
        )
    return AuthnRequest(
        id=header.id,
        issue_instant=header.issue_instant,
        issuer=header.issuer,
        provider=provider,
        acs_url=_acs_url(message, provider),
        minimum_level=_minimum_level(message, provider),
        force_authn=_flag(message, "ForceAuthn"),
        is_passive=_flag(message, "IsPassive"),
        provider_name=provider_name,
        sp_type=_sp_type(message),
        attributes=_attributes(message),
        operation_contexts=_operation_contexts(message),
    )


def _check_binding(message: Element) -> None:
    """Refuse an answer asked for by another binding than HTTP-Artifact."""
    binding = message.get("ProtocolBinding")
    if not rules.binding_is_artifact(binding):
        raise SamlRefused(
            "binding", expected_got("ProtocolBinding", [ARTIFACT_BINDING], binding), REQUESTER, UNSUPPORTED_BINDING
        )


def _acs_url(message: Element, provider: Provider) -> str:
    """The registered address to answer to: named by itself or by its index, else the provider's default."""
    asked, index = message.get("AssertionConsumerServiceURL"), message.get("AssertionConsumerServiceIndex")
    if index is not None:
        return _acs_url_at(index, asked, provider)
    acs_url = asked if asked is not None else next(iter(provider.acs_urls), "")
    if not rules.acs_is_registered(acs_url, provider.acs_urls):
        raise _acs_refused(provider, "URL", provider.acs_urls, asked)
    return acs_url


def _acs_url_at(index: str, asked: str | None, provider: Provider) -> str:
    """The address of an index; a request that names an address as well contradicts itself."""
    if asked is not None:
        raise SamlRefused(
            "malformed",
            "expected AssertionConsumerServiceURL or AssertionConsumerServiceIndex, got both (saml-core 3.4.1)",
        )
    return acs_url_of_index(index_of(index) or index, provider)


@seam
def acs_url_of_index(index: str, provider: Provider) -> str:
    """The registered address of an index (saml-core 3.4.1).

    Raises:
        SamlRefused: ``acs_unregistered``, the provider has none of that index.
    """
    registered = provider.acs_by_index
    if index not in registered:
        raise _acs_refused(provider, "Index", registered, index)
    return registered[index]


def _acs_refused(provider: Provider, named_by: str, registered: Collection[str], got: str | None) -> SamlRefused:
    """Why no address can be answered to."""
    told = expected_got(f"AssertionConsumerService{named_by} of {provider.issuer}", registered, got)
    hint = "" if registered else "; a request to a lenient hub must name it as AssertionConsumerServiceURL"
    return SamlRefused("acs_unregistered", told + hint)


def _minimum_level(message: Element, provider: Provider) -> Level:
    """The lowest level asked for; the provider's own minimum when it asks for none (our choice)."""
    context = optional_child(message, "saml2p:RequestedAuthnContext")
    if context is None:
        return provider.minimum_level
    comparison = context.get("Comparison", "exact")
    if not rules.comparison_is_minimum(comparison):
        raise SamlRefused(
            "comparison",
            expected_got("Comparison of RequestedAuthnContext", ["minimum"], comparison),
            REQUESTER,
            NO_AUTHN_CONTEXT,
        )
    levels = [Level.from_uri(token_of(element)) for element in children(context, "saml2:AuthnContextClassRef")]
    return lowest_level(levels, provider)


@seam
def lowest_level(named: Collection[Level], provider: Provider) -> Level:
    """Each level that a request names is enough for it; without one the provider's own minimum counts."""
    return min(named, default=provider.minimum_level)


def _flag(message: Element, name: str) -> bool:
    """An xs:boolean attribute, false when absent."""
    value = message.get(name, "false").strip()
    if value not in {"true", "false", "1", "0"}:
        raise SamlRefused("malformed", expected_got(name, ["true", "false"], value))
    return value in {"true", "1"}


def _sp_type(message: Element) -> str | None:
    """``public`` or ``private``, if told."""
    extensions = optional_child(message, "saml2p:Extensions")
    element = None if extensions is None else optional_child(extensions, "eidas:SPType")
    return None if element is None else token_of(element)


def _attributes(message: Element) -> tuple[Attribute, ...]:
    """The attributes asked for; all four when none is named, and unknown ones ignored unless required (our choices)."""
    extensions = optional_child(message, "saml2p:Extensions")
    wanted = None if extensions is None else optional_child(extensions, "eidas:RequestedAttributes")
    if wanted is None:
        return ALL_ATTRIBUTES
    elements = children(wanted, "eidas:RequestedAttribute")
    required = [attribute_of(element, "Name") for element in elements if _flag(element, "isRequired")]
    if not rules.attributes_are_offered(required, BY_URI):
        raise SamlRefused(
            "attribute_unknown",
            expected_got("RequestedAttribute", BY_URI, next((name for name in required if name not in BY_URI), None)),
            REQUESTER,
            INVALID_ATTRIBUTE,
        )
    asked = {attribute_of(element, "Name") for element in elements}
    return tuple(attribute for uri, attribute in BY_URI.items() if uri in asked)


def _operation_contexts(message: Element) -> tuple[OperationContext, ...]:
    """What the person is logging in for, in whichever of the two forms."""
    extensions = optional_child(message, "saml2p:Extensions")
    return tuple(
        OperationContext(kind, "".join(map(str, element.itertext())).strip())
        for kind, name in OPERATION_CONTEXTS.items()
        for element in (() if extensions is None else children(extensions, name))
    )
