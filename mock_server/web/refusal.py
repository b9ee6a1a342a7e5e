"""A refusal: the page that says why a site will not do what was asked, and what to do instead."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..kernel.translation import Text


@dataclass(frozen=True)
class Onward:
    """Where a person was going who meets an error page.

    Attributes:
        address: a path of the site, or whole.
        words: of the link, in Polish.
    """

    address: str
    words: str


def back_to(service: str, address: str) -> Onward:
    """To the service that somebody wants to log in to."""
    return Onward(address, Text("Wróć do serwisu {service}", service=service))


class Refused(Exception):
    """Raised anywhere below a route; shown as an error page with this status.

    Args:
        status: the HTTP status, 4xx or 5xx.
        title: what the page's heading says, in Polish.
        advice: what the person can do now, in Polish.
        headers: what a program is told besides.
        onward: where the person was going, if that is known; else the page leads to the site's own start.
    """

    def __init__(
        self,
        status: int,
        title: str,
        advice: str,
        headers: Mapping[str, str] = MappingProxyType({}),
        *,
        onward: Onward | None = None,
    ) -> None:
        super().__init__(f"{status} {title}")
        self.status = status
        self.title = title
        self.advice = advice
        self.headers = headers
        self.onward = onward


def not_found() -> Refused:
    """Nothing of that name is here (or it belongs to somebody else)."""
    return Refused(404, Text("Nie ma takiej strony"), Text("Sprawdź adres albo wróć na stronę główną."))


def of_another_browser() -> Refused:
    """The login was begun in another browser; whose, and for which service, is not told."""
    return Refused(403, Text("To nie jest Twoje logowanie"), Text("Zacznij logowanie od początku w tej przeglądarce."))


def wrong_method(allowed: Collection[str]) -> Refused:
    """The address is there, but not for this method: a form's address that was typed or reloaded, say."""
    return Refused(
        405,
        Text("Tej strony nie można tak otworzyć"),
        Text("Wróć do poprzedniej strony i użyj na niej przycisku albo zacznij od strony głównej."),
        {"Allow": ", ".join(sorted(allowed))},
    )


def unavailable(status: int) -> Refused:
    """The site is out."""
    return Refused(status, Text("Serwis jest chwilowo niedostępny"), Text("Spróbuj później albo wybierz inny sposób."))


def failed() -> Refused:
    """Something broke that nobody foresaw; the page tells nothing of what it was."""
    return Refused(500, Text("Coś poszło nie tak"), Text("Spróbuj jeszcze raz za chwilę."))
