"""Service providers as somebody writes them down: what is kept of them, and what is told of those that cannot be."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from mock_server.saml import KeyPair, Level, Provider, make_key_pair
from mock_server.saml.keys import certify
from mock_server.saml.metadata import build_provider_metadata
from mock_server.shared.registration import (
    ProviderEntry,
    RegistrationInvalid,
    provider_from_metadata,
    read_providers_file,
)

NOW = datetime.now(UTC)
KEYS, DECRYPTION = make_key_pair("sp.example", NOW), make_key_pair("decryption", NOW)
ENTRY = {
    "issuer": "sp.example",
    "name": "Przychodnia",
    "acs_urls": ["https://sp.example/acs", "https://sp.example/acs2"],
    "certificate": KEYS.certificate.pem,
}
PLAIN = Provider(
    "sp.example", "Przychodnia", ("https://sp.example/acs", "https://sp.example/acs2"), (KEYS.certificate,)
)
FULL = Provider(
    PLAIN.issuer, PLAIN.name, PLAIN.acs_urls, (KEYS.certificate,), DECRYPTION.certificate, "https://sp.example/logout",
    Level.SUBSTANTIAL,
)  # fmt: skip
WISHES = {
    "encryption_certificate": DECRYPTION.certificate.pem,
    "logout_url": "https://sp.example/logout",
    "level": "substantial",
}
OURS = " is one of the mock's own service providers: register yours under another issuer"


@pytest.fixture(scope="module")
def rsa_keys() -> KeyPair:
    return certify(generate_private_key(65537, 2048), "rsa.example", NOW)


def entry(**changes: object) -> ProviderEntry:
    return ProviderEntry.model_validate(ENTRY | changes)


def refusal(of: ProviderEntry) -> str:
    with pytest.raises(RegistrationInvalid) as refused:
        of.provider()
    return str(refused.value)


def test_an_entry_becomes_a_provider() -> None:
    assert entry().provider() == PLAIN
    assert entry(**WISHES).provider() == FULL


@pytest.mark.parametrize(("written", "level"), [("low", Level.LOW), ("high", Level.HIGH)])
def test_an_entry_names_its_level(written: str, level: Level) -> None:
    assert entry(level=written).provider().minimum_level is level


@pytest.mark.parametrize("field", ["certificate", "encryption_certificate"])
def test_a_certificate_that_is_not_pem_is_told_with_whose_it_is(field: str) -> None:
    assert refusal(entry(**{field: "MII"})).startswith("sp.example: the certificate is not PEM: ")


def test_a_provider_that_signs_with_rsa_must_say_what_to_encrypt_to(rsa_keys: KeyPair) -> None:
    signing = rsa_keys.certificate.pem
    told = "sp.example has no P-256 certificate to encrypt to: register an encryption certificate"
    assert refusal(entry(certificate=signing)) == told
    assert entry(certificate=signing, **WISHES).provider().encryption_target() == DECRYPTION.certificate


def test_nothing_can_be_encrypted_to_an_rsa_key(rsa_keys: KeyPair) -> None:
    assert "no P-256 certificate" in refusal(entry(encryption_certificate=rsa_keys.certificate.pem))


def test_metadata_of_a_provider_that_nothing_can_be_encrypted_to_is_refused_at_once(rsa_keys: KeyPair) -> None:
    document = build_provider_metadata(PLAIN, KEYS).decode()
    with pytest.raises(RegistrationInvalid, match="no P-256 certificate"):
        provider_from_metadata(document.replace(KEYS.certificate.base64, rsa_keys.certificate.base64))


@pytest.mark.parametrize("issuer", ["ikp.pacjent.gov.pl", "mojeikp.pacjent.gov.pl"])
def test_nobody_takes_our_issuers(issuer: str) -> None:
    assert refusal(entry(issuer=issuer)) == f"{issuer}{OURS}"
    provider = Provider(issuer, "IKP", ("https://sp.example/acs",), (KEYS.certificate,))
    with pytest.raises(RegistrationInvalid) as refused:
        provider_from_metadata(build_provider_metadata(provider, KEYS))
    assert str(refused.value) == f"{issuer}{OURS}"


def test_metadata_that_cannot_be_read_is_told() -> None:
    with pytest.raises(RegistrationInvalid) as refused:
        provider_from_metadata(b"<a/>")
    assert str(refused.value) == "expected md:EntityDescriptor, got a"


@pytest.mark.parametrize(("suffix", "write"), [("yaml", yaml.safe_dump), ("json", json.dumps), ("txt", json.dumps)])
def test_a_file_lists_providers_by_issuer(tmp_path: Path, suffix: str, write: type) -> None:
    file = tmp_path / f"providers.{suffix}"
    file.write_text(str(write([ENTRY, ENTRY | WISHES | {"issuer": "ą.example", "name": "Łódź"}])), encoding="utf-8")
    read = read_providers_file(file)
    assert list(read) == ["sp.example", "ą.example"]
    assert read["sp.example"] == PLAIN
    assert (read["ą.example"].issuer, read["ą.example"].name) == ("ą.example", "Łódź")


def test_a_file_of_metadata_is_of_one_provider(tmp_path: Path) -> None:
    file = tmp_path / "provider.xml"
    file.write_bytes(build_provider_metadata(PLAIN, KEYS))
    read = read_providers_file(file)
    assert list(read) == ["sp.example"]
    assert (read["sp.example"].name, read["sp.example"].acs_urls) == (PLAIN.name, PLAIN.acs_urls)


def test_a_file_of_metadata_says_its_own_encoding(tmp_path: Path) -> None:
    file = tmp_path / "provider.xml"
    text = build_provider_metadata(replace(PLAIN, name="Łódź"), KEYS).decode()
    file.write_bytes(('<?xml version="1.0" encoding="windows-1250"?>' + text).encode("windows-1250"))
    assert read_providers_file(file)["sp.example"].name == "Łódź"


def told_of(tmp_path: Path, content: object) -> str:
    file = tmp_path / "providers.yaml"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    with pytest.raises(RegistrationInvalid) as refused:
        read_providers_file(file)
    return str(refused.value).replace(str(file), "FILE")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (1, "FILE: file: Input should be a valid list"),
        (
            [ENTRY, ENTRY | {"color": "red"}],
            "FILE: 1.color: there is no such field; known: issuer, name, acs_urls, certificate, encryption_certificate"
            ", level, logout_url",
        ),
        (
            [ENTRY | {"name": 1, "acs_urls": []}],
            "FILE: 0.name: Input should be a valid string; "
            "0.acs_urls: Tuple should have at least 1 item after validation, not 0",
        ),
        ([ENTRY | {"level": "none"}], "FILE: 0.level: Input should be 'low', 'substantial' or 'high'"),
        ([ENTRY | {"issuer": "ikp.pacjent.gov.pl"}], f"FILE: ikp.pacjent.gov.pl{OURS}"),
    ],
    ids=["number", "extra", "two faults", "level", "ours"],
)
def test_a_wrong_file_is_told_whole(tmp_path: Path, content: object, told: str) -> None:
    assert told_of(tmp_path, content) == told


def test_a_file_of_another_language_is_told(tmp_path: Path) -> None:
    assert told_of(tmp_path, "[").startswith("FILE is neither YAML nor JSON: while parsing a flow node")


def test_a_missing_file_is_told_whole(tmp_path: Path) -> None:
    with pytest.raises(RegistrationInvalid) as refused:
        read_providers_file(tmp_path / "nowhere.yaml")
    assert str(refused.value) == f"{tmp_path / 'nowhere.yaml'} cannot be read: No such file or directory"


WRITTEN = build_provider_metadata(PLAIN, KEYS).decode()


def told_of_metadata(old: str, new: str) -> str:
    assert old in WRITTEN
    with pytest.raises(RegistrationInvalid) as refused:
        provider_from_metadata(WRITTEN.replace(old, new))
    return str(refused.value)


@pytest.mark.parametrize("issuer", ["", " ", " sp.example", "sp.example ", "sp&#10;example", "s" * 1025])
def test_metadata_names_its_provider_as_an_entry_must(issuer: str) -> None:
    assert told_of_metadata('entityID="sp.example"', f'entityID="{issuer}"').startswith("entityID: ")


@pytest.mark.parametrize("name", ["Przy\nchodnia", "Przy\tchodnia", "P" * 1025])
def test_metadata_calls_its_provider_as_an_entry_must(name: str) -> None:
    assert told_of_metadata("Przychodnia", name).startswith("sp.example: OrganizationDisplayName: ")


@pytest.mark.parametrize("index", ["a", "-1", "70000", "", "1.0", "１"])
def test_an_index_of_metadata_is_a_number_of_16_bits(index: str) -> None:
    told = told_of_metadata('index="1"', f'index="{index}"')
    assert "index of AssertionConsumerService" in told
    assert "65535" in told


def test_an_index_is_the_number_that_it_says_however_it_is_written() -> None:
    provider = provider_from_metadata(WRITTEN.replace('index="1"', 'index=" 0005 "'))
    assert provider.acs_by_index["5"] == "https://sp.example/acs2"
    assert "index of its own" in told_of_metadata('index="1"', 'index="000"')


@pytest.mark.parametrize("marked", ["yes", "", "TRUE"])
def test_a_default_of_metadata_is_a_boolean(marked: str) -> None:
    assert "isDefault" in told_of_metadata('index="1"', f'index="1" isDefault="{marked}"')


def test_the_default_of_metadata_comes_first() -> None:
    document = WRITTEN.replace('index="1"', 'index="1" isDefault=" true "')
    assert provider_from_metadata(document).acs_urls[0] == "https://sp.example/acs2"
