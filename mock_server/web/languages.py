"""Which language a site speaks with a visitor, and how the visitor changes it.

The choice is a cookie of each site, which ends with the browser; sites tell it each other along a login. Who has not
chosen is answered in the language that the browser asks for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import Response

from ..kernel.language import Language, speak
from . import rules
from .refusal import not_found
from .site_table import SITES

if TYPE_CHECKING:
    from .site import Site
    from .visit import Visit

COOKIE = "__Host-language"
PATH = "/jezyk/{language}"
_SPOKEN = frozenset(language for site in SITES.values() for language in site.languages)
"""What can be chosen; a site that lacks it speaks the nearest that it has, and tells others the wish."""
_MANY = 20
"""Languages of a browser that are looked at."""


def language_of(visit: "Visit") -> Language:
    """The language for this visit: the chosen one, else the first that the browser asks for and the site speaks."""
    chosen = visit.cookie(COOKIE)
    asked = (*([chosen] if chosen else ()), *_asked_for(visit.request.headers.get("accept-language", "")))
    return rules.language_spoken(asked, visit.site.languages)


def speaks_several(visit: "Visit") -> bool:
    """Whether the visitor can choose a language at this site."""
    return len(visit.site.languages) > 1


def adopt(visit: "Visit", language: str) -> None:
    """Speak this language from now on, at this site, if it can; else the nearest that it can, and tell others this.

    Args:
        visit: to this site.
        language: its tag, as another system told it; what is none of ours changes nothing.
    """
    if speaks_several(visit) and language in tuple(Language):
        visit.set_cookie(COOKIE, language)
        speak(rules.language_spoken((language,), visit.site.languages))


def in_language(answer: Response, language: Language) -> Response:
    """Tell a program in which language the person was spoken to (RFC 9110, 8.5)."""
    answer.headers["Content-Language"] = language
    return answer


def chosen_at(visit: "Visit") -> str | None:
    """The language that was chosen, here or where the visitor came from, if any was."""
    chosen = visit.cookie(COOKIE)
    return chosen if chosen in tuple(Language) else None


def way_to(visit: "Visit", site: str, path: str = "/") -> str:
    """The address of a page of another site that has several languages; it is told what was chosen, if anything was."""
    chosen = chosen_at(visit)
    if chosen not in _SPOKEN:
        return visit.url(site, path)
    return visit.url(site, f"{PATH.format(language=chosen)}?{urlencode({'dalej': path}, safe='/')}")


def add_to(site: "Site") -> None:
    """Let a visitor change the language, and come back to the same page; or bring along what was chosen elsewhere."""

    @site.get(PATH)
    async def change(visit: "Visit") -> Response:
        if visit.param("language") not in _SPOKEN:
            raise not_found()
        adopt(visit, visit.param("language"))
        target = visit.query("dalej")
        return visit.redirect(target if rules.target_is_own(target) else "/")


def _asked_for(header: str) -> Iterator[str]:
    """The languages of an Accept-Language header (RFC 9110, 12.5.4), the most wanted first, without regions."""

    def weight(item: str) -> float:
        _, _, told = item.partition(";q=")
        try:
            return float(told) if told else 1.0
        except ValueError:
            return 0.0

    items = [item.replace(" ", "") for item in header.split(",")[:_MANY]]
    for item in sorted(items, key=weight, reverse=True):
        if weight(item) > 0:
            tag = item.partition(";")[0].lower()
            yield tag if tag == Language.PSEUDO else tag.partition("-")[0]
