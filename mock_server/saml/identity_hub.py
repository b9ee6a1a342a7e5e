"""What login.gov.pl does with SAML, as one object a site calls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ..kernel.rules import seam
from . import artifact, artifact_resolve, artifact_response, authn_request_check, logout, metadata
from .artifact_resolve import ResolvePolicy
from .artifact_response import Answer
from .assertion import Identification, build_assertion, new_assertion_id
from .authn_request_check import RequestPolicy
from .destinations import HubDestinations
from .errors import fails_closed
from .freshness import Freshness
from .keys import Certificate, KeyPair
from .message import Header
from .model import ArtifactResolve, AuthnRequest, IssuedArtifact, LogoutRequest, Provider, Status
from .names import new_id
from .node_profiles import SYMULATOR, NodeProfile
from .senders import sender_of


def _same_time(_issuer: str) -> timedelta:
    """Every provider's clock agrees with the hub's."""
    return timedelta()


@dataclass(frozen=True)
class IdentityHub:
    """The identity hub's side of the profile. It keeps no state: make one per world, or per request.

    ``now`` is everywhere the hub's own time. What the hub measures by itself (the life of an artifact) counts in it;
    an instant in a message is in the time of the provider that wrote it or will read it, `clock_ahead` of the hub's.

    Attributes:
        issuer: the host name, such as ``symulator.login.gov.pl``.
        keys: with which it signs.
        announced: what its metadata names; by default the certificate of `keys` alone.
        sso_urls: accepted as Destination of an AuthnRequest; the first is published.
        artifact_urls: accepted as Destination of an ArtifactResolve, if it has one.
        logout_urls: accepted as Destination of a LogoutRequest, if it has one.
        node: which node's quirks to show.
        lenient: accept an unknown issuer with the certificate its message carries.
        freshness: how old a request may be.
        artifact_lifetime: how long an artifact may wait.
        clock_ahead: how far the clock of a provider, known by its issuer, is ahead of the hub's.
        new_message_id: gives a fresh message ID.
        new_assertion_id: gives a fresh assertion ID.
    """

    issuer: str
    keys: KeyPair
    sso_urls: tuple[str, ...]
    artifact_urls: tuple[str, ...]
    logout_urls: tuple[str, ...]
    announced: tuple[Certificate, ...] = ()
    node: NodeProfile = SYMULATOR
    lenient: bool = False
    freshness: Freshness = field(default_factory=Freshness)
    artifact_lifetime: timedelta = artifact.LIFETIME
    clock_ahead: Callable[[str], timedelta] = _same_time
    new_message_id: Callable[[], str] = new_id
    new_assertion_id: Callable[[], str] = new_assertion_id

    @fails_closed
    def read_authn_request(
        self,
        xml: bytes,
        providers: Mapping[str, Provider],
        *,
        now: datetime,
        seen_before: Callable[[str], bool] = lambda _: False,
    ) -> AuthnRequest:
        """Check an AuthnRequest from `decode_posted`.

        Args:
            xml: the message.
            providers: those registered, by issuer.
            now: the hub's time.
            seen_before: whether a request with this ID was accepted before; the default accepts any.

        Raises:
            SamlRefused: it must not be acted on.
        """
        policy = RequestPolicy(self._at(self.sso_urls), self.node, self.lenient, self.freshness)
        return authn_request_check.read_authn_request(xml, providers, policy, self._time_at(now), seen_before)

    def new_artifact(self) -> str:
        """A fresh artifact, for the form's ``SAMLart``; keep an `IssuedArtifact` of it."""
        return artifact.new_artifact(self.issuer)

    @fails_closed
    def read_artifact_resolve(
        self, soap: bytes, providers: Mapping[str, Provider], *, now: datetime
    ) -> ArtifactResolve:
        """Check an ArtifactResolve; then look its artifact up and ask `require_redeemable`.

        Raises:
            SamlRefused: answer it with `soap.build_fault`.
        """
        policy = ResolvePolicy(self.issuer, self._at(self.artifact_urls), self.lenient, self.freshness)
        return artifact_resolve.read_artifact_resolve(soap, providers, policy, self._time_at(now))

    @fails_closed
    def require_redeemable(self, issued: IssuedArtifact | None, resolve: ArtifactResolve, *, now: datetime) -> None:
        """Refuse to exchange an artifact that is unknown (None), another provider's, used or dead.

        Raises:
            SamlRefused: answer it with `build_empty_response`.
        """
        artifact.require_redeemable(issued, resolve, now, self.artifact_lifetime)

    def build_artifact_response(
        self,
        resolve: ArtifactResolve,
        request: AuthnRequest,
        identification: Identification,
        *,
        now: datetime,
    ) -> bytes:
        """Tell the provider who logged in; only the attributes it asked for. The assertion is valid for 50 minutes.

        Raises:
            SamlRefused: ``encryption_key_missing``.
        """
        assertion = self.build_assertion(self.new_assertion_id(), request, identification, now=now)
        return self.build_response_with(assertion, resolve, request, now=now)

    def build_assertion(
        self, assertion_id: str, request: AuthnRequest, identification: Identification, *, now: datetime
    ) -> bytes:
        """The assertion alone, in clear. Its fresh ID, from `new_assertion_id`, is the session index too."""
        there = self._time_at(now)(request.issuer)
        told = replace(identification, identified_at=identification.identified_at + (there - now))
        return build_assertion(assertion_id, self.issuer, request, told, there)

    def build_response_with(
        self, assertion: bytes, resolve: ArtifactResolve, request: AuthnRequest, *, now: datetime
    ) -> bytes:
        """Tell the provider what an assertion of `build_assertion` says, encrypted.

        Raises:
            SamlRefused: ``encryption_key_missing``.
        """
        return self._respond(resolve, request, Status(), assertion, now)

    def build_failure_response(
        self, resolve: ArtifactResolve, request: AuthnRequest, status: Status, *, now: datetime
    ) -> bytes:
        """Tell the provider that nobody logged in, on both levels and without an assertion."""
        return self._respond(resolve, request, status, None, now)

    def build_empty_response(self, resolve: ArtifactResolve, message: str, *, now: datetime) -> bytes:
        """Answer an artifact that stands for nothing (any more); `message` says why.

        It is a Success without a Response: saml-core 3.5.3 calls that an empty response, and wants it for an artifact
        that is not recognized, and for every request after the first, by whomever. What the real nodes do is open.
        """
        return artifact_response.build_artifact_response(
            self._header(now, resolve.issuer), resolve.id, Status(message=message), None, self.keys
        )

    @fails_closed
    def read_logout_request(
        self,
        soap: bytes,
        providers: Mapping[str, Provider],
        *,
        now: datetime,
        seen_before: Callable[[str], bool] = lambda _: False,
    ) -> LogoutRequest:
        """Check a provider's LogoutRequest.

        Raises:
            SamlRefused: end no session.
        """
        message = logout.open_logout_request(soap)
        provider = sender_of(message, providers, lenient=self.lenient)
        policy = logout.LogoutPolicy(provider.signing_certificates, self._at(self.logout_urls), self.freshness)
        return logout.read_logout_request(message, policy, self._time_at(now)(provider.issuer), seen_before)

    @seam
    def build_logout_response(self, request: LogoutRequest, *, now: datetime, status: Status | None = None) -> bytes:
        """Answer a LogoutRequest, by default with Success."""
        header = self._header(now, request.issuer)
        return logout.build_logout_response(header, request.id, status or Status(), self.keys)

    @seam
    def build_logout_request(
        self, destination: str, name_id: str, session_index: str | None, *, to: str, request_id: str, now: datetime
    ) -> bytes:
        """Ask the provider of the issuer `to` to end a session."""
        header = Header(request_id, self.issuer, self._time_at(now)(to))
        return logout.build_logout_request(header, name_id, session_index, destination, self.keys)

    @fails_closed
    def read_logout_response(self, soap: bytes, provider: Provider, *, request_id: str) -> None:
        """Check that a provider confirms our LogoutRequest.

        Raises:
            StatusNotSuccess: it did not end the session.
            SamlRefused: the answer must not be believed.
        """
        ours = self._at(self.logout_urls)
        logout.read_logout_response(soap, request_id, provider.issuer, provider.signing_certificates, ours)

    def metadata(self) -> bytes:
        """The signed metadata."""
        sso_url, artifact_url, logout_url = self.sso_urls[0], self.artifact_urls[0], self.logout_urls[0]
        urls = sso_url, artifact_url, logout_url
        announced = self.announced or (self.keys.certificate,)
        return metadata.build_hub_metadata(self.issuer, *urls, self.keys, announced)

    def _at(self, urls: tuple[str, ...]) -> HubDestinations:
        """What is accepted as Destination at a service."""
        return HubDestinations(urls, self.issuer)

    def _time_at(self, now: datetime) -> Callable[[str], datetime]:
        """What the clock of a provider shows at this time of the hub's."""
        return lambda issuer: now + self.clock_ahead(issuer)

    def _header(self, now: datetime, reader: str) -> Header:
        """The header of a message of ours, in the time of the provider that will read it."""
        return Header(self.new_message_id(), self.issuer, self._time_at(now)(reader))

    def _respond(
        self, resolve: ArtifactResolve, request: AuthnRequest, status: Status, assertion: bytes | None, now: datetime
    ) -> bytes:
        """An ArtifactResponse with a Response inside."""
        answer = Answer(self._header(now, request.issuer), request, assertion, self.node.content_key_bytes)
        header = self._header(now, resolve.issuer)
        return artifact_response.build_artifact_response(header, resolve.id, status, answer, self.keys)
