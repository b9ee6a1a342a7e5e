"""The places that every world begins with, and when they see people. All are invented."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from ....kernel.clock import WARSAW
from .model import Place, Service, Term, Voivodeship

_LAB, _BOTH = (Service.PREVENTION,), (Service.PREVENTION, Service.HPV)
_SEEN_A_DAY = 3
_MORNING = tuple(time(hour, minute) for hour in range(7, 12) for minute in (0, 20, 40))
_SATURDAY = 5

PLACES = (
    Place("wroclaw", "Przychodnia „Pod Platanem”", Voivodeship.DOLNOSLASKIE, "Wrocław", "ul. Platanowa 4", _BOTH),
    Place("bydgoszcz", "Przychodnia „Brda”", Voivodeship.KUJAWSKO_POMORSKIE, "Bydgoszcz", "ul. Młyńska 11", _BOTH),
    Place("brodnica", "Przychodnia „Drwęca”", Voivodeship.KUJAWSKO_POMORSKIE, "Brodnica", "ul. Zamkowa 2", _BOTH),
    Place("lublin", "Przychodnia „Koziołek”", Voivodeship.LUBELSKIE, "Lublin", "ul. Wąwozowa 30", _BOTH),
    Place("zielona-gora", "Centrum Medyczne „Winnica”", Voivodeship.LUBUSKIE, "Zielona Góra", "ul. Winna 7", _BOTH),
    Place("lodz", "Laboratorium „Kropla”", Voivodeship.LODZKIE, "Łódź", "ul. Tkacka 15", _LAB),
    Place("lodz-zdrowie", "Przychodnia „Zdrowie”", Voivodeship.LODZKIE, "Łódź", "ul. Przędzalniana 8", _BOTH),
    Place("krakow", "Przychodnia „Hejnał”", Voivodeship.MALOPOLSKIE, "Kraków", "ul. Zwierzyniecka 21", _BOTH),
    Place("warszawa", "Centrum Medyczne „Pod Lipą”", Voivodeship.MAZOWIECKIE, "Warszawa", "ul. Lipowa 9", _BOTH),
    Place("radom", "Laboratorium „Próbka”", Voivodeship.MAZOWIECKIE, "Radom", "ul. Żeromskiego 50", _LAB),
    Place("opole", "Przychodnia „Pasieka”", Voivodeship.OPOLSKIE, "Opole", "ul. Pasieczna 3", _BOTH),
    Place("rzeszow", "Przychodnia „Wisłok”", Voivodeship.PODKARPACKIE, "Rzeszów", "ul. Nadbrzeżna 17", _BOTH),
    Place("bialystok", "Centrum Zdrowia „Żubr”", Voivodeship.PODLASKIE, "Białystok", "ul. Leśna 28", _BOTH),
    Place("gdansk", "Przychodnia „Latarnia”", Voivodeship.POMORSKIE, "Gdańsk", "ul. Portowa 6", _BOTH),
    Place("zory", "Przychodnia „Ogień”", Voivodeship.SLASKIE, "Żory", "ul. Rynkowa 1", _BOTH),
    Place("kielce", "Przychodnia „Łysica”", Voivodeship.SWIETOKRZYSKIE, "Kielce", "ul. Górska 12", _BOTH),
    Place("olsztyn", "Przychodnia „Łyna”", Voivodeship.WARMINSKO_MAZURSKIE, "Olsztyn", "ul. Jeziorna 19", _BOTH),
    Place("poznan", "Centrum Zdrowia „Cytadela”", Voivodeship.WIELKOPOLSKIE, "Poznań", "ul. Forteczna 5", _BOTH),
    Place("szczecin", "Przychodnia „Gryf”", Voivodeship.ZACHODNIOPOMORSKIE, "Szczecin", "ul. Wały 10", _BOTH),
)  # fmt: skip


def drawn_terms(place: Place, service: Service, first_day: date, last_day: date) -> Iterator[Term]:
    """The terms of a place on these days: always the same ones, on every day from Monday to Friday."""
    for ahead in range((last_day - first_day).days + 1):
        day = first_day + timedelta(days=ahead)
        if day.weekday() < _SATURDAY:
            times = Random(f"{place.id} {service} {day}").sample(_MORNING, _SEEN_A_DAY)
            yield from (Term(service, datetime.combine(day, at, WARSAW)) for at in sorted(times))
