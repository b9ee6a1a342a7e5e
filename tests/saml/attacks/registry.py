"""How an attack is told: what it does, how it is refused, and the one rule or seam that stands in its way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from mock_server.saml.xml import Element
from tests.saml.scene import Edit, SamlScene, find

Run = Callable[[SamlScene], object]
SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Attack:
    name: str
    code: str
    guard: str
    run: Run


ATTACKS: list[Attack] = []


def attack(code: str, guard: str) -> Callable[[Run], Run]:
    """Register an attack: refused with `code`, and let through when the rule or seam `guard` says yes to all."""

    def register(run: Run) -> Run:
        ATTACKS.append(Attack(getattr(run, "__name__", "attack"), code, guard, run))
        return run

    return register


def replaced_in_assertion(scene: SamlScene, old: str, new: str) -> object:
    """The provider reads an assertion in which a text has been replaced before it was encrypted."""
    assertion = scene.assertion().decode()
    assert old in assertion
    return scene.read_response(scene.soap_around(assertion.replace(old, new).encode()))


def set_on(path: str, attribute: str, value: str) -> Edit:
    def edit(message: Element) -> None:
        (find(message, path) if path else message).set(attribute, value)

    return edit
