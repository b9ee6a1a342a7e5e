"""Why somebody can found no profile, and what they can do instead."""

from dataclasses import dataclass
from datetime import date, datetime

from ...kernel.people import Person
from ...kernel.translation import Text
from ...web.delegation import Identity
from ...web.moments import day_shown, moment_shown
from ...web.visit import Visit
from . import rules

_OTHER_NAMES = Text("Imię lub nazwisko, które przekazała wybrana instytucja, różni się od tego w rejestrze PESEL.")
_CORRECT_THEM = Text("Popraw dane w tej instytucji, na przykład po zmianie nazwiska, albo wybierz inną.")
_TOO_YOUNG = Text("Profil zaufany może mieć osoba, która ukończyła 13 lat.")
_USE_IT = Text("Zaloguj się nim, hasłem albo przez bank lub innego dostawcę. Drugiego profilu nie potrzebujesz.")


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way.

    Attributes:
        reason: why there can be no profile, or no new one.
        advice: what the person can do.
        can_sign_in: whether they have a profile to sign in with.
    """

    reason: str
    advice: str
    can_sign_in: bool = False


def obstacle_to(visit: Visit, told: Identity, person: Person) -> Obstacle | None:
    """What stands in the way of a person, of whom an institution told this, from founding a profile now."""
    registered, profile = (person.given_name, person.family_name), person.trusted_profile
    if not rules.names_agree((told.given_name, told.family_name), registered):
        return Obstacle(_OTHER_NAMES, _CORRECT_THEM)
    if not rules.is_old_enough(person.birth_date, visit.now):
        return Obstacle(_TOO_YOUNG, _wait_until(rules.may_have_profile_from(person.birth_date)))
    if profile and not rules.may_found(profile.valid_until, visit.now):
        return Obstacle(_has_one(profile.valid_until), _USE_IT, can_sign_in=True)
    return None


def _wait_until(day: date) -> Text:
    return Text(
        "Możesz go założyć od {day}. Do tego czasu sprawy dziecka załatwia rodzic lub opiekun na swoim koncie.",
        day=lambda: day_shown(day),
    )


def _has_one(valid_until: datetime) -> Text:
    return Text("Masz już profil zaufany, ważny do {until}.", until=lambda: moment_shown(valid_until))
