"""What became of authorising, as a look into the world shows it."""

from datetime import date

from fixtures.authorising import Authorisation, Visitor
from mock_server.kernel.making import Recipe, make_child
from mock_server.kernel.people import Person
from mock_server.shared.patient.archive import today
from mock_server.shared.patient.authorisations import Authorisations
from mock_server.shared.patient.looks import Look, Looks
from tests.patient.visiting import IKP, PatientScene


def enter(scene: PatientScene, host: str, person: Person) -> Visitor:
    """Sign somebody in to one account in a new browser."""
    browser = scene.another_browser()
    (scene.enter_ikp if host == IKP else scene.enter_mojeikp)(person, browser=browser)
    return Visitor(browser.http, host)


def rights_of(scene: PatientScene) -> list[Authorisation]:
    return scene.world.state(Authorisations).all(scene.world.people)


def looks_at(scene: PatientScene, person: Person) -> list[Look]:
    return scene.world.state(Looks).at(person.pesel)


def day(scene: PatientScene) -> date:
    return today(scene.world.clock.now())


def add_child(scene: PatientScene, parent: Person, *, age: int = 12) -> Person:
    child = scene.world.people.add(make_child(parent, Recipe(3, age=age), scene.world.clock.now()))
    parent.children.append(child.pesel)
    return child
