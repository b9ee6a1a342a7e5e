"""What a person who starts the mock reads: where the sites are, and one ready person with all credentials."""

from dataclasses import dataclass, replace
from datetime import date

from ..kernel.institutions import INSTITUTIONS
from ..kernel.making import Recipe, make_child, make_person
from ..kernel.people import Person
from ..kernel.world import MAIN, World
from ..web.addresses import Addresses, Place
from ..web.site_table import SITES

_PERSON = Recipe(2026, birth_date=date(1981, 7, 18))
"""Past 40, so that no service of the announcement is closed to them."""
_CHILD = Recipe(2027, age=12)
_PARENT = Recipe(2028, frozenset(), birth_date=date(1953, 4, 25))


@dataclass(frozen=True)
class ReadyPeople:
    """Who lives in the main world from the start.

    Attributes:
        person: has everything.
        child: theirs; 12 years old whenever the mock is started.
        parent: has authorised them, and logs in nowhere.
    """

    person: Person
    child: Person
    parent: Person


def make_ready_people(world: World) -> ReadyPeople:
    """One person who has everything, with a child and a parent: the same at every start."""
    now = world.clock.now()
    person = make_person(_PERSON, now)
    child = make_child(person, _CHILD, now)
    parent = make_person(replace(_PARENT, family_name=person.family_name), now)
    person.children, person.may_see = [child.pesel], [parent.pesel]
    for one in (person, child, parent):
        world.people.add(one)
    return ReadyPeople(person, child, parent)


def greeting(addresses: Addresses, bare: str, ready: ReadyPeople) -> str:
    """The text, ready to print."""

    def url(site: str, path: str = "/") -> str:
        return addresses.url(Place(site, MAIN), path)

    person = ready.person
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
  child             {ready.child.full_name}, 12 years old
  authorised by     {ready.parent.full_name}, a parent
  trusted profile   {profile.username} / {profile.password}
  mObywatel         {app.password}
  e-dowód           card {card.number}, CAN {card.can}, PIN1 {card.pin1}, PUK {card.puk}
  banks
{banks}

SMS and pushes are in {bare}/control/worlds/{MAIN}/inbox and in mObywatel - Ctrl+C stops.
"""
