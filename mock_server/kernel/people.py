"""People and what they hold: a trusted profile, bank accounts, an e-dowód, a phone with mObywatel."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .open_things import Kind, OpenThing
from .values import (
    Count,
    EightDigits,
    Email,
    FourDigits,
    InstitutionId,
    Line,
    Moment,
    Pesel,
    PhoneNumber,
    SixDigits,
    Written,
)


class Confirmation(StrEnum):
    """How a trusted profile confirms a login."""

    SMS = "sms"
    PUSH = "push"


@dataclass
class Attempts(Written):
    """Wrong tries since the last right one, and until when tries are refused."""

    wrong: Count = 0
    locked_until: Moment | None = None

    def open_things(self, site: str, what: str, pesel: str | None = None) -> Iterator[OpenThing]:
        """The count and the lock, of tries at ``what`` of this site."""
        yield from counted(self.wrong, site, what, pesel)
        if self.locked_until:
            yield OpenThing(Kind.LOCK, site, what, pesel, until=self.locked_until)


def counted(wrong: int, site: str, what: str, pesel: str | None) -> Iterator[OpenThing]:
    """Wrong tries at ``what`` of a site, if there are any."""
    if wrong:
        yield OpenThing(Kind.TRIES, site, what, pesel, count=wrong)


@dataclass
class TrustedProfile(Written):
    """A profile at pz.gov.pl. ``bank`` is the institution it was confirmed through, if any."""

    username: Line
    password: Line
    valid_until: Moment
    confirmation: Confirmation = Confirmation.SMS
    bank: InstitutionId | None = None
    attempts: Attempts = field(default_factory=Attempts)


@dataclass
class BankCustomer(Written):
    """An account at one institution.

    Attributes:
        given_name: as the institution has it, where that is not as the register has it.
        family_name: the same; a customer who married and did not tell, say.
    """

    number: Line
    password: Line
    attempts: Attempts = field(default_factory=Attempts)
    given_name: Line | None = None
    family_name: Line | None = None


@dataclass
class IdCard(Written):
    """An e-dowód with its electronic layer.

    CAN: 6 digits on the card. PIN1: 4 digits, for login. PUK: 8 digits, unlocks PIN1.
    """

    number: Line
    can: SixDigits
    pin1: FourDigits
    puk: EightDigits
    valid_until: date
    revoked: bool = False
    wrong_pins: Count = 0
    wrong_puks: Count = 0
    can_attempts: Attempts = field(default_factory=Attempts)

    def open_things(self, pesel: str) -> Iterator[OpenThing]:
        """What the card counts by itself; a used-up PIN1 or PUK is told by its number of tries."""
        yield from counted(self.wrong_pins, "e-dowod", "PIN1", pesel)
        yield from counted(self.wrong_puks, "e-dowod", "PUK", pesel)
        yield from self.can_attempts.open_things("e-dowod", "CAN", pesel)


@dataclass
class MobywatelApp(Written):
    """mObywatel on this person's phone."""

    password: Line
    attempts: Attempts = field(default_factory=Attempts)


@dataclass
class Person(Written):
    """A patient. PESEL is 11 characters, a leading zero kept."""

    pesel: Pesel
    given_name: Line
    family_name: Line
    birth_date: date
    phone: PhoneNumber
    email: Email
    trusted_profile: TrustedProfile | None = None
    bank_customers: dict[InstitutionId, BankCustomer] = field(default_factory=dict)
    id_card: IdCard | None = None
    mobywatel: MobywatelApp | None = None
    children: list[Pesel] = field(default_factory=list)
    """PESELs of the children insured through this person."""
    may_see: list[Pesel] = field(default_factory=list)
    """PESELs of those who authorised this person to see all of their account, without an end."""
    insured: bool = True
    """Whether the health fund (NFZ) pays for this person: nearly everybody is."""

    @property
    def full_name(self) -> str:
        """Given and family name, as a page shows them."""
        return f"{self.given_name} {self.family_name}"

    def open_things(self) -> Iterator[OpenThing]:
        """What is counted against this person wherever they prove who they are, and whose data stand open to them."""
        if self.trusted_profile:
            yield from self.trusted_profile.attempts.open_things("pz", "password", self.pesel)
        for bank, customer in self.bank_customers.items():
            yield from customer.attempts.open_things(bank, "password", self.pesel)
        if self.id_card:
            yield from self.id_card.open_things(self.pesel)
        if self.mobywatel:
            yield from self.mobywatel.attempts.open_things("mobywatel", "password", self.pesel)
        yield from (OpenThing(Kind.AUTHORISATION, "ikp", pesel=self.pesel) for _ in self.may_see)


class DuplicatePerson(ValueError):
    """Two people would share what must be unique in a world."""


class People:
    """Everyone in one world, found by what they type or hold."""

    def __init__(self) -> None:
        self._by_pesel: dict[str, Person] = {}

    def __iter__(self) -> Iterator[Person]:
        return iter(self._by_pesel.values())

    def __len__(self) -> int:
        return len(self._by_pesel)

    def add(self, person: Person) -> Person:
        """Let a person live in this world.

        Raises:
            DuplicatePerson: the PESEL, user name, card number or a customer number is taken.
        """
        if person.pesel in self._by_pesel:
            raise DuplicatePerson(f"PESEL {person.pesel} is taken in this world")
        self.require_unique(person)
        self._by_pesel[person.pesel] = person
        return person

    def require_unique(self, person: Person) -> None:
        """Refuse a person who shares with somebody else what must be unique in a world.

        Raises:
            DuplicatePerson: the user name, card number or a customer number is another person's.
        """

        def taken(holder: Person | None) -> bool:
            return holder is not None and holder.pesel != person.pesel

        profile = person.trusted_profile
        if profile and taken(self.by_username(profile.username)):
            raise DuplicatePerson(f"the user name {profile.username} is taken in this world")
        if person.id_card and taken(self.by_card(person.id_card.number)):
            raise DuplicatePerson(f"the card {person.id_card.number} is taken in this world")
        for bank, customer in person.bank_customers.items():
            if taken(self.by_customer_number(bank, customer.number)):
                raise DuplicatePerson(f"the customer number {customer.number} is taken at {bank}")

    def remove(self, pesel: str) -> None:
        """Let a person leave; a person who is not there is no error."""
        self._by_pesel.pop(pesel, None)

    def open_things(self) -> Iterator[OpenThing]:
        """What is counted against anybody, and stands open to them."""
        for person in self:
            yield from person.open_things()

    def by_pesel(self, pesel: str) -> Person | None:
        """The person of this PESEL."""
        return self._by_pesel.get(pesel)

    def by_username(self, username: str) -> Person | None:
        """Who signs in at pz.gov.pl with this user name."""
        return next((p for p in self if p.trusted_profile and p.trusted_profile.username == username), None)

    def by_customer_number(self, bank: str, number: str) -> Person | None:
        """Whose customer number this is at that institution."""
        return next((p for p in self if bank in p.bank_customers and p.bank_customers[bank].number == number), None)

    def by_card(self, number: str) -> Person | None:
        """Who holds the e-dowód of this number."""
        return next((p for p in self if p.id_card and p.id_card.number == number), None)

    def by_phone(self, phone: str) -> Person | None:
        """Whose phone has this number."""
        return next((p for p in self if p.phone == phone), None)
