"""Who trusts whom: the hub, our own two service providers, and the ones that a world has registered."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Literal

from ..kernel.open_things import NothingOpen
from ..kernel.world import World
from ..saml.identity_hub import IdentityHub
from ..saml.keyring import Keyring
from ..saml.keys import Certificate, KeyPair, make_key_pair, make_rsa_key_pair
from ..saml.model import Provider
from ..saml.node_profiles import SYMULATOR, NodeProfile
from ..saml.service_provider import HubDescription, ServiceProvider
from ..web.visit import Visit

HUB_SITE = "login"
SSO_PATH = "/login/SingleSignOnService"
ARTIFACT_PATH = "/login-services/idpArtifactResolutionService"
LOGOUT_PATH = "/login-services/singleLogoutService"
METADATA_PATH = "/metadata"
ACS_PATH = "/saml/acs"
OWN_LOGOUT_PATH = "/saml/logout"
KeyStage = Literal["old", "both", "new", "rsa"]


@dataclass(frozen=True)
class RelyingParty:
    """A site of ours that lets people log in through the hub."""

    issuer: str
    name: str


OWN_PARTIES = {
    "ikp": RelyingParty("ikp.pacjent.gov.pl", "Internetowe Konto Pacjenta (IKP)"),
    "mojeikp": RelyingParty("mojeikp.pacjent.gov.pl", "mojeIKP"),
}
SITES_BY_ISSUER = {party.issuer: site for site, party in OWN_PARTIES.items()}


@dataclass(frozen=True)
class HubKeys:
    """The keys of a hub.

    Attributes:
        signing: with which it signs.
        announced: what its metadata holds.
        retired: keys that it signed with before.
        coming: announced keys that it will sign with.
        rsa: announced RSA keys.
    """

    signing: KeyPair
    announced: tuple[Certificate, ...]
    retired: KeyPair | None = None
    coming: KeyPair | None = None
    rsa: KeyPair | None = None


@dataclass
class Federation(NothingOpen):
    """What a world has settled about its hub.

    Attributes:
        node: which real node's quirks the hub shows.
        lenient: accept an unknown issuer with the certificate that its request carries.
        destinations: accepted besides the hub's own addresses and those of the node (one real client signs the
            production address and posts to the test host).
        provider_clock: where registered providers live: in real time, as a server of somebody else's does, or in
            the world's time, as one whose clock a test moves together with the world's.
        providers: registered besides our own two, by issuer.
        keys: where the hub stands with its keys: ``old`` ones, ``both`` announced and the old ones signing, ``new``
            ones alone, or ``rsa`` keys announced besides the old ones.
    """

    node: NodeProfile = SYMULATOR
    lenient: bool = False
    destinations: tuple[str, ...] = ()
    provider_clock: Literal["real", "world"] = "real"
    providers: dict[str, Provider] = field(default_factory=dict)
    keys: KeyStage = "old"
    _made: dict[str, KeyPair] = field(default_factory=dict)

    def hub_keys(self, keyring: Keyring) -> "HubKeys":
        """The keys of this world's hub; the first are those of the process, later ones the world's own."""
        old = keyring.key_pair(self.node.host)
        if self.keys == "old":
            return HubKeys(old, (old.certificate,))
        other = self._other_keys(self.node.host)
        if self.keys == "new":
            return HubKeys(other, (other.certificate,), retired=old)
        announced = (old.certificate, other.certificate)
        return HubKeys(old, announced, rsa=other) if self.keys == "rsa" else HubKeys(old, announced, coming=other)

    def _other_keys(self, host: str) -> KeyPair:
        """The keys besides the first, made once: RSA keys, or those that the first are rolled to."""
        kind = "rsa" if self.keys == "rsa" else "new"
        if kind not in self._made:
            make = make_rsa_key_pair if kind == "rsa" else make_key_pair
            self._made[kind] = make(host, datetime.now(UTC))
        return self._made[kind]

    def in_world_time(self, issuer: str) -> bool:
        """Whether a provider lives by the world's clock, as our own do, and not in real time."""
        return issuer in SITES_BY_ISSUER or self.provider_clock == "world"


def clock_ahead_in(world: World) -> Callable[[str], timedelta]:
    """How far the clock of a provider, known by its issuer, is ahead of the world's."""
    federation = world.state(Federation)
    return lambda issuer: timedelta() if federation.in_world_time(issuer) else world.clock.behind_real_time


def hub_of(visit: Visit) -> IdentityHub:
    """The hub's SAML side in this world.

    Its metadata tells whoever fetched it by path to reach the two back-channel services by path too, since only
    browsers resolve the names of sites; single sign-on is a browser's, and keeps its name. The address that the real
    node has is its own too: clients have it built in. Who fetched the metadata by that name is told all three there.
    """
    federation = visit.world.state(Federation)

    def by_path(path: str) -> tuple[str, ...]:
        return (f"{visit.bare_world}/{HUB_SITE}{path}",) if visit.bare_world else ()

    def as_asked(path: str) -> tuple[str, ...]:
        return (f"{visit.origin_asked}{path}",) if visit.came_by_the_nodes_name else ()

    def of_the_node(path: str) -> tuple[str, ...]:
        return (f"https://{federation.node.host}{path}", *federation.destinations)

    keys = federation.hub_keys(visit.keyring)
    return IdentityHub(
        issuer=federation.node.host,
        keys=keys.signing,
        announced=keys.announced,
        sso_urls=(*as_asked(SSO_PATH), visit.url(HUB_SITE, SSO_PATH), *by_path(SSO_PATH), *of_the_node(SSO_PATH)),
        artifact_urls=(
            *as_asked(ARTIFACT_PATH),
            *by_path(ARTIFACT_PATH),
            visit.url(HUB_SITE, ARTIFACT_PATH),
            *of_the_node(ARTIFACT_PATH),
        ),
        logout_urls=(
            *as_asked(LOGOUT_PATH),
            *by_path(LOGOUT_PATH),
            visit.url(HUB_SITE, LOGOUT_PATH),
            *of_the_node(LOGOUT_PATH),
        ),
        node=federation.node,
        lenient=federation.lenient,
        clock_ahead=clock_ahead_in(visit.world),
    )


def service_provider_of(visit: Visit, site: str) -> ServiceProvider:
    """The SAML side of one of our own service providers in this world."""
    party, federation = OWN_PARTIES[site], visit.world.state(Federation)
    return ServiceProvider(
        issuer=party.issuer,
        name=party.name,
        acs_url=visit.url(site, ACS_PATH),
        logout_url=visit.url(site, OWN_LOGOUT_PATH),
        keys=visit.keyring.key_pair(party.issuer),
        hub=HubDescription(
            issuer=federation.node.host,
            certificates=federation.hub_keys(visit.keyring).announced,
            sso_url=visit.url(HUB_SITE, SSO_PATH),
            artifact_url=visit.url(HUB_SITE, ARTIFACT_PATH),
            logout_url=visit.url(HUB_SITE, LOGOUT_PATH),
        ),
    )


class KnownProviders(Mapping[str, Provider]):
    """Every service provider that the hub of this world knows, by issuer; our own are made when they are asked for."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._registered = visit.world.state(Federation).providers

    def __getitem__(self, issuer: str) -> Provider:
        """The provider; no world can register one under our own issuers."""
        site = SITES_BY_ISSUER.get(issuer)
        return service_provider_of(self._visit, site).as_provider() if site else self._registered[issuer]

    def __iter__(self) -> Iterator[str]:
        return chain(SITES_BY_ISSUER, self._registered)

    def __len__(self) -> int:
        return len(SITES_BY_ISSUER) + len(self._registered)
