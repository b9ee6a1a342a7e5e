"""The service providers of a world: its own two, those that the story registered, and those that nobody knows."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from e2e.watchers.messages import names, tables
from e2e.watchers.messages.fields import parsed
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.trail import issuer_of
from fixtures.watching.steering import Steered
from fixtures.watching.watcher import Watched


@dataclass(frozen=True)
class Provider:
    """A provider as it described itself.

    Attributes:
        issuer: its entity ID.
        addresses: where it takes artifacts, by index; the default first.
        logout: where it takes LogoutRequests.
        certificate: to which assertions are encrypted, in bare base64.
        level: the least that it takes where a request says nothing.
    """

    issuer: str
    addresses: dict[str, str]
    logout: str | None
    certificate: str
    level: str = "low"

    def asked_at(self, request: etree._Element) -> str:
        """Where the answer to a request should go."""
        index = request.get("AssertionConsumerServiceIndex")
        default = next(iter(self.addresses.values()), "")
        if index is not None:
            return self.addresses.get(index, default)
        return request.get("AssertionConsumerServiceURL", default)


def provider_of(request: etree._Element, watched: Watched, before: int) -> Provider:
    """Who sent a request, as the story has told the hub by then."""
    issuer = issuer_of(request)
    own = {party.issuer: (site, party) for site, party in tables.OWN_PROVIDERS.items()}
    if issuer in own:
        return own_provider(own[issuer][0], watched)
    registered = [told for steered in watched.steering if steered.after <= before and (told := _registered(steered))]
    found = [provider for provider in registered if provider.issuer == issuer]
    return found[-1] if found else _unknown(request)


def own_provider(site: str, watched: Watched) -> Provider:
    """One of the two that every world has."""
    issuer = tables.OWN_PROVIDERS[site].issuer
    addresses = {"0": watched.world.url(site, tables.ACS)}
    certificate = watched.keys.certificate_of(issuer)
    return Provider(issuer, addresses, watched.world.url(site, tables.OWN_LOGOUT), certificate)


def _unknown(request: etree._Element) -> Provider:
    """One that a lenient hub takes as it comes."""
    certificate = "".join(request.findtext(".//ds:X509Certificate", "", NAMESPACES).split())
    return Provider(issuer_of(request), {}, None, certificate)


def _registered(steered: Steered) -> Provider | None:
    """The provider that the control API was told of."""
    told = steered.told
    match steered.method, steered.path:
        case "POST", "providers":
            pem = told.get("encryption_certificate") or told["certificate"]
            addresses = {str(index): address for index, address in enumerate(told["acs_urls"])}
            level = told.get("level", "low")
            return Provider(told["issuer"], addresses, told.get("logout_url"), _first_p256(pem), level)
        case "POST", "providers/from-metadata" if "metadata" in told:
            return _described(parsed(told["metadata"].strip()))
    return None


def _described(entity: etree._Element) -> Provider:
    """The provider of a metadata document; the address marked as the default is the default."""
    services = entity.findall(f".//md:AssertionConsumerService[@Binding='{names.HTTP_ARTIFACT}']", NAMESPACES)
    services.sort(key=lambda service: service.get("isDefault") not in {"true", "1"})
    logout = entity.find(".//md:SingleLogoutService", NAMESPACES)
    key = ".//md:KeyDescriptor[@use='encryption']//ds:X509Certificate"
    return Provider(
        entity.get("entityID", ""),
        {service.get("index", ""): service.get("Location", "") for service in services},
        None if logout is None else logout.get("Location"),
        "".join(entity.findtext(key, "", NAMESPACES).split()),
    )


def _first_p256(pem: str) -> str:
    """The first certificate that assertions can be encrypted to, in bare base64."""
    certificates: Sequence[x509.Certificate] = x509.load_pem_x509_certificates(pem.encode())
    usable = [one for one in certificates if isinstance(one.public_key(), EllipticCurvePublicKey)]
    return b64encode(usable[0].public_bytes(Encoding.DER)).decode() if usable else ""
