"""How the provider and the mock come to know each other; in life people exchange forms and certificates."""

import json
from pathlib import Path
from urllib.request import Request, urlopen

from lxml import etree

from .config import Hub, Provider, key_and_certificate

ISSUER = "przyklad.gov.pl"
NAME = "Przykładowy serwis"
_NAMES = {"md": "urn:oasis:names:tc:SAML:2.0:metadata", "ds": "http://www.w3.org/2000/09/xmldsig#"}


def make_provider(origin: str, folder: Path) -> Provider:
    """This provider, as browsers see it at ``origin``; its key lives in a folder."""
    key, certificate = key_and_certificate(folder, ISSUER)
    return Provider(ISSUER, NAME, f"{origin}/saml/acs", certificate, key)


def read_hub(bare: str, world: str) -> Hub:
    """The hub of a world, from its metadata: fetched by path, it names a back channel on the bare host."""
    with urlopen(f"{bare}/worlds/{world}/login/metadata", timeout=10) as answer:  # noqa: S310 - the mock's address is given
        metadata = etree.fromstring(answer.read())
    (hub,) = metadata.iterfind("md:IDPSSODescriptor", _NAMES)
    (certificate,) = hub.iterfind("md:KeyDescriptor//ds:X509Certificate", _NAMES)
    (resolution,) = hub.iterfind("md:ArtifactResolutionService", _NAMES)
    (sso,) = hub.iterfind("md:SingleSignOnService", _NAMES)
    return Hub(
        issuer=metadata.get("entityID") or "",
        certificate=f"-----BEGIN CERTIFICATE-----\n{certificate.text}\n-----END CERTIFICATE-----\n",
        sso_url=sso.get("Location") or "",
        artifact_url=resolution.get("Location") or "",
    )


def register(provider: Provider, bare: str, world: str) -> None:
    """Let the hub of a world know the provider."""
    body = {
        "issuer": provider.issuer,
        "name": provider.name,
        "acs_urls": [provider.acs_url],
        "certificate": provider.certificate,
    }
    headers = {"Content-Type": "application/json"}
    call = Request(f"{bare}/control/worlds/{world}/providers", json.dumps(body).encode(), headers)  # noqa: S310
    urlopen(call, timeout=10).close()  # noqa: S310
