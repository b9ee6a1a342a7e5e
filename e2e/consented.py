"""What a consent passes on of a person, as the announcement's pages list it (GDPR, article 7)."""

from fixtures.people import Person
from pages.texts import Name

LABELS = ("Imię", "Nazwisko", Name("PESEL"), "Data urodzenia")


def consented(person: Person) -> dict[str, str]:
    """Exactly what every page of consent tells, in its order."""
    told = (person.given_name, person.family_name, person.pesel, f"{person.birth_date:%d.%m.%Y}")
    return dict(zip(LABELS, told, strict=True))
