"""What stands around an assertion, as the example reads it: two messages, each signed, each to its own question."""

import pytest

from examples.provider.answer import read_answer
from examples.provider.artifact import require_artifact_of
from examples.provider.assertion import Login
from examples.provider.documents import Refused
from mock_server.saml.artifact import new_artifact
from mock_server.saml.encryption import encrypted_data
from mock_server.saml.keys import Certificate
from mock_server.saml.message import Header, new_message
from mock_server.saml.model import Status
from mock_server.saml.names import AUTHN_FAILED
from mock_server.saml.signing import sign
from mock_server.saml.soap import new_body
from mock_server.saml.status import add_status
from mock_server.saml.xml import add, serialize
from tests.examples.parties import ASKED, GOOD, HUB, ISSUER, NOW, hub, hub_keys, provider

SUCCEEDED, FAILED = Status(), Status((AUTHN_FAILED,))
Parties = tuple[str, str]


def answer(
    *,
    resolve: str = "ID-resolve",
    request: str = "ID-request",
    outer: Status = SUCCEEDED,
    inner: Status = SUCCEEDED,
    parties: Parties = (HUB, ISSUER),
    unsigned: bool = False,
) -> bytes:
    """The hub's answer with one thing in it chosen."""
    message = new_message(new_body(), "saml2p:ArtifactResponse", Header("ID-a", HUB, NOW), resolve)
    add_status(message, outer)
    response = new_message(message, "saml2p:Response", Header("ID-r", HUB, NOW), request)
    add_status(response, inner)
    to = Certificate.from_pem(provider().certificate)
    add(response, "saml2:EncryptedAssertion").append(encrypted_data(GOOD.encode(), to, parties, 32))
    if not unsigned:
        sign(response, hub_keys())
    sign(message, hub_keys())
    return serialize(message)


def read(soap: bytes) -> Login:
    return read_answer(soap, "ID-resolve", ASKED, provider(), hub(), NOW)


def test_the_person_is_let_in() -> None:
    assert read(answer()).person.pesel == "44051401359"


@pytest.mark.parametrize(
    "soap",
    [
        answer(resolve="ID-other"),
        answer(request="ID-other"),
        answer(outer=FAILED),
        answer(inner=FAILED),
        answer(parties=("inny.login.gov.pl", ISSUER)),
        answer(parties=(HUB, "inny.gov.pl")),
        answer(unsigned=True),
    ],
    ids=["resolve", "request", "outer-status", "inner-status", "other-hub", "other-provider", "unsigned"],
)
def test_nobody_is_let_in(soap: bytes) -> None:
    with pytest.raises(Refused):
        read(soap)


def test_an_artifact_is_of_this_hub() -> None:
    require_artifact_of(hub(), new_artifact(HUB))
    for other in (new_artifact("inny.login.gov.pl"), new_artifact(HUB)[:-4], "", "A" * 60, "<x/>"):
        with pytest.raises(Refused):
            require_artifact_of(hub(), other)
