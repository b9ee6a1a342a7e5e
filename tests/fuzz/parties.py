"""Who takes part: people as the control API writes them, and a service provider with valid messages."""

from datetime import UTC, date, datetime
from functools import cache
from random import Random

from pydantic import TypeAdapter

from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.saml.artifact_resolve import build_artifact_resolve
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.keys import make_key_pair
from mock_server.saml.levels import Level
from mock_server.saml.message import Header
from mock_server.saml.service_provider import HubDescription, ServiceProvider
from mock_server.shared.patient.making import make_record
from mock_server.shared.patient.record import Record
from tests.fuzz.values import Json, mutated_bytes

_NOW = datetime.now(UTC)
_KEYS = make_key_pair("fuzz.example", _NOW)
_PEOPLE, _RECORDS = TypeAdapter(Person), TypeAdapter(Record)
_HUB = "http://login--{world}.localhost:7"
SSO, ARTIFACT, LOGOUT = (
    "/login/SingleSignOnService",
    "/login-services/idpArtifactResolutionService",
    "/login-services/singleLogoutService",
)
PROVIDER: dict[str, Json] = {
    "issuer": "fuzz.example",
    "name": "Fuzz",
    "acs_urls": ["http://fuzz.localhost:9/acs"],
    "certificate": _KEYS.certificate.pem,
    "logout_url": "http://ikp.localhost:7/saml/logout",
    "level": "low",
}


@cache
def somebody(seed: int) -> Json:
    """A person who has everything, as JSON."""
    person = _PEOPLE.dump_python(make_person(Recipe(seed), _NOW), mode="json")
    banks = {bank: customer for bank, customer in person["bank_customers"].items() if bank in {"mbank", "ing"}}
    return person | {"bank_customers": banks}


@cache
def a_record(seed: int) -> Json:
    """A grown-up's health record, as JSON."""
    return _RECORDS.dump_python(make_record(f"{seed:011d}", date(1980, 2, 29), _NOW.date()), mode="json")


def _party(world: str) -> ServiceProvider:
    hub = _HUB.format(world=world)
    at = HubDescription("symulator.login.gov.pl", (_KEYS.certificate,), hub + SSO, hub + ARTIFACT, hub + LOGOUT)
    acs, logout = PROVIDER["acs_urls"][0], PROVIDER["logout_url"]
    return ServiceProvider(PROVIDER["issuer"], PROVIDER["name"], acs, logout, _KEYS, at)


METADATA = _party("main").metadata().decode()


def authn_request(rng: Random, world: str) -> bytes:
    """A signed request of now."""
    options = RequestOptions(minimum_level=rng.choice(list(Level)))
    return _party(world).build_authn_request(options, request_id=f"ID-{rng.getrandbits(64):x}", now=datetime.now(UTC))


def soap_message(rng: Random, world: str) -> bytes:
    """A signed message for one of the two SOAP endpoints."""
    party, now, id_ = _party(world), datetime.now(UTC), f"ID-{rng.getrandbits(64):x}"
    if rng.random() < 0.5:
        return party.build_logout_request("nobody", "index", request_id=id_, now=now)
    header = Header(id_, PROVIDER["issuer"], now)
    return build_artifact_resolve(
        header, "AAQAAMFbLinlXaCM+FIxiDwGOLAy2T71gbpO7ZhNzAgEANlB90ECfpNEVLg=", party.hub.artifact_url, _KEYS
    )


def maybe_spoiled(rng: Random, xml: bytes) -> bytes:
    """The message, or something like it."""
    return xml if rng.random() < 0.3 else mutated_bytes(rng, xml)
