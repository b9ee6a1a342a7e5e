"""The doses of a child: which were given, which can be booked, and why one cannot."""

from dataclasses import dataclass
from datetime import date

from ....kernel.people import Person
from ....kernel.polish_time import words_of_day
from ....kernel.rules import seam
from ....web.visit import Visit
from ..archive import Archive, today
from ..booking.model import Service
from ..booking.offers import AHEAD
from ..booking.ticket import Obstacle, Ticket, Way
from . import rules

AGAINST = "HPV"
"""As the record calls what the vaccine protects against."""
FIRST, SECOND = "pierwsza", "druga"
_AGES = "Pierwszą dawkę bezpłatnie dostaje dziecko, które w dniu szczepienia ma 12 albo 13 lat."
_GAP = "Drugą dawkę podaje się od 6 do 12 miesięcy po pierwszej."


@dataclass(frozen=True)
class Dose:
    """One dose of a child.

    Attributes:
        name: in addresses and in words.
        given_on: when it was given, if it was.
        ticket: the right to be given it.
    """

    name: str
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
            obstacle = self._obstacle("Pierwsza dawka jest już podana", "Umów drugą dawkę.")
        elif rules.is_too_late(last_day, self.today):
            obstacle = self._obstacle("Dziecko ma już 14 lat", f"{_AGES} O szczepienie zapytaj lekarza rodzinnego.")
        elif not rules.can_be_booked_already(first_day, self.today, AHEAD):
            when = f"12 lat skończy {words_of_day(first_day)}: wróć cztery tygodnie wcześniej."
            obstacle = self._obstacle("Dziecko nie ma jeszcze 12 lat", f"{_AGES} {when}")
        return self._dose(FIRST, given[:1], (first_day, last_day), obstacle, _AGES)

    def second(self, given: list[date]) -> Dose:
        if not given:
            none_yet = self._obstacle("Najpierw pierwsza dawka", f"{_GAP} Umów pierwszą.")
            return self._dose(SECOND, [], (self.today, self.today), none_yet, _GAP)
        days = rules.first_day_of_second_dose(given[0]), rules.last_day_of_second_dose(given[0])
        obstacle = None
        if given[1:]:
            obstacle = self._obstacle("Obie dawki są już podane", "Dziecko jest w pełni zaszczepione.")
        elif rules.is_too_late(days[1], self.today):
            obstacle = self._obstacle("Minął czas na drugą dawkę", f"{_GAP} Zapytaj lekarza rodzinnego, co dalej.")
        return self._dose(SECOND, given[1:2], days, obstacle, _GAP)

    def _dose(
        self, name: str, given: list[date], days: tuple[date, date], obstacle: Obstacle | None, reason: str
    ) -> Dose:
        ticket = Ticket(
            id=f"hpv-{name}-{self.child.pesel}",
            service=Service.HPV,
            patient=self.child.pesel,
            title=f"Szczepienie przeciw HPV, {name} dawka: {self.child.full_name}",
            home=f"{self.home}/{name}",
            home_label="Wróć do dawki",
            first_day=days[0],
            last_day=days[1],
            days_reason=reason,
            obstacle=obstacle,
        )
        return Dose(name, next(iter(given), None), ticket)

    def _obstacle(self, title: str, advice: str) -> Obstacle:
        return Obstacle(title, advice, Way("Wróć do szczepień dziecka", self.home))
