"""The languages of the sites, and the one in which a browser's pages are to come."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext

POLISH, ENGLISH, UKRAINIAN = "pl", "en", "uk"
PSEUDO = "qps-ploc"
"""Every text that can be translated, marked as such; spoken by each site that has more than one language."""
ONE, TWO, THREE = (POLISH,), (POLISH, ENGLISH), (POLISH, ENGLISH, UKRAINIAN)
"""What a site speaks: banks and apps one, the sites of a patient two, login.gov.pl and what belongs to it three."""
OWN_NAMES = {POLISH: "Polski", ENGLISH: "English", UKRAINIAN: "Українська"}
"""As the speakers of each call it."""

_wanted: WeakKeyDictionary[BrowserContext, str] = WeakKeyDictionary()


def want(context: BrowserContext, language: str) -> None:
    """From now on the pages of this browser are to come in this language, as far as each site speaks it."""
    _wanted[context] = language


def wanted_in(context: BrowserContext) -> str:
    """The language in which the pages of this browser are to come; Polish unless somebody wants another."""
    return _wanted.get(context, POLISH)


def nearest(wanted: str, spoken: Sequence[str]) -> str:
    """What a site speaks with whoever wants this language; where it has no Ukrainian, English is nearer than Polish."""
    if wanted == PSEUDO:
        return PSEUDO if len(spoken) > 1 else POLISH
    return next((one for one in (wanted, ENGLISH) if one in spoken), POLISH)
