"""The table of sites: one row each. A site's package under ``sites/`` carries the name of its row."""

from dataclasses import dataclass
from types import MappingProxyType

from ..kernel.institutions import INSTITUTIONS
from ..kernel.language import Language
from ..kernel.translation import Text

_BLUE, _MAROON = "#0052a5", "#7a1f2b"
_POLISH = (Language.POLISH,)
_TWO = (Language.POLISH, Language.ENGLISH)
_THREE = (Language.POLISH, Language.ENGLISH, Language.UKRAINIAN)
"""Of login.gov.pl and what belongs to it (facts: from memory, not verified)."""


@dataclass(frozen=True)
class SiteRow:
    """A system with its own host.

    Attributes:
        name: the first label of its host name; its package, rules and templates have the same (``-`` is ``_`` there).
        title: how the site calls itself, for pages and titles.
        colour: of its header.
        languages: in which it speaks; the first is the one in which it is written.
        is_public: whether it is a page of the web for everybody, with an emblem and the pages that such a site owes; a
            bank speaks for itself, and an app or a reader is a program.
    """

    name: str
    title: str
    colour: str = _BLUE
    languages: tuple[Language, ...] = _POLISH
    is_public: bool = False


_ROWS = (
    SiteRow("pacjent", "pacjent.gov.pl", languages=_TWO, is_public=True),
    SiteRow("login", "login.gov.pl", languages=_THREE, is_public=True),
    SiteRow("pz", "pz.gov.pl", languages=_THREE, is_public=True),
    SiteRow("mojeid", "mojeID", "#3d1a78", _THREE, is_public=True),
    SiteRow("e-dowod", "e-dowód", _MAROON, _THREE, is_public=True),
    SiteRow("czytnik", "E-dowód menedżer", "#2b3a4a"),
    SiteRow("edo-app", "eDO App", _MAROON),
    SiteRow("login-mobywatel", Text("Logowanie mObywatel"), languages=_THREE, is_public=True),
    SiteRow("mobywatel", "mObywatel"),
    SiteRow("ikp", "Internetowe Konto Pacjenta", languages=_TWO, is_public=True),
    SiteRow("mojeikp", "mojeIKP", "#00594f", _TWO, is_public=True),
    *(SiteRow(bank.id, bank.name, bank.colour) for bank in INSTITUTIONS),
)
SITES = MappingProxyType({row.name: row for row in _ROWS})
"""Every site by its name. The institutions of the last rows share the package ``banks``."""
