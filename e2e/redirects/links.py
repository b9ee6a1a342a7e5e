"""Which links meet which ways to log in: letters and notices carry them to everybody."""

from collections.abc import Iterator
from dataclasses import dataclass

from e2e.paths import IKP, MOJEIKP, PATHS, Path
from pages.base import BasePage
from pages.patient.family import ChildrenPage
from pages.patient.prevention import PreventionPage
from pages.patient.vaccination import ChildVaccinationPage

DESTINATIONS = {"computer": IKP, "pixel": MOJEIKP, "iphone": IKP}


@dataclass(frozen=True)
class Link:
    """An address that a patient is sent to.

    Attributes:
        path: with ``{child}`` for the stand-in of a child's PESEL.
        leads_to: the page there.
    """

    name: str
    path: str
    leads_to: type[BasePage]


LINKS = (
    Link("rights", "/uprawnienia", ChildrenPage),
    Link("prevention", "/profilaktyka", PreventionPage),
    Link("vaccination", "/dziecko/{child}/szczepienia", ChildVaccinationPage),
)


def ways() -> Iterator[Path]:
    """Each way to prove who one is on each device once, with the first provider that offers it."""
    seen = set()
    for path in PATHS:
        way = path.method, path.confirmation, path.device
        if path.destination == DESTINATIONS[path.device] and way not in seen:
            seen.add(way)
            yield path


def every_row() -> Iterator[tuple[Link, Path]]:
    """Every link by every way, each way with another link first."""
    told = list(ways())
    for shift in range(len(LINKS)):
        for number, way in enumerate(told):
            yield LINKS[(number + shift) % len(LINKS)], way


def share() -> Iterator[tuple[Link, Path]]:
    """As many as it takes for each link to meet each device and each proof, and for each way to be gone."""
    met: set[tuple[str, ...]] = set()
    for link, way in every_row():
        pairs = {(link.name, way.device), (link.name, way.method, way.confirmation), (way.id,)}
        if not pairs <= met:
            met |= pairs
            yield link, way
