"""What a page may say that nobody can translate: proper names, and data of people. Everything else is marked.

Quoted parts, such as health data, say their own language (``lang``), and are left out by that; only the name of a drug
stands in a title too, which can say no language.
"""

import re

from e2e.institutions import MOJEID_BANKS, NAMES, TRUSTED_PROFILE_BANKS
from fixtures.approving.kinds import kinds_with
from fixtures.booking import Voivodeship
from fixtures.world import WorldControl

SYSTEMS = (
    "pacjent.gov.pl",
    "login.gov.pl",
    "pz.gov.pl",
    "Internetowe Konto Pacjenta (IKP)",
    "Internetowe Konto Pacjenta",
    "mojeIKP",
    "mojeID",
    "e-dowód",
    "mObywatel",
)
"""Sites, services and methods, by the names under which everybody knows them."""
INSTITUTIONS = (*TRUSTED_PROFILE_BANKS.values(), *MOJEID_BANKS.values(), *NAMES.values())
TERMS = ("PESEL", "PIN", "SMS", "cm", "kg")
"""Names of things and units that are written so in every language."""


def allowed_in(world: WorldControl) -> re.Pattern[str]:
    """What may stand anywhere on the pages of a world."""
    people = world.people()
    drugs = (one.drug for person in people for one in world.record(person).prescriptions)
    names = sorted((*SYSTEMS, *INSTITUTIONS, *TERMS, *Voivodeship, *drugs), key=len, reverse=True)
    data = (kind.pattern for kind in kinds_with(people) if not kind.pattern.startswith(r"\d"))
    return re.compile("|".join((*data, *(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))))
