"""Who trusts whom: addresses, keys and names of the hub and of our own two service providers."""

import pytest

from mock_server.saml import INTEGRATION, PRODUCTION, SYMULATOR, HubDescription, Provider, ServiceProvider
from mock_server.shared import federation
from mock_server.shared.federation import Federation, KnownProviders, hub_of, service_provider_of
from tests.relying_party.visiting import RelyingPartyScene

SSO = "https://login.localhost/login/SingleSignOnService"
ARTIFACT = "https://login.localhost/login-services/idpArtifactResolutionService"
LOGOUT = "https://login.localhost/login-services/singleLogoutService"
NODE = "https://symulator.login.gov.pl"
STRANGER = Provider("sp.example", "Przychodnia", ("https://sp.example/acs",), ())


def test_the_hub_is_the_simulator_at_its_own_addresses(scene: RelyingPartyScene) -> None:
    hub = hub_of(scene.visit("login.localhost"))
    assert (hub.issuer, hub.node, hub.lenient) == ("symulator.login.gov.pl", SYMULATOR, False)
    assert (hub.sso_urls, hub.artifact_urls, hub.logout_urls) == (
        (SSO, f"{NODE}/login/SingleSignOnService"),
        (ARTIFACT, f"{NODE}/login-services/idpArtifactResolutionService"),
        (LOGOUT, f"{NODE}/login-services/singleLogoutService"),
    )
    assert hub.keys == scene.server.services.keyring.key_pair("symulator.login.gov.pl")


def test_who_comes_by_path_is_told_addresses_for_servers_but_the_browsers_login(scene: RelyingPartyScene) -> None:
    hub = hub_of(scene.visit("127.0.0.1:8000", by_path=True))
    by_path = "http://127.0.0.1:8000/worlds/main/login"
    assert hub.sso_urls[:2] == (SSO, f"{by_path}/login/SingleSignOnService")
    assert hub.artifact_urls[:2] == (f"{by_path}/login-services/idpArtifactResolutionService", ARTIFACT)
    assert hub.logout_urls[:2] == (f"{by_path}/login-services/singleLogoutService", LOGOUT)


def test_behind_a_proxy_the_public_host_keeps_its_scheme(scene: RelyingPartyScene) -> None:
    assert (
        hub_of(scene.visit("localhost", by_path=True))
        .artifact_urls[0]
        .startswith("https://localhost/worlds/main/login/")
    )


def test_a_world_settles_how_its_hub_is(scene: RelyingPartyScene) -> None:
    settled = scene.world.state(Federation)
    settled.node, settled.lenient, settled.destinations = PRODUCTION, True, ("https://login.gov.pl/x",)
    hub = hub_of(scene.visit("127.0.0.1:8000", by_path=True))
    assert (hub.issuer, hub.node, hub.lenient) == ("login.gov.pl", PRODUCTION, True)
    for addresses in (hub.sso_urls, hub.artifact_urls, hub.logout_urls):
        assert addresses[-1] == "https://login.gov.pl/x"
    assert hub.keys == scene.server.services.keyring.key_pair("login.gov.pl")


def test_a_new_world_has_nobody_else(scene: RelyingPartyScene) -> None:
    assert scene.world.state(Federation) == Federation(SYMULATOR, lenient=False, destinations=(), providers={})


@pytest.mark.parametrize(("site", "name"), [("ikp", "Internetowe Konto Pacjenta (IKP)"), ("mojeikp", "mojeIKP")])
def test_our_own_providers(scene: RelyingPartyScene, site: str, name: str) -> None:
    visit, keyring = scene.visit(), scene.server.services.keyring
    scene.world.state(Federation).node = INTEGRATION
    issuer = f"{site}.pacjent.gov.pl"
    certificates = (keyring.key_pair("int.login.gov.pl").certificate,)
    assert service_provider_of(visit, site) == ServiceProvider(
        issuer=issuer,
        name=name,
        acs_url=f"https://{site}.localhost/saml/acs",
        logout_url=f"https://{site}.localhost/saml/logout",
        keys=keyring.key_pair(issuer),
        hub=HubDescription("int.login.gov.pl", certificates, SSO, ARTIFACT, LOGOUT),
    )
    assert KnownProviders(visit)[issuer] == service_provider_of(visit, site).as_provider()


def test_known_are_our_own_and_the_registered(scene: RelyingPartyScene) -> None:
    known = KnownProviders(scene.visit())
    assert (list(known), len(known)) == (["ikp.pacjent.gov.pl", "mojeikp.pacjent.gov.pl"], 2)
    scene.world.state(Federation).providers["sp.example"] = STRANGER
    assert (list(known), len(known)) == (["ikp.pacjent.gov.pl", "mojeikp.pacjent.gov.pl", "sp.example"], 3)
    assert known["sp.example"] is STRANGER
    assert known.get("nobody") is None


def test_the_sites_of_our_issuers() -> None:
    assert federation.SITES_BY_ISSUER == {"ikp.pacjent.gov.pl": "ikp", "mojeikp.pacjent.gov.pl": "mojeikp"}
