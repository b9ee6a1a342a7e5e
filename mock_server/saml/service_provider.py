"""What a service provider of login.gov.pl does with SAML, as one object a site calls."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from . import artifact_resolve, artifact_response, authn_request, logout, metadata, rules
from .artifact import require_artifact_of
from .artifact_response import Reader
from .assertion_check import Expectation
from .authn_request import RequestOptions
from .errors import SamlRefused, fails_closed, quoted
from .freshness import Freshness
from .keys import Certificate, KeyPair
from .levels import Level
from .message import Header, require_issuer
from .model import Assertion, LogoutRequest, Provider, Status
from .names import new_id

SKEW = timedelta(seconds=60)


@dataclass(frozen=True)
class HubDescription:
    """What a provider knows of the hub: its issuer, certificates and three addresses."""

    issuer: str
    certificates: tuple[Certificate, ...]
    sso_url: str
    artifact_url: str
    logout_url: str


@dataclass(frozen=True)
class PendingLogin:
    """What a provider remembers with the browser's session between asking and being answered.

    Attributes:
        request_id: the AuthnRequest.
        minimum_level: what was asked for.
        asked_at: when it asked for a new login (ForceAuthn), or None where an older one may answer.
    """

    request_id: str
    minimum_level: Level
    asked_at: datetime | None = None


@dataclass(frozen=True)
class ServiceProvider:
    """A service provider's side of the profile. It keeps no state: the caller remembers IDs and assertions.

    Attributes:
        issuer: its entity ID.
        name: shown to the person by the hub (ProviderName).
        acs_url: where artifacts arrive.
        logout_url: where the hub's LogoutRequests arrive.
        keys: signing key, P-256 or RSA.
        hub: whom it trusts.
        decryption_keys: P-256 key to decrypt with; `keys` by default.
        skew: how far its clock and the hub's may be apart.
        new_message_id: gives a fresh message ID.
    """

    issuer: str
    name: str
    acs_url: str
    logout_url: str
    keys: KeyPair
    hub: HubDescription
    decryption_keys: KeyPair | None = None
    skew: timedelta = SKEW
    new_message_id: Callable[[], str] = new_id

    @property
    def freshness(self) -> Freshness:
        """How old a request of the hub may be."""
        return Freshness(skew=self.skew)

    def build_authn_request(self, options: RequestOptions, *, request_id: str, now: datetime) -> bytes:
        """A signed AuthnRequest under our name; post it to the hub's `sso_url` with `encode_for_post`.

        Keep a `PendingLogin` with the browser's session: the answer must be to it.
        """
        header = Header(request_id, self.issuer, now)
        named = replace(options, provider_name=self.name)
        return authn_request.build_authn_request(header, self.hub.sso_url, self.acs_url, named, self.keys)

    @fails_closed
    def build_artifact_resolve(self, artifact: str, *, resolve_id: str, now: datetime) -> bytes:
        """A signed ArtifactResolve, to be sent to the hub's `artifact_url`; keep `resolve_id` until its answer.

        Raises:
            SamlRefused: ``artifact_malformed`` or ``artifact_foreign``, there is nothing to ask.
        """
        require_artifact_of(self.hub.issuer, artifact)
        header = Header(resolve_id, self.issuer, now)
        return artifact_resolve.build_artifact_resolve(header, artifact, self.hub.artifact_url, self.keys)

    @fails_closed
    def read_artifact_response(
        self,
        soap: bytes,
        login: PendingLogin,
        *,
        resolve_id: str,
        now: datetime,
        seen_before: Callable[[str], bool],
        on_decrypted: Callable[[bytes], None] = lambda _: None,
    ) -> Assertion:
        """Check the answer to an ArtifactResolve, to the last detail.

        Args:
            soap: the answer.
            login: what this browser's session asked for.
            resolve_id: the ArtifactResolve.
            now: the world's time.
            seen_before: whether an assertion with this ID has opened a session before.
            on_decrypted: shown the assertion in clear, before it is checked.

        Raises:
            StatusNotSuccess: the hub did not log the person in; show an error page.
            SamlRefused: the answer must not be believed; answer 4xx and open no session.
        """
        expected = Expectation(
            self.hub.issuer,
            self.issuer,
            self.acs_url,
            login.request_id,
            login.asked_at,
            login.minimum_level,
            now,
            self.skew,
        )
        reader = Reader(self.hub.certificates, (self.acs_url,), self._decryption_key(), on_decrypted)
        assertion = artifact_response.read_artifact_response(soap, resolve_id, reader, expected)
        if not rules.assertion_not_replayed(seen_before(assertion.id)):
            raise SamlRefused("replayed", f"expected a new assertion, got {quoted(assertion.id)} again")
        return assertion

    def build_logout_request(self, name_id: str, session_index: str | None, *, request_id: str, now: datetime) -> bytes:
        """A signed LogoutRequest for one session, to be sent to the hub's `logout_url`."""
        header = Header(request_id, self.issuer, now)
        return logout.build_logout_request(header, name_id, session_index, self.hub.logout_url, self.keys)

    @fails_closed
    def read_logout_response(self, soap: bytes, *, request_id: str) -> None:
        """Check that the hub confirms our LogoutRequest.

        Raises:
            StatusNotSuccess: it did not end the session.
            SamlRefused: the answer must not be believed.
        """
        logout.read_logout_response(soap, request_id, self.hub.issuer, self.hub.certificates, (self.logout_url,))

    @fails_closed
    def read_logout_request(self, soap: bytes, *, now: datetime, seen_before: Callable[[str], bool]) -> LogoutRequest:
        """Check a LogoutRequest the hub sends.

        Raises:
            SamlRefused: end no session.
        """
        message = logout.open_logout_request(soap)
        require_issuer(message, self.hub.issuer)
        policy = logout.LogoutPolicy(self.hub.certificates, (self.logout_url,), self.freshness)
        return logout.read_logout_request(message, policy, now, seen_before)

    def build_logout_response(self, request: LogoutRequest, *, now: datetime, status: Status | None = None) -> bytes:
        """Answer the hub's LogoutRequest, by default with Success."""
        header = Header(self.new_message_id(), self.issuer, now)
        return logout.build_logout_response(header, request.id, status or Status(), self.keys)

    def as_provider(self) -> Provider:
        """What to register this provider as at the hub."""
        decryption = (self.decryption_keys or self.keys).certificate
        return Provider(self.issuer, self.name, (self.acs_url,), (self.keys.certificate,), decryption, self.logout_url)

    def metadata(self) -> bytes:
        """The signed metadata."""
        return metadata.build_provider_metadata(self.as_provider(), self.keys)

    def _decryption_key(self) -> EllipticCurvePrivateKey:
        """The P-256 private key."""
        private_key = (self.decryption_keys or self.keys).private_key
        if not isinstance(private_key, EllipticCurvePrivateKey):
            raise TypeError("a provider that signs with RSA needs P-256 decryption_keys")
        return private_key
