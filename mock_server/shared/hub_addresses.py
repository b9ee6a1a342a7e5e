"""Where a service provider reaches the hub of a world."""

from dataclasses import dataclass

from .federation import ARTIFACT_PATH, LOGOUT_PATH, METADATA_PATH, SSO_PATH


@dataclass(frozen=True)
class HubAddresses:
    """What a service provider is told of the hub.

    Attributes:
        sso_url: where a browser takes the AuthnRequest; a name that only browsers resolve.
        artifact_url: where the provider's server sends its ArtifactResolve, and its LogoutRequest to `logout_url`.
        metadata_url: where the server finds all of them, with the hub's issuer and certificate.
    """

    sso_url: str
    artifact_url: str
    logout_url: str
    metadata_url: str

    @classmethod
    def of(cls, for_browsers: str, for_servers: str) -> "HubAddresses":
        """Those of the hub whose site is at these two addresses."""
        return cls(
            for_browsers + SSO_PATH,
            for_servers + ARTIFACT_PATH,
            for_servers + LOGOUT_PATH,
            for_servers + METADATA_PATH,
        )
