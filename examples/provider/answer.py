"""What the hub answers about an artifact: verified on both levels, then decrypted, then checked to the last detail."""

from datetime import datetime

from .asked import Asked
from .assertion import Login, read_assertion
from .config import Hub, Provider
from .decryption import decrypt
from .documents import Element, equal, failing_closed, one
from .received import message_in, received

SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"


@failing_closed()
def read_answer(soap: bytes, resolve_id: str, asked: Asked, provider: Provider, hub: Hub, now: datetime) -> Login:
    """The login that the hub vouches for.

    Raises:
        Refused: anything at all is not as it must be.
    """
    answer = received(message_in(soap, "saml2p:ArtifactResponse"), hub, provider.acs_url, asked.at, now)
    require_success(answer, resolve_id)
    response = received(one(answer, "saml2p:Response"), hub, provider.acs_url, asked.at, now)
    require_success(response, asked.request_id)
    # Not before both signatures were verified: who decrypts first tells anybody what opens and what does not.
    xml = decrypt(one(response, "saml2:EncryptedAssertion"), provider.key, (hub.issuer, provider.issuer))
    return read_assertion(xml, asked, provider, hub, now)


def require_success(message: Element, request_id: str) -> None:
    """Refuse what answers another question than ours, or answers it with no."""
    equal("InResponseTo", message.get("InResponseTo"), request_id)
    equal("the status", one(one(message, "saml2p:Status"), "saml2p:StatusCode").get("Value"), SUCCESS)
