"""The service providers of a world, and how its hub treats them, as the control API tells."""

from base64 import b64encode
from datetime import UTC, datetime

import pytest

from mock_server.saml import make_key_pair
from mock_server.saml.levels import Level
from mock_server.saml.metadata import build_provider_metadata
from mock_server.saml.model import Provider
from mock_server.saml.node_profiles import INTEGRATION, PRODUCTION, SYMULATOR, NodeProfile
from mock_server.shared.federation import Federation
from tests.control.steering import WORLD, Steering

KEYS = make_key_pair("sp.example", datetime.now(UTC))
ENTRY = {
    "issuer": "sp.example",
    "name": "Przychodnia",
    "acs_urls": ["https://sp.example/acs", "https://sp.example/acs2"],
    "certificate": KEYS.certificate.pem,
}
SEEN = {
    "issuer": "sp.example",
    "name": "Przychodnia",
    "acs_urls": ["https://sp.example/acs", "https://sp.example/acs2"],
    "certificate_fingerprint": KEYS.certificate.fingerprint,
    "encryption_certificate_fingerprint": KEYS.certificate.fingerprint,
    "logout_url": None,
}


def test_a_provider_is_registered_listed_and_forgotten(steering: Steering) -> None:
    assert steering.ask("POST", f"{WORLD}/providers", ENTRY).json() == SEEN
    assert steering.ask("GET", f"{WORLD}/providers").json() == [SEEN]
    assert steering.ask("DELETE", f"{WORLD}/providers?issuer=sp.example").json() == {}
    assert steering.ask("GET", f"{WORLD}/providers").json() == []


def test_one_registered_anew_takes_its_own_place(steering: Steering) -> None:
    steering.ask("POST", f"{WORLD}/providers", ENTRY)
    further = {"logout_url": "https://sp.example/logout", "level": "high"}
    told = SEEN | {"logout_url": "https://sp.example/logout"}
    assert steering.ask("POST", f"{WORLD}/providers", ENTRY | further).json() == told
    assert steering.ask("GET", f"{WORLD}/providers").json() == [told]
    assert steering.world.state(Federation).providers["sp.example"].minimum_level is Level.HIGH


def test_one_is_registered_from_its_metadata(steering: Steering) -> None:
    provider = Provider("sp.example", "Przychodnia", ("https://sp.example/acs",), (KEYS.certificate,))
    metadata = build_provider_metadata(provider, KEYS).decode()
    told = SEEN | {"acs_urls": ["https://sp.example/acs"]}
    assert steering.ask("POST", f"{WORLD}/providers/from-metadata", {"metadata": metadata}).json() == told
    assert steering.ask("GET", f"{WORLD}/providers").json() == [told]


def test_bytes_of_a_metadata_file_are_given_in_base64(steering: Steering) -> None:
    provider = Provider("sp.example", "Łódź", ("https://sp.example/acs",), (KEYS.certificate,))
    text = '<?xml version="1.0" encoding="ISO-8859-2"?>' + build_provider_metadata(provider, KEYS).decode()
    for body in ({"metadata_base64": b64encode(text.encode("iso-8859-2")).decode()}, {"metadata": text}):
        assert steering.ask("POST", f"{WORLD}/providers/from-metadata", body).json()["name"] == "Łódź"


@pytest.mark.parametrize("body", [{}, {"metadata": "<a/>", "metadata_base64": "PGEvPg=="}], ids=["neither", "both"])
def test_metadata_is_given_in_one_way(steering: Steering, body: dict[str, str]) -> None:
    refused = steering.ask("POST", f"{WORLD}/providers/from-metadata", body)
    assert refused.status_code == 422
    assert "metadata_base64" in refused.json()["error"]


def test_the_reply_shows_which_certificate_is_encrypted_to(steering: Steering) -> None:
    decryption = make_key_pair("decryption", datetime.now(UTC)).certificate
    seen = steering.ask("POST", f"{WORLD}/providers", ENTRY | {"encryption_certificate": decryption.pem}).json()
    assert seen["encryption_certificate_fingerprint"] == decryption.fingerprint != seen["certificate_fingerprint"]


@pytest.mark.parametrize("profile", [SYMULATOR, INTEGRATION, PRODUCTION], ids=lambda profile: profile.name)
def test_the_hub_plays_another_node(steering: Steering, profile: NodeProfile) -> None:
    told = {"node": profile.name, "lenient": False, "destinations": [], "provider_clock": "real", "keys": "old"}
    assert steering.ask("PATCH", f"{WORLD}/hub", {"node": profile.name}).json() == told
    assert steering.world.state(Federation).node is profile


def test_what_is_left_out_stays_as_it_is(steering: Steering) -> None:
    told = {"node": "symulator", "lenient": False, "destinations": [], "provider_clock": "real", "keys": "old"}
    assert steering.ask("PATCH", f"{WORLD}/hub", {}).json() == told
    for change in (
        {"lenient": True},
        {"destinations": ["https://a.example"]},
        {"node": "production"},
        {"provider_clock": "world"},
        {"keys": "both"},
    ):
        told |= change
        assert steering.ask("PATCH", f"{WORLD}/hub", change).json() == told
    assert steering.ask("PATCH", f"{WORLD}/hub", {}).json() == told
    back = {"lenient": False, "destinations": []}
    assert steering.ask("PATCH", f"{WORLD}/hub", back).json() == told | back
