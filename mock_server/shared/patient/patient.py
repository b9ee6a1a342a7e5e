"""The patient, as login.gov.pl told who it is."""

from dataclasses import dataclass
from datetime import date

from ...kernel.institutions import institution
from ...kernel.translation import Text, say

_AUTHORITIES = {
    "pz.gov.pl": Text("Profil zaufany"),
    "mojeid.pl": "mojeID",
    "e-dowod": "e-dowód",
    "mobywatel": "mObywatel",
}


@dataclass(frozen=True)
class Patient:
    """Who is signed in. The names are kept letter for letter as they arrived."""

    pesel: str
    given_name: str
    family_name: str
    birth_date: date
    authorities: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Given and family name, as a page shows them."""
        return f"{self.given_name} {self.family_name}"

    @property
    def identified_by(self) -> str:
        """Who confirmed the identity, in words of the language that is spoken: „mojeID – ING Bank Śląski”."""
        return " – ".join(_name_of(authority, among=self.authorities) for authority in self.authorities)


def _name_of(authority: str, *, among: tuple[str, ...]) -> str:
    bank = institution(authority)
    if bank is None:
        return say(_AUTHORITIES.get(authority, authority))
    return (bank.mojeid if "mojeid.pl" in among else bank.trusted_profile) or bank.name
