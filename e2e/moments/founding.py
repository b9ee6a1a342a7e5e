"""The moments and the day that the founding of a trusted profile tells."""

from datetime import date, datetime, timedelta

from e2e.founding.founder import ALERT, NOTICE, Founder
from e2e.moments.scene import Scene, Told, beside, told

DAY = timedelta(days=1)


def founded_profile(scene: Scene) -> Told:
    founder = Founder(scene.world, scene.computer, scene.make_person(holdings=("banks",)))
    founder.ask_for_code()
    scene.at_the_act()
    founder.give_code()
    scene.later()
    return told(scene.computer.open(scene.computer.address), NOTICE)


def profile_that_is_valid(scene: Scene) -> Told:
    """It is valid until a day after the act."""
    return told(_identified(scene, valid_until=scene.act_at + DAY).browser, ALERT)


def profile_that_has_expired(scene: Scene) -> Told:
    """It expires at the act."""
    shown = _identified(scene, valid_until=scene.act_at).browser
    return told(shown, "//main/p[starts-with(., 'Twój poprzedni profil wygasł')]")


def _identified(scene: Scene, valid_until: datetime) -> Founder:
    person = scene.make_person()
    scene.world.change_person(person.pesel, trusted_profile={"valid_until": valid_until.isoformat()})
    scene.later()
    founder = Founder(scene.world, scene.computer, person)
    founder.open()
    founder.be_identified()
    return founder


def data_of_a_founder(scene: Scene, day: date) -> Told:
    founder = Founder(scene.world, scene.computer, scene.make_person(birth_date=day.isoformat(), holdings=("banks",)))
    founder.open()
    founder.be_identified()
    return told(scene.computer, beside("Data urodzenia"))
