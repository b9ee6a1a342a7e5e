"""The form by which a patient authorises somebody: what was typed, what is wrong with it, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...kernel.people import People, Person
from ...kernel.pesel import PeselInvalid, birth_date_of
from ...kernel.translation import Text
from ...kernel.values import require_day
from ...web.visit import Visit
from . import rules
from .authorisation import Authorisation, Scope

Problems = dict[str, str]
"""What is wrong, by the name of the field to which it belongs."""

_UNKNOWN = Text(
    "Nie znaleźliśmy osoby o tym imieniu, nazwisku i numerze PESEL. "
    "Sprawdź, czy wszystkie trzy są takie jak w jej dowodzie."
)
"""The same whichever of them is wrong: the form tells nobody whose a PESEL is."""


@dataclass(frozen=True)
class Terms:
    """What is granted and for how long, as it stands in the form.

    Attributes:
        scope: what was ticked.
        first_day: as it was typed.
        last_day: as it was typed; blank without an end.
    """

    scope: frozenset[Scope]
    first_day: str
    last_day: str

    @classmethod
    def typed(cls, visit: Visit) -> "Terms":
        """What was sent."""
        scope = frozenset(part for part in Scope if visit.field(f"zakres-{part}") == "tak")
        return cls(scope, visit.field("od"), visit.field("do"))

    @classmethod
    def of(cls, one: Authorisation) -> "Terms":
        """What an authorisation says."""
        return cls(one.scope, one.first_day.isoformat(), one.last_day.isoformat() if one.last_day else "")

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day; None where what stands there is no day."""
        return _day(self.first_day), _day(self.last_day)

    def problems(self, today: date, begins: date | None = None) -> Problems:
        """What is wrong with it; one that is changed ``begins`` already."""
        found: Problems = {}
        first, last = self.days
        if not self.scope:
            found["zakres"] = Text("Zaznacz, co ta osoba może zobaczyć.")
        if first is None:
            found["od"] = Text("Podaj dzień, od którego upoważnienie obowiązuje.")
        elif not rules.can_begin(first, today, begins):
            found["od"] = Text("Upoważnienie może obowiązywać najwcześniej od dziś.")
        if self.last_day and last is None:
            found["do"] = Text("Podaj całą datę albo zostaw to pole puste.")
        elif last and not rules.can_end(first or today, last, today):
            found["do"] = Text("Ostatni dzień nie może być wcześniejszy niż pierwszy ani wcześniejszy niż dziś.")
        return found


@dataclass(frozen=True)
class Named:
    """Whom somebody authorises, as it stands in the form."""

    given_name: str = ""
    family_name: str = ""
    pesel: str = ""

    @classmethod
    def typed(cls, visit: Visit) -> "Named":
        """What was sent."""
        return cls(visit.field("imie"), visit.field("nazwisko"), visit.field("pesel"))

    def problems(self, people: People, acting: str, has_right: Sequence[str], today: date) -> Problems:
        """What is wrong with it.

        Args:
            people: everybody of the world.
            acting: PESEL of whoever authorises.
            has_right: PESELs of all who are authorised already.
            today: the day in Poland.
        """
        found: Problems = dict.fromkeys(_missing(self), Text("Uzupełnij to pole."))
        if "pesel" not in found and (problem := self._problem_of_pesel(acting, has_right, today)):
            found["pesel"] = problem
        if not found and not self._is_known(people.by_pesel(self.pesel)):
            found["pesel"] = _UNKNOWN
        return found

    def _problem_of_pesel(self, acting: str, has_right: Sequence[str], today: date) -> str | None:
        try:
            birth_date = birth_date_of(self.pesel)
        except PeselInvalid:
            return Text("Wpisz poprawny numer PESEL: 11 cyfr, bez pomyłki.")
        if not rules.is_somebody_else(self.pesel, acting):
            return Text("To Twój numer PESEL. Upoważnić możesz tylko inną osobę.")
        if rules.is_minor(birth_date, today):
            return Text("Upoważnić możesz tylko osobę, która ukończyła 18 lat.")
        if rules.is_authorised_already(self.pesel, has_right):
            return Text("Ta osoba ma już upoważnienie do tych danych. Zmień je na stronie „Uprawnienia”.")
        return None

    def _is_known(self, person: Person | None) -> bool:
        return (
            person is not None
            and rules.names_agree(self.given_name, person.given_name)
            and rules.names_agree(self.family_name, person.family_name)
        )


def _missing(named: Named) -> list[str]:
    fields = {"imie": named.given_name, "nazwisko": named.family_name, "pesel": named.pesel}
    return [name for name, typed in fields.items() if not typed]


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
        require_day(day)
    except ValueError:
        return None
    return day
