"""Our own party of the race: a service provider that logs people in at the mock, over HTTP and without a browser."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from measure.bench.wire import UnexpectedAnswer, Wire
from mock_server.saml import HubDescription, PendingLogin, RequestOptions, ServiceProvider, make_key_pair
from mock_server.saml.keys import Certificate
from mock_server.saml.names import new_id
from mock_server.saml.post_binding import encode_for_post

_ARTIFACT = re.compile(rb'name="SAMLart" value="([^"]+)"')
_CERTIFICATE = re.compile(rb"<(?:\w+:)?X509Certificate>([^<]+)<")
_ISSUER = re.compile(rb'entityID="([^"]+)"')
_SSO = "/login/SingleSignOnService"
_RESOLVE = "/login-services/idpArtifactResolutionService"
_LOGOUT = "/login-services/singleLogoutService"
_ACS = "https://bench.example/acs"
PROVIDER = "bench.example"
KEYS = make_key_pair(PROVIDER, datetime.now(UTC))


class WrongPerson(AssertionError):
    """A login ended with somebody else."""


def make_world(wire: Wire, name: str) -> str:
    """Make a world, register our provider there, make one person; returns the hub's origin."""
    seen = json.loads(wire.steer("PUT", f"/worlds/{name}").expect(200).body)
    entry = {"issuer": PROVIDER, "name": "Bench", "acs_urls": [_ACS], "certificate": KEYS.certificate.pem}
    wire.steer("POST", f"/worlds/{name}/providers", json.dumps(entry)).expect(200)
    origin: str = seen["sites"]["login"].rstrip("/")
    return origin


def make_person(wire: Wire, world: str, seed: int) -> str:
    """Make a person who has nothing but a name; returns the PESEL."""
    body = json.dumps({"seed": seed, "holdings": []})
    pesel: str = json.loads(wire.steer("POST", f"/worlds/{world}/people", body).expect(200).body)["pesel"]
    return pesel


def hub_at(wire: Wire, origin: str) -> HubDescription:
    """What the provider knows of the hub, from its metadata."""
    metadata = wire.send("GET", "/metadata", host=urlsplit(origin).netloc).expect(200).body
    issuer, certificate = _ISSUER.search(metadata), _CERTIFICATE.search(metadata)
    if not issuer or not certificate:
        raise UnexpectedAnswer("the hub's metadata names no issuer or no certificate")
    known = (Certificate.from_base64(certificate[1].decode()),)
    return HubDescription(issuer[1].decode(), known, origin + _SSO, origin + _RESOLVE, origin + _LOGOUT)


@dataclass(frozen=True)
class OurParty:
    """A person who logs in at a provider of ours, silently, as often as wanted."""

    wire: Wire
    origin: str
    pesel: str

    def log_in(self, provider: ServiceProvider) -> None:
        """AuthnRequest → silent login → artifact → resolve → verified and decrypted assertion of the right person.

        Raises:
            WrongPerson: the assertion is somebody else's.
        """
        host, now = urlsplit(self.origin).netloc, datetime.now(UTC)
        pending = PendingLogin(new_id(), RequestOptions().minimum_level)
        request = provider.build_authn_request(RequestOptions(), request_id=pending.request_id, now=now)
        fields = {"SAMLRequest": encode_for_post(request), "RelayState": "r"}
        page = self.wire.post_form(f"{_SSO}?login_as={self.pesel}", fields, host=host).expect(200)
        artifact = _ARTIFACT.search(page.body)
        if artifact is None:
            raise UnexpectedAnswer(f"no artifact in {page.body[:500]!r}")
        resolve_id = new_id()
        soap = provider.build_artifact_resolve(artifact[1].decode(), resolve_id=resolve_id, now=now)
        answer = self.wire.send("POST", _RESOLVE, soap, host=host, content_type="text/xml").expect(200)
        assertion = provider.read_artifact_response(
            answer.body, pending, resolve_id=resolve_id, now=datetime.now(UTC), seen_before=lambda _: False
        )
        if assertion.subject.pesel != self.pesel:
            raise WrongPerson(f"expected {self.pesel}, got {assertion.subject.pesel}")


def provider_of(hub: HubDescription) -> ServiceProvider:
    """The provider's SAML side."""
    return ServiceProvider(PROVIDER, "Bench", _ACS, "https://bench.example/logout", KEYS, hub)
