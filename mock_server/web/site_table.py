"""The table of sites: one row each. A site's package under ``sites/`` carries the name of its row."""

from dataclasses import dataclass
from types import MappingProxyType

from ..kernel.institutions import INSTITUTIONS

_BLUE = "#0052a5"


@dataclass(frozen=True)
class SiteRow:
    """A system with its own host.

    Attributes:
        name: the first label of its host name; its package, rules and templates have the same (``-`` is ``_`` there).
        title: how the site calls itself, for pages and titles.
        colour: of its header.
    """

    name: str
    title: str
    colour: str = _BLUE


_ROWS = (
    SiteRow("pacjent", "pacjent.gov.pl"),
    SiteRow("login", "login.gov.pl"),
    SiteRow("pz", "Profil zaufany"),
    SiteRow("mojeid", "mojeID", "#3d1a78"),
    SiteRow("e-dowod", "e-dowód"),
    SiteRow("czytnik", "E-dowód menedżer"),
    SiteRow("edo-app", "eDO App"),
    SiteRow("login-mobywatel", "Logowanie mObywatel"),
    SiteRow("mobywatel", "mObywatel"),
    SiteRow("ikp", "Internetowe Konto Pacjenta"),
    SiteRow("mojeikp", "mojeIKP", "#00594f"),
    *(SiteRow(bank.id, bank.name, bank.colour) for bank in INSTITUTIONS),
)
SITES = MappingProxyType({row.name: row for row in _ROWS})
"""Every site by its name. The institutions of the last rows share the package ``banks``."""
