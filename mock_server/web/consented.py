"""What a consent passes on of a person: every page of consent lists exactly this."""

from ..kernel.people import Person
from ..kernel.translation import Text
from .delegation import Identity
from .moments import day_shown

LABELS = (Text("Imię"), Text("Nazwisko"), "PESEL", Text("Data urodzenia"))


def consented(who: Person | Identity) -> tuple[tuple[str, str], ...]:
    """What is passed on, each with its label."""
    told = (who.given_name, who.family_name, who.pesel, day_shown(who.birth_date))
    return tuple(zip(LABELS, told, strict=True))
