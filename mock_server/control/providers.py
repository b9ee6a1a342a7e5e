"""Service providers of a world, and how its hub treats them."""

from typing import Literal

from pydantic import Base64Bytes, TypeAdapter

from ..kernel.near import beginning, near
from ..kernel.values import WebAddress
from ..saml.model import Provider
from ..saml.node_profiles import NODE_PROFILES
from ..shared.federation import Federation, KeyStage
from ..shared.registration import ProviderEntry, RegistrationInvalid, provider_from_metadata
from .api import Api, Call, Message, Nothing
from .reading import Query
from .refusal import ControlRefused

api = Api()
_ISSUER = Query("issuer", TypeAdapter(str), required=True)


class ProviderSeen(Message):
    """A registered provider, without its keys."""

    issuer: str
    name: str
    acs_urls: tuple[str, ...]
    certificate_fingerprint: str
    """SHA-256 of the signing certificate, in hex."""
    encryption_certificate_fingerprint: str
    """SHA-256 of the certificate that assertions are encrypted to: the one given, or the first P-256 signing one."""
    logout_url: str | None


class Metadata(Message):
    """A SAML metadata document: the bytes of its file in base64, which say their own encoding, or its text."""

    metadata: str | None = None
    metadata_base64: Base64Bytes | None = None

    @property
    def document(self) -> bytes | str:
        """What was given.

        Raises:
            ControlRefused: 422, neither or both.
        """
        given = [part for part in (self.metadata, self.metadata_base64) if part is not None]
        if len(given) != 1:
            raise ControlRefused(422, "give the document as metadata (text) or as metadata_base64 (the file's bytes)")
        return given[0]


class HubSettings(Message):
    """How the hub of a world behaves; what is left out stays as it is.

    ``node``: whose quirks it shows; ``lenient``: an unknown issuer is accepted with the certificate that its
    request carries; ``destinations``: accepted besides the hub's own addresses; ``provider_clock``: whether
    registered providers live in real time or in the world's; ``keys``: ``old`` ones alone, ``both`` announced and the
    old ones signing, ``new`` ones alone, or ``rsa`` keys announced besides the old ones.
    """

    node: Literal["symulator", "integration", "production"] | None = None
    lenient: bool | None = None
    destinations: tuple[WebAddress, ...] | None = None
    provider_clock: Literal["real", "world"] | None = None
    keys: KeyStage | None = None


@api.endpoint("GET", "/worlds/{world}/providers", Nothing, list[ProviderSeen])
async def list_providers(call: Call, _body: Nothing) -> list[ProviderSeen]:
    """The providers that this world has registered, besides IKP and mojeIKP."""
    return [_seen(provider) for provider in call.world.state(Federation).providers.values()]


@api.endpoint("POST", "/worlds/{world}/providers", ProviderEntry, ProviderSeen)
async def register(call: Call, body: ProviderEntry) -> ProviderSeen:
    """Register a provider, or register it anew under the same issuer."""
    try:
        return _register(call, body.provider())
    except RegistrationInvalid as error:
        raise ControlRefused(422, str(error)) from error


@api.endpoint("POST", "/worlds/{world}/providers/from-metadata", Metadata, ProviderSeen)
async def register_metadata(call: Call, body: Metadata) -> ProviderSeen:
    """Register the provider that a SAML metadata document describes."""
    try:
        return _register(call, provider_from_metadata(body.document))
    except RegistrationInvalid as error:
        raise ControlRefused(422, str(error)) from error


@api.endpoint("DELETE", "/worlds/{world}/providers", Nothing, Nothing, queries=(_ISSUER,))
async def unregister(call: Call, _body: Nothing) -> Nothing:
    """Forget the provider of this ``issuer``."""
    issuer, registered = call.queries["issuer"], call.world.state(Federation).providers
    if registered.pop(issuer, None) is None:
        told = f"no provider with the issuer {beginning(issuer)!r} is registered in this world"
        raise ControlRefused(404, f"{told}; {near(issuer, registered)}")
    return Nothing()


@api.endpoint("PATCH", "/worlds/{world}/hub", HubSettings, HubSettings)
async def change_hub(call: Call, body: HubSettings) -> HubSettings:
    """Change how the hub of this world behaves; answers with how it behaves now."""
    federation = call.world.state(Federation)
    if body.node is not None:
        federation.node = NODE_PROFILES[body.node]
    if body.lenient is not None:
        federation.lenient = body.lenient
    if body.destinations is not None:
        federation.destinations = body.destinations
    if body.provider_clock is not None:
        federation.provider_clock = body.provider_clock
    if body.keys is not None:
        federation.keys = body.keys
    return HubSettings.model_validate(
        {
            "node": federation.node.name,
            "lenient": federation.lenient,
            "destinations": federation.destinations,
            "provider_clock": federation.provider_clock,
            "keys": federation.keys,
        }
    )


def _register(call: Call, provider: Provider) -> ProviderSeen:
    call.world.state(Federation).providers[provider.issuer] = provider
    return _seen(provider)


def _seen(provider: Provider) -> ProviderSeen:
    return ProviderSeen(
        issuer=provider.issuer,
        name=provider.name,
        acs_urls=provider.acs_urls,
        certificate_fingerprint=provider.signing_certificates[0].fingerprint,
        encryption_certificate_fingerprint=provider.encryption_target().fingerprint,
        logout_url=provider.logout_url,
    )
