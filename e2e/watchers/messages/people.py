"""Who acted: whose name, number, card or phone was used on the way, whatever the mock made of it."""

from collections.abc import Iterable, Iterator, Sequence
from http.cookies import SimpleCookie

from fixtures.people import Person
from fixtures.watching.answers import Answer
from fixtures.watching.steering import Steered


def who_acted(people: Iterable[Person], answers: Sequence[Answer], steering: Sequence[Steered]) -> list[Person]:
    """The people who typed something of their own meanwhile, or whose phone did something."""
    used = set[str]()
    for answer in answers:
        used.update(map(_bare, answer.form.values()))
        used.update(_bare(morsel.value) for morsel in SimpleCookie(answer.asked.get("cookie", "")).values())
    for steered in steering:
        used.update(map(_bare, steered.path.split("/")))
    return [person for person in people if not used.isdisjoint(map(_bare, _own(person)))]


def _bare(typed: str) -> str:
    """What was typed, without blanks and in capitals, as numbers of cards are compared."""
    return "".join(typed.split()).upper()


def _own(person: Person) -> Iterator[str]:
    """What only this person would type, lay on a reader or carry."""
    yield person.pesel
    yield person.phone
    if person.trusted_profile:
        yield person.trusted_profile.username
    if person.id_card:
        yield person.id_card.number
        yield person.id_card.can
    yield from (customer.number for customer in person.bank_customers.values())
