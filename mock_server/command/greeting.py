"""What a person who starts the mock reads: where the sites are, and one ready person with all credentials."""

from ..kernel.institutions import INSTITUTIONS
from ..kernel.making import Recipe, make_person
from ..kernel.people import Person
from ..kernel.world import MAIN, World
from ..web.addresses import Addresses, Place
from ..web.site_table import SITES

_SEED = 2026


def make_ready_person(world: World) -> Person:
    """One person who has everything, the same at every start."""
    return world.people.add(make_person(Recipe(_SEED), world.clock.now()))


def greeting(addresses: Addresses, bare: str, person: Person) -> str:
    """The text, ready to print."""

    def url(site: str, path: str = "/") -> str:
        return addresses.url(Place(site, MAIN), path)

    profile, card, app = person.trusted_profile, person.id_card, person.mobywatel
    assert profile  # noqa: S101 - a ready person has everything
    assert card  # noqa: S101
    assert app  # noqa: S101
    banks = "\n".join(
        f"    {bank.name:30} {person.bank_customers[bank.id].number:28} {person.bank_customers[bank.id].password}"
        for bank in INSTITUTIONS
    )
    others = ", ".join(site for site in SITES if site not in {"pacjent", "login", "ikp", "mojeikp"})
    return f"""
Przepustka is ready. Open {url("pacjent")} and log in.

  the portal        {url("pacjent")}
  login.gov.pl      {url("login")}
  IKP               {url("ikp")}
  mojeIKP           {url("mojeikp")}
  mObywatel         {url("mobywatel", f"/telefon/{person.phone}")}
  eDO App           {url("edo-app")}
  control API       {bare}/control/openapi.json
  also              {others}

A ready person: {person.full_name}, PESEL {person.pesel}, born {person.birth_date}, phone {person.phone}
  trusted profile   {profile.username} / {profile.password}
  mObywatel         {app.password}
  e-dowód           card {card.number}, CAN {card.can}, PIN1 {card.pin1}, PUK {card.puk}
  banks
{banks}

SMS and pushes are in {bare}/control/worlds/{MAIN}/inbox - Ctrl+C stops.
"""
