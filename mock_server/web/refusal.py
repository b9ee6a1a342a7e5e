"""A refusal: the page that says why a site will not do what was asked, and what to do instead."""


class Refused(Exception):
    """Raised anywhere below a route; shown as an error page with this status.

    Args:
        status: the HTTP status, 4xx or 5xx.
        title: what the page's heading says, in Polish.
        advice: what the person can do now, in Polish.
    """

    def __init__(self, status: int, title: str, advice: str) -> None:
        super().__init__(f"{status} {title}")
        self.status = status
        self.title = title
        self.advice = advice


def not_found() -> Refused:
    """Nothing of that name is here (or it belongs to somebody else)."""
    return Refused(404, "Nie ma takiej strony", "Sprawdź adres albo wróć na stronę główną.")


def unavailable(status: int) -> Refused:
    """The site is out."""
    return Refused(status, "Serwis jest chwilowo niedostępny", "Spróbuj później albo wybierz inny sposób.")
