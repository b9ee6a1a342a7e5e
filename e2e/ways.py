"""Which parts of a path decide how its walk comes to a step and takes it: who shares them fails there likewise."""

from fixtures.acts import ARRIVE
from fixtures.failing import FailedStep

_IN_FRONT = ("device", "entry")
_BY_METHOD = ("device", "method")
_PROVING = ("device", "method", "provider", "confirmation")
_AFTER = ("device", "destination")
_PARTS: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("pacjent",), _IN_FRONT, _IN_FRONT),
    (("login",), _IN_FRONT, _BY_METHOD),
    (("pz", "banks", "mojeid", "e_dowod", "edo_app", "czytnik", "login_mobywatel", "mobywatel"), _PROVING, _PROVING),
    (("ikp", "mojeikp", "patient"), (*_PROVING, "destination"), _AFTER),
)
"""The sites in the order in which a walk meets them; what decides the arrival at their pages, and their acts."""


def parts_of_step(step: FailedStep) -> tuple[str, ...] | None:
    """The parts, by their names in ``Path``; None where the walk to the step is not known.

    The first page of mojeIKP is met before the login, and is an entry.
    """
    if step.page == "StartPage":
        return _IN_FRONT
    for sites, arrival, acts in _PARTS:
        if step.site in sites:
            return arrival if step.act == ARRIVE else acts
    return None
