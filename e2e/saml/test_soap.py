"""The back channel: what is wrong with a message is told in a fault, what is wrong with an artifact in an answer."""

from base64 import b64decode, b64encode
from collections.abc import Callable

import httpx
import pytest
from lxml import etree

from e2e.saml.logins import ID, log_in, pesel_told
from fixtures.people import Person
from fixtures.provider import Provider, keys_of
from fixtures.world import WorldControl

SOAP_11, SOAP_12 = b"http://schemas.xmlsoap.org/soap/envelope/", b"http://www.w3.org/2003/05/soap-envelope"
SERVICES = ("artifact_url", "logout_url")


def message(provider: Provider, service: str) -> bytes:
    """A true message to one of the two services."""
    if service == "artifact_url":
        return provider.asking_for("AAQ=", ID)
    return provider.saml.build_logout_request("nobody", None, request_id=ID, now=provider.now)


def and_more(soap: bytes) -> bytes:
    """An envelope with something beside its message."""
    envelope = etree.fromstring(soap)
    body = envelope.find("{*}Body")
    assert body is not None
    etree.SubElement(body, "more")
    return etree.tostring(envelope)


def bare(soap: bytes) -> bytes:
    """The message without its envelope."""
    body = etree.fromstring(soap).find("{*}Body")
    assert body is not None
    return etree.tostring(body[0])


def emptied(soap: bytes) -> bytes:
    """The envelope without a message."""
    envelope = etree.fromstring(soap)
    body = envelope.find("{*}Body")
    assert body is not None
    body.clear()
    return etree.tostring(envelope)


def unsigned(soap: bytes) -> bytes:
    """The message without its signature."""
    envelope = etree.fromstring(soap)
    for signature in envelope.iter("{*}Signature"):
        parent = signature.getparent()
        assert parent is not None
        parent.remove(signature)
        break
    return etree.tostring(envelope)


WRONG: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "nothing": (lambda _: b"", "Client", "malformed"),
    "no-xml": (lambda _: b"SAMLart=AAQ", "Client", "malformed"),
    "no-envelope": (bare, "Client", "malformed"),
    "no-message": (emptied, "Client", "malformed"),
    "message-and-more": (and_more, "Client", "malformed"),
    "soap-1.2": (lambda soap: soap.replace(SOAP_11, SOAP_12), "VersionMismatch", "soap_version"),
    "unsigned": (unsigned, "Client", "unsigned"),
    "document-type": (lambda soap: b"<!DOCTYPE a>" + soap, "Client", "document_type"),
}
"""What is done to a true message, and the fault that it gets: its code, and the reason in its text."""


def expect_fault(answer: httpx.Response, code: str, reason: str) -> None:
    """The answer is a SOAP fault (SOAP 1.1, 4.4)."""
    fault = etree.fromstring(answer.content).find("{*}Body/{*}Fault")
    assert fault is not None, answer.text
    assert (answer.status_code, fault.findtext("faultcode")) == (400, f"soap:{code}")
    assert str(fault.findtext("faultstring")).startswith(f"{reason}: ")


@pytest.mark.behaviour("saml.xml", "saml.signature")
@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("wrong", WRONG)
def test_a_message_that_is_wrong_gets_a_fault_that_says_why(provider: Provider, service: str, wrong: str) -> None:
    change, code, reason = WRONG[wrong]
    answer = provider.post_soap(getattr(provider.saml.hub, service), change(message(provider, service)))
    expect_fault(answer, code, reason)


@pytest.mark.behaviour("saml.signature")
@pytest.mark.parametrize("service", SERVICES)
def test_a_message_to_the_other_service_or_by_a_foreign_key_gets_a_fault(provider: Provider, service: str) -> None:
    (other,) = set(SERVICES) - {service}
    address, thief = getattr(provider.saml.hub, service), provider.but(keys=keys_of("somebody else"))
    expect_fault(provider.post_soap(address, message(provider, other)), "Client", "malformed")
    expect_fault(provider.post_soap(address, message(thief, service)), "Client", "certificate_foreign")


def changed(artifact: str, place: int, byte: int) -> str:
    """An artifact with another byte at a place."""
    raw = bytearray(b64decode(artifact))
    raw[place] = byte
    return b64encode(raw).decode()


FOREIGN: dict[str, tuple[Callable[[str], str], str]] = {
    "no-base64": (lambda _: "no artifact!", "artifact_malformed"),
    "too-short": (lambda artifact: b64encode(b64decode(artifact)[:-1]).decode(), "artifact_malformed"),
    "too-long": (lambda artifact: b64encode(b64decode(artifact) + b"x").decode(), "artifact_malformed"),
    "another-type": (lambda artifact: changed(artifact, 1, 5), "artifact_malformed"),
    "another-hub": (lambda artifact: changed(artifact, 4, b64decode(artifact)[4] ^ 1), "artifact_foreign"),
    "another-handle": (lambda artifact: changed(artifact, 43, b64decode(artifact)[43] ^ 1), "artifact_unknown"),
}
"""What is done to an artifact (saml-bindings 3.6.4), and the reason why it says nothing."""


@pytest.mark.behaviour("saml.replay")
@pytest.mark.parametrize("wrong", FOREIGN)
def test_an_artifact_that_is_none_of_the_hub_says_nothing_and_costs_the_true_one_nothing(
    provider: Provider, world: WorldControl, person: Person, wrong: str
) -> None:
    change, reason = FOREIGN[wrong]
    artifact = log_in(world, provider, person, ID)
    answer = provider.exchange(change(artifact), ID)
    assert reason.encode() in answer
    assert b"EncryptedAssertion" not in answer
    assert pesel_told(provider, artifact, ID) == person.pesel
