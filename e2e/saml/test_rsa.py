"""A provider may sign with RSA-SHA256, as real clients do; what it is told is encrypted to its key on P-256."""

import pytest

from e2e.saml.asking import expect_refused, expect_taken
from e2e.saml.logins import ID, log_in, pesel_told
from fixtures.people import Person
from fixtures.provider import Provider, rsa_keys_of
from fixtures.world import WorldControl


@pytest.fixture
def signer(provider: Provider, world: WorldControl) -> Provider:
    """The provider with a new key to sign with, and its old one to decrypt."""
    saml = provider.saml
    signer = provider.but(keys=rsa_keys_of(saml.issuer), decryption_keys=saml.keys)
    encrypts = {"encryption_certificate": saml.keys.certificate.pem, "logout_url": saml.logout_url}
    world.register_provider(saml.issuer, saml.name, saml.acs_url, signer.saml.keys.certificate.pem, **encrypts)
    return signer


@pytest.mark.behaviour("saml.signature", "saml.told")
def test_a_login_is_asked_for_told_and_ended_by_rsa(signer: Provider, world: WorldControl, person: Person) -> None:
    assertion = signer.resolve(log_in(world, signer, person, ID), ID)
    assert assertion.subject.pesel == person.pesel
    assert signer.log_out(assertion.name_id, assertion.session_index).status_code == 200
    assert [thing.site for thing in world.open_things() if str(thing.kind) == "session"] == []


@pytest.mark.behaviour("saml.signature")
def test_another_rsa_key_and_the_one_that_decrypts_sign_nothing(
    signer: Provider, provider: Provider, world: WorldControl, person: Person
) -> None:
    for keys in (rsa_keys_of("somebody else"), provider.saml.keys):
        expect_refused(signer.send(signer.but(keys=keys).ask()), "certificate_foreign")
    artifact = log_in(world, signer, person, ID)
    assert pesel_told(signer.but(keys=rsa_keys_of("somebody else")), artifact, ID) is None
    assert pesel_told(signer, artifact, ID) == person.pesel


@pytest.mark.behaviour("saml.signature")
def test_an_altered_request_is_refused_under_rsa(signer: Provider) -> None:
    asked = signer.ask()
    altered = asked.replace(b'ForceAuthn="true"', b'ForceAuthn="false"')
    assert altered != asked
    assert signer.send(altered).status_code == 400
    expect_taken(signer.send(asked))
