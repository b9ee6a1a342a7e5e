"""Making people: from a seed, with exactly what a test gives them.

Faker draws names, dates and contacts; the same seed makes the same person on any day, so a failure repeats. The
world's clock counts for two things only: until when credentials are valid (a profile and a card that a test is given
must work on that day), and the birth year of whoever is made by age.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from .clock import WARSAW
from .institutions import INSTITUTIONS
from .people import BankCustomer, Confirmation, IdCard, MobywatelApp, Person, TrustedProfile
from .pesel import pesel_for
from .polish_time import same_time_later

if TYPE_CHECKING:
    from faker import Faker

PROFILE_YEARS = 3
"""How long a trusted profile lives (facts)."""
_OLDEST, _YOUNGEST = date(1936, 1, 1), date(2006, 12, 31)
"""Between them is born whoever is drawn: of age in every world whose clock shows 2026 or later."""


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
    """What to make: anything left out is drawn from the seed.

    Attributes:
        age: in full years by the world's clock; the birthday stays the seed's. It counts instead of ``birth_date``.
    """

    seed: int
    holdings: frozenset[Holding] = field(default_factory=lambda: frozenset(Holding))
    confirmation: Confirmation = Confirmation.SMS
    given_name: str | None = None
    family_name: str | None = None
    birth_date: date | None = None
    age: int | None = None


@cache
def _faker() -> "Faker":
    from faker import Faker  # noqa: PLC0415 - a quarter of a second that a start need not pay

    return Faker("pl_PL")


def load() -> None:
    """Load now what people are drawn with, rather than when the first is."""
    _faker()


def make_person(recipe: Recipe, now: datetime) -> Person:
    """Draw a patient: an adult, or of exactly the given birth date or age.

    Raises:
        PeselInvalid: no PESEL carries the birth year.
    """
    fake = _faker()
    fake.seed_instance(recipe.seed)
    person = _draw(recipe, fake, now)
    _give(person, recipe, fake, now)
    return person


def make_child(parent: Person, recipe: Recipe, now: datetime) -> Person:
    """Draw a child of this parent, with the parent's family name, phone and e-mail; it holds nothing.

    A child is made by age, since a birth date that stays the same would come of age: 1 to 16 unless given.

    Raises:
        PeselInvalid: no PESEL carries the birth year.
    """
    fake = _faker()
    fake.seed_instance(recipe.seed)
    drawn = fake.random_int(1, 16)
    age = drawn if recipe.age is None else recipe.age
    child = _draw(replace(recipe, family_name=parent.family_name, age=age), fake, now)
    child.phone, child.email = parent.phone, parent.email
    return child


def _draw(recipe: Recipe, fake: "Faker", now: datetime) -> Person:
    """Who a person is, without what they hold."""
    woman = fake.pybool()
    given = fake.first_name_female() if woman else fake.first_name_male()
    family = fake.last_name_female() if woman else fake.last_name_male()
    born = fake.date_between(_OLDEST, _YOUNGEST)
    serial = fake.random_int(0, 4999) * 2 + (0 if woman else 1)
    if recipe.age is not None:
        born = _born_years_ago(recipe.age, born, now.astimezone(WARSAW).date())
    birth_date = recipe.birth_date or born
    return Person(
        pesel=pesel_for(birth_date, serial),
        given_name=recipe.given_name or given,
        family_name=recipe.family_name or family,
        birth_date=birth_date,
        phone=fake.numerify("+485########"),
        email=fake.ascii_safe_email(),
    )


def _born_years_ago(age: int, birthday: date, today: date) -> date:
    """The day, of this day and month, on which somebody was born who has this age today."""
    day = 28 if (birthday.month, birthday.day) == (2, 29) else birthday.day  # every year has it
    had_birthday = (birthday.month, day) <= (today.month, today.day)
    return date(today.year - age - (0 if had_birthday else 1), birthday.month, day)


def end_of_profile(begun_at: datetime) -> datetime:
    """When a trusted profile that begins then is over."""
    return same_time_later(begun_at, 12 * PROFILE_YEARS)


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
            valid_until=end_of_profile(now),
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
