"""How the provider and the mock come to know each other; in life people exchange forms and certificates."""

import json
from pathlib import Path
from urllib.request import Request, urlopen

from .config import Hub, Provider, key_and_certificate
from .documents import NAMES, one, parse, text_of

ISSUER = "przyklad.gov.pl"
NAME = "Przykładowy serwis"


def make_provider(origin: str, folder: Path) -> Provider:
    """This provider, as browsers see it at ``origin``; its key lives in a folder."""
    key, certificate = key_and_certificate(folder, ISSUER)
    return Provider(ISSUER, NAME, f"{origin}/saml/acs", f"{origin}/saml/logout", certificate, key)


def read_hub(bare: str, world: str) -> Hub:
    """The hub of a world, from its metadata: fetched by path, it names a back channel on the bare host."""
    with urlopen(f"{bare}/worlds/{world}/login/metadata", timeout=10) as answer:  # noqa: S310 - the mock's address is given
        metadata = parse(answer.read())
    hub = one(metadata, "md:IDPSSODescriptor")
    return Hub(
        issuer=metadata.get("entityID") or "",
        certificates=tuple(
            f"-----BEGIN CERTIFICATE-----\n{text_of(one(key, './/ds:X509Certificate'))}\n-----END CERTIFICATE-----\n"
            for key in hub.iterfind("md:KeyDescriptor", NAMES)
            if key.get("use", "signing") == "signing"
        ),
        sso_url=one(hub, "md:SingleSignOnService").get("Location") or "",
        artifact_url=one(hub, "md:ArtifactResolutionService").get("Location") or "",
        logout_url=one(hub, "md:SingleLogoutService").get("Location") or "",
    )


def register(provider: Provider, bare: str, world: str) -> None:
    """Let the hub of a world know the provider."""
    body = {
        "issuer": provider.issuer,
        "name": provider.name,
        "acs_urls": [provider.acs_url],
        "logout_url": provider.logout_url,
        "certificate": provider.certificate,
    }
    headers = {"Content-Type": "application/json"}
    call = Request(f"{bare}/control/worlds/{world}/providers", json.dumps(body).encode(), headers)  # noqa: S310
    urlopen(call, timeout=10).close()  # noqa: S310
