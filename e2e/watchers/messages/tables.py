"""Who is who in the profile: nodes, our own service providers, methods and what each reaches."""

from dataclasses import dataclass

SSO = "/login/SingleSignOnService"
ARTIFACT = "/login-services/idpArtifactResolutionService"
LOGOUT = "/login-services/singleLogoutService"
METADATA = "/metadata"
ACS = "/saml/acs"
OWN_LOGOUT = "/saml/logout"


@dataclass(frozen=True)
class Node:
    """A real node that the hub plays: its host, which is its issuer, and the bytes of its content key."""

    host: str
    content_key: int


NODES = {
    "symulator": Node("symulator.login.gov.pl", 32),
    "integration": Node("int.login.gov.pl", 32),
    "production": Node("login.gov.pl", 16),
}


@dataclass(frozen=True)
class OwnProvider:
    """A service provider that every world has."""

    issuer: str
    name: str


OWN_PROVIDERS = {
    "ikp": OwnProvider("ikp.pacjent.gov.pl", "Internetowe Konto Pacjenta (IKP)"),
    "mojeikp": OwnProvider("mojeikp.pacjent.gov.pl", "mojeIKP"),
}


@dataclass(frozen=True)
class Reached:
    """What a method reaches: the level, who says so, and whether a bank can have identified the person first."""

    level: str
    authority: str
    by_bank: bool


METHODS = {
    "trusted_profile": Reached("substantial", "pz.gov.pl", by_bank=True),
    "mojeid": Reached("substantial", "mojeid.pl", by_bank=True),
    "id_card": Reached("high", "e-dowod", by_bank=False),
    "mobywatel": Reached("substantial", "mobywatel", by_bank=False),
}
LEVELS = ("low", "substantial", "high")
"""From the weakest on."""

ATTRIBUTES = {
    "CurrentGivenName": "FirstName",
    "CurrentFamilyName": "FamilyName",
    "DateOfBirth": "DateOfBirth",
    "PersonIdentifier": "PersonIdentifier",
}
"""The friendly name of each attribute, by the end of its name, in the order in which the hub tells them."""
