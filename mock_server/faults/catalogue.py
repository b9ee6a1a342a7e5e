"""The whole catalogue, read by the control API and by ``make strength``."""

from . import code
from .entry import CataloguedFault

CATALOGUE: dict[str, CataloguedFault] = {fault.id: fault for part in (code,) for fault in part.FAULTS}
"""Every fault, by its name."""
