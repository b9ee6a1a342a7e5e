"""The doses of a child: which were given, which can be booked, and why one cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ....kernel.people import Person
from ....kernel.polish_time import words_of_day
from ....kernel.rules import seam
from ....kernel.translation import Text
from ....web.visit import Visit
from ..archive import Archive, today
from ..booking.model import Service
from ..booking.offers import AHEAD
from ..booking.ticket import Obstacle, Ticket, Way
from . import rules

AGAINST = "HPV"
"""As the record calls what the vaccine protects against."""
_AGES = Text("Pierwszą dawkę bezpłatnie dostaje dziecko, które w dniu szczepienia ma 12 albo 13 lat.")
_GAP = Text("Drugą dawkę podaje się od 6 do 12 miesięcy po pierwszej.")


@dataclass(frozen=True)
class Nth:
    """Which dose.

    Attributes:
        name: in addresses.
        label: in words.
        heading: of its page.
        visit: what is booked for it, given the name of the child.
    """

    name: str
    label: str
    heading: str
    visit: Callable[[str], str]


FIRST = Nth(
    "pierwsza",
    Text("Pierwsza dawka"),
    Text("HPV: pierwsza dawka"),
    lambda child: Text("Szczepienie przeciw HPV, pierwsza dawka: {child}", child=child),
)
SECOND = Nth(
    "druga",
    Text("Druga dawka"),
    Text("HPV: druga dawka"),
    lambda child: Text("Szczepienie przeciw HPV, druga dawka: {child}", child=child),
)


@dataclass(frozen=True)
class Dose:
    """One dose of a child.

    Attributes:
        nth: which of the two.
        given_on: when it was given, if it was.
        ticket: the right to be given it.
    """

    nth: Nth
    given_on: date | None
    ticket: Ticket


@seam
def given_to(visit: Visit, child: Person) -> list[date]:
    """When a child was vaccinated against HPV, the first time first."""
    record = visit.world.state(Archive).of(child.pesel, child.birth_date, visit.now)
    return sorted(one.on for one in record.vaccinations if one.against == AGAINST)


def doses_of(visit: Visit, child: Person, home: str) -> tuple[Dose, Dose]:
    """Both doses of a child; ``home`` is the path below which each has its page."""
    given = given_to(visit, child)
    plan = _Plan(visit, child, home, today(visit.now))
    return plan.first(given), plan.second(given)


@dataclass(frozen=True)
class _Plan:
    visit: Visit
    child: Person
    home: str
    today: date

    def first(self, given: list[date]) -> Dose:
        first_day = rules.first_day_of_first_dose(self.child.birth_date)
        last_day = rules.last_day_of_first_dose(self.child.birth_date)
        obstacle = None
        if given:
            obstacle = self._obstacle(Text("Pierwsza dawka jest już podana"), Text("Umów drugą dawkę."))
        elif rules.is_too_late(last_day, self.today):
            advice = Text("{ages} O szczepienie zapytaj lekarza rodzinnego.", ages=_AGES)
            obstacle = self._obstacle(Text("Dziecko ma już 14 lat"), advice)
        elif not rules.can_be_booked_already(first_day, self.today, AHEAD):
            advice = Text(
                "{ages} 12 lat skończy {birthday}: wróć cztery tygodnie wcześniej.",
                ages=_AGES,
                birthday=lambda: words_of_day(first_day),
            )
            obstacle = self._obstacle(Text("Dziecko nie ma jeszcze 12 lat"), advice)
        return self._dose(FIRST, given[:1], (first_day, last_day), obstacle, _AGES)

    def second(self, given: list[date]) -> Dose:
        if not given:
            none_yet = self._obstacle(Text("Najpierw pierwsza dawka"), Text("{gap} Umów pierwszą.", gap=_GAP))
            return self._dose(SECOND, [], (self.today, self.today), none_yet, _GAP)
        days = rules.first_day_of_second_dose(given[0]), rules.last_day_of_second_dose(given[0])
        obstacle = None
        if given[1:]:
            obstacle = self._obstacle(Text("Obie dawki są już podane"), Text("Dziecko jest w pełni zaszczepione."))
        elif rules.is_too_late(days[1], self.today):
            advice = Text("{gap} Zapytaj lekarza rodzinnego, co dalej.", gap=_GAP)
            obstacle = self._obstacle(Text("Minął czas na drugą dawkę"), advice)
        return self._dose(SECOND, given[1:2], days, obstacle, _GAP)

    def _dose(
        self, nth: Nth, given: list[date], days: tuple[date, date], obstacle: Obstacle | None, reason: str
    ) -> Dose:
        ticket = Ticket(
            id=f"hpv-{nth.name}-{self.child.pesel}",
            service=Service.HPV,
            patient=self.child.pesel,
            title=nth.visit(self.child.full_name),
            home=f"{self.home}/{nth.name}",
            home_label=Text("Wróć do dawki"),
            first_day=days[0],
            last_day=days[1],
            days_reason=reason,
            obstacle=obstacle,
        )
        return Dose(nth, next(iter(given), None), ticket)

    def _obstacle(self, title: str, advice: str) -> Obstacle:
        return Obstacle(title, advice, Way(Text("Wróć do szczepień dziecka"), self.home))
