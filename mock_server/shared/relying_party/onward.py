"""Where a person was going whose login at a relying party cannot go on."""

from urllib.parse import urlencode

from ...kernel.translation import Text
from ...web.refusal import Onward


def on_to(target: str) -> Onward | None:
    """To the page that the login was for; who wanted nothing special goes to the site's start."""
    special = target not in {"", "/"}
    return Onward(target, Text("Otwórz stronę, do której prowadziło logowanie")) if special else None


def log_in_again(target: str) -> Onward:
    """Once more through the login, to the same page."""
    return Onward(f"/zaloguj?{urlencode({'cel': target}, safe='/')}", Text("Zaloguj się ponownie"))
