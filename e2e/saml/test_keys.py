"""Keys that roll: who reads the hub's metadata meanwhile goes on believing it, and no provider's logout is lost."""

from dataclasses import replace
from uuid import uuid4

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from lxml import etree

from e2e.saml.logins import log_in, pesel_told
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.provider import Certificate, Provider, keys_of
from fixtures.world import WorldControl

pytestmark = [
    pytest.mark.behaviour("saml.metadata"),
    pytest.mark.unwatched("messages", reason="keys that roll are its subject"),
]

_EC, _RSA = 256, 2048
ANNOUNCED = {"old": [_EC], "both": [_EC, _EC], "new": [_EC], "rsa": [_EC, _RSA]}
"""Bits of the keys whose certificates the metadata name at each stage."""


def announced_by(world: WorldControl, by_hand: ByHand) -> tuple[Certificate, ...]:
    """The certificates with which the hub says that it may sign."""
    metadata = etree.fromstring(by_hand.send(by_hand.write("GET", world.url("login", "/metadata"))).content)
    named = metadata.iterfind(".//{*}KeyDescriptor[@use='signing']//{*}X509Certificate")
    return tuple(Certificate.from_base64(certificate.text or "") for certificate in named)


def bits_of(certificate: Certificate) -> int:
    """How long its key is."""
    key = x509.load_pem_x509_certificate(certificate.pem.encode()).public_key()
    assert isinstance(key, RSAPublicKey | EllipticCurvePublicKey)
    return key.key_size


def trusting(provider: Provider, certificates: tuple[Certificate, ...]) -> Provider:
    """The same provider, which believes these alone."""
    return provider.but(hub=replace(provider.saml.hub, certificates=certificates))


def login_told(world: WorldControl, provider: Provider, person: Person) -> str | None:
    """Who logs in, as the provider is told; None where it cannot believe the answer."""
    request = f"ID-{uuid4()}"
    return pesel_told(provider, log_in(world, provider, person, request), request)


@pytest.mark.parametrize("stage", ANNOUNCED)
def test_metadata_name_every_certificate_that_counts_and_no_other(
    world: WorldControl, by_hand: ByHand, provider: Provider, person: Person, stage: str
) -> None:
    world.change_hub(keys=stage)
    announced = announced_by(world, by_hand)
    assert len({certificate.pem for certificate in announced}) == len(announced)
    assert [bits_of(certificate) for certificate in announced] == ANNOUNCED[stage]
    believing = trusting(provider, announced)
    assert login_told(world, believing, person) == person.pesel


def test_who_read_the_metadata_before_the_roll_is_told_who_logs_in_after_it(
    world: WorldControl, by_hand: ByHand, provider: Provider, person: Person
) -> None:
    before = announced_by(world, by_hand)
    world.change_hub(keys="both")
    meanwhile = announced_by(world, by_hand)
    world.change_hub(keys="new")
    after = announced_by(world, by_hand)
    assert set(meanwhile) == {*before, *after}
    for trusted, told in ((before, None), (meanwhile, person.pesel), (after, person.pesel)):
        believing = trusting(provider, trusted)
        assert login_told(world, believing, person) == told


def test_a_provider_that_rolls_its_keys_logs_out_who_logged_in_before(
    world: WorldControl, provider: Provider, person: Person
) -> None:
    request = f"ID-{uuid4()}"
    login = provider.resolve(log_in(world, provider, person, request), request)
    saml, new = provider.saml, keys_of("the provider's new keys")
    world.register_provider(saml.issuer, saml.name, saml.acs_url, new.certificate.pem)
    assert b"status:Success" in provider.but(keys=new).log_out(login.name_id, login.session_index).content
