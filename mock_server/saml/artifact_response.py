"""ArtifactResponse and the Response inside it, both signed (saml-core 3.5.2, saml-profiles 4.1.4.2)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from ..kernel.rules import seam
from .assertion_check import Expectation, read_assertion, require_of_now
from .encryption import decrypt, encrypted_data
from .errors import SamlRefused, quoted
from .keys import Certificate, KeyPair
from .message import Header, new_message, read_header, require_in_response_to, require_issuer
from .model import Assertion, AuthnRequest, Status
from .signing import sign
from .soap import new_body, open_envelope
from .status import add_status, require_success
from .xml import Element, add, child, optional_child, serialize


@dataclass(frozen=True)
class Answer:
    """The Response to put inside; an `assertion` (XML, to be encrypted) belongs to a success only."""

    header: Header
    request: AuthnRequest
    assertion: bytes | None
    content_key_bytes: int


def build_artifact_response(
    header: Header, resolve_id: str, status: Status, answer: Answer | None, keys: KeyPair
) -> bytes:
    """A signed ArtifactResponse in its envelope.

    The status stands on both levels, as was seen of the real hub. Neither level names a Destination, as there.

    Args:
        header: of the ArtifactResponse.
        resolve_id: the ArtifactResolve it answers.
        status: the outcome.
        answer: the Response inside, or None when the artifact stands for nothing.
        keys: the hub's.
    """
    message = new_message(new_body(), "saml2p:ArtifactResponse", header, resolve_id)
    add_status(message, status)
    if answer:
        _add_response(message, answer, status, keys)
    sign_artifact_response(message, keys)
    return write_answer(message)


@seam
def sign_artifact_response(message: Element, keys: KeyPair) -> None:
    """Sign the message around the Response, which is complete by then."""
    sign(message, keys)


@seam
def write_answer(message: Element) -> bytes:
    """The envelope of a finished ArtifactResponse, as it goes over the wire."""
    return serialize(message)


def _add_response(parent: Element, answer: Answer, status: Status, keys: KeyPair) -> None:
    """Append the signed Response."""
    request = answer.request
    response = new_message(parent, "saml2p:Response", answer.header, request.id)
    add_status(response, status)
    if answer.assertion:
        recipient, parties = request.provider.encryption_target(), (answer.header.issuer, request.issuer)
        encrypted = encrypted_data(answer.assertion, recipient, parties, answer.content_key_bytes)
        add(response, "saml2:EncryptedAssertion").append(encrypted)
    sign_response(response, keys)


@seam
def sign_response(response: Element, keys: KeyPair) -> None:
    """Sign the Response, which is complete by then."""
    sign(response, keys)


@dataclass(frozen=True)
class Reader:
    """What a provider needs to open an ArtifactResponse.

    Attributes:
        hub_certificates: those registered for the hub.
        destinations: our own addresses, one of which a Destination must name if there is one.
        decryption_key: the provider's P-256 private key.
        on_decrypted: shown the assertion in clear, once the signatures around it have been verified.
    """

    hub_certificates: tuple[Certificate, ...]
    destinations: Collection[str]
    decryption_key: EllipticCurvePrivateKey
    on_decrypted: Callable[[bytes], None] = lambda _: None


def read_artifact_response(soap: bytes, resolve_id: str, reader: Reader, expected: Expectation) -> Assertion:
    """Check an ArtifactResponse, the Response inside it and its assertion.

    Raises:
        StatusNotSuccess: the hub did not log the person in.
        SamlRefused: naming the first thing that did not match.
    """
    message = open_envelope(soap, "saml2p:ArtifactResponse")
    _check_envelope(message, resolve_id, reader, expected)
    status = require_success(message)
    response = optional_child(message, "saml2p:Response")
    if response is None:
        raise SamlRefused("response_missing", f"the artifact stands for nothing; the hub says {quoted(status.message)}")
    _check_envelope(response, expected.request_id, reader, expected)
    require_success(response)
    encrypted = child(response, "saml2:EncryptedAssertion", "xenc:EncryptedData")
    parties = (expected.hub_issuer, expected.audience)
    assertion = decrypt(encrypted, reader.decryption_key, parties)
    reader.on_decrypted(assertion)
    return read_assertion(assertion, expected)


def _check_envelope(message: Element, in_response_to: str, reader: Reader, expected: Expectation) -> None:
    """Check what both levels have: issuer, signature, destination, instant and what they answer."""
    require_issuer(message, expected.hub_issuer)
    header = read_header(message, reader.hub_certificates, reader.destinations)
    require_of_now(header.issue_instant, expected)
    require_in_response_to(message, in_response_to)
