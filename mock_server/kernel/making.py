"""Making people: from a seed, with exactly what a test gives them.

Faker draws names, dates and contacts; the same seed makes the same person, so a failure repeats.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from .institutions import INSTITUTIONS
from .people import BankCustomer, Confirmation, IdCard, MobywatelApp, Person, TrustedProfile
from .pesel import pesel_for

if TYPE_CHECKING:
    from faker import Faker

PROFILE_YEARS = timedelta(days=3 * 365)
"""How long a trusted profile lives (facts: 3 years)."""


class Holding(StrEnum):
    """What a person can be given."""

    TRUSTED_PROFILE = "trusted_profile"
    BANKS = "banks"
    ID_CARD = "id_card"
    MOBYWATEL = "mobywatel"


_FIELDS = {
    Holding.TRUSTED_PROFILE: "trusted_profile",
    Holding.BANKS: "bank_customers",
    Holding.ID_CARD: "id_card",
    Holding.MOBYWATEL: "mobywatel",
}


@dataclass(frozen=True)
class Recipe:
    """What to make: anything left out is drawn from the seed."""

    seed: int
    holdings: frozenset[Holding] = field(default_factory=lambda: frozenset(Holding))
    confirmation: Confirmation = Confirmation.SMS
    given_name: str | None = None
    family_name: str | None = None
    birth_date: date | None = None


@cache
def _faker() -> "Faker":
    from faker import Faker  # noqa: PLC0415 - a quarter of a second that a start need not pay

    return Faker("pl_PL")


def load() -> None:
    """Load now what people are drawn with, rather than when the first is."""
    _faker()


def make_person(recipe: Recipe, now: datetime) -> Person:
    """Draw an adult patient (or one of exactly the given birth date)."""
    fake = _faker()
    fake.seed_instance(recipe.seed)
    woman = fake.pybool()
    given = fake.first_name_female() if woman else fake.first_name_male()
    family = fake.last_name_female() if woman else fake.last_name_male()
    born = fake.date_between(now.date() - timedelta(days=90 * 365), now.date() - timedelta(days=19 * 365))
    serial = fake.random_int(0, 4999) * 2 + (0 if woman else 1)
    birth_date = recipe.birth_date or born
    person = Person(
        pesel=pesel_for(birth_date, serial),
        given_name=recipe.given_name or given,
        family_name=recipe.family_name or family,
        birth_date=birth_date,
        phone=fake.numerify("+485########"),
        email=fake.ascii_safe_email(),
    )
    _give(person, recipe, fake, now)
    return person


def make_child(parent: Person, seed: int, now: datetime) -> Person:
    """Draw a child under 18 of this parent, with the parent's family name."""
    fake = _faker()
    fake.seed_instance(seed)
    birth_date = fake.date_between(now.date() - timedelta(days=17 * 365), now.date() - timedelta(days=365))
    return Person(
        pesel=pesel_for(birth_date, fake.random_int(0, 9999)),
        given_name=fake.first_name(),
        family_name=parent.family_name,
        birth_date=birth_date,
        phone=parent.phone,
        email=parent.email,
    )


def give(person: Person, recipe: Recipe, now: datetime, check: Callable[[Person], None]) -> None:
    """Give a person what the recipe holds, drawn anew, in place of what they had of that kind.

    Args:
        person: changed in place.
        recipe: of which only seed, holdings and confirmation count.
        now: the world's time.
        check: may refuse the person as they would be, by raising.
    """
    fake = _faker()
    fake.seed_instance(recipe.seed)
    changed = replace(person)
    _give(changed, recipe, fake, now)
    check(changed)
    for holding in recipe.holdings:
        setattr(person, _FIELDS[holding], getattr(changed, _FIELDS[holding]))


def take(person: Person, holding: Holding) -> None:
    """Take away what a person has of a kind."""
    setattr(person, _FIELDS[holding], {} if holding is Holding.BANKS else None)


def _give(person: Person, recipe: Recipe, fake: "Faker", now: datetime) -> None:
    if Holding.TRUSTED_PROFILE in recipe.holdings:
        person.trusted_profile = TrustedProfile(
            username=fake.numerify(f"{_ascii(person.given_name)}.{_ascii(person.family_name)}####"),
            password=_password(fake),
            valid_until=now + PROFILE_YEARS,
            confirmation=recipe.confirmation,
        )
    if Holding.BANKS in recipe.holdings:
        person.bank_customers = {
            bank.id: BankCustomer(number=_customer_number(fake, bank.id), password=_password(fake))
            for bank in INSTITUTIONS
        }
    if Holding.ID_CARD in recipe.holdings:
        person.id_card = IdCard(
            number=fake.bothify("D??######", letters="ABCDEFGHJKLMNPRSTUVWXYZ"),
            can=fake.numerify("######"),
            pin1=fake.numerify("####"),
            puk=fake.numerify("########"),
            valid_until=now.date() + timedelta(days=10 * 365),
        )
    if Holding.MOBYWATEL in recipe.holdings:
        person.mobywatel = MobywatelApp(password=_password(fake))


def _ascii(name: str) -> str:
    """The letters of a name as a user name writes them."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha()).lower()


def _password(fake: "Faker") -> str:
    """At least 8 characters with a capital, a digit and a special character (facts: mObywatel)."""
    password: str = fake.password(length=14, special_chars=True)
    return password


def _customer_number(fake: "Faker", bank: str) -> str:
    number: str = fake.ascii_safe_email() if bank == "envelo" else fake.numerify("########")
    return number
