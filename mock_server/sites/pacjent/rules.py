"""What the portal decides: which message an address may show."""

from ...kernel.rules import rule
from ...kernel.translation import Text

MESSAGES = {
    "anulowano": Text("Logowanie zostało przerwane."),
    "wylogowano": Text("Wylogowano z Internetowego Konta Pacjenta."),
}


@rule
def message_of(key: str) -> str | None:
    """An address chooses among fixed messages; its own text is never shown."""
    return MESSAGES.get(key)
