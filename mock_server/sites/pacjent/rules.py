"""What the portal decides: which message an address may show."""

from ...kernel.rules import rule

MESSAGES = {
    "anulowano": "Logowanie zostało przerwane.",
    "wylogowano": "Wylogowano z Internetowego Konta Pacjenta.",
}


@rule
def message_of(key: str) -> str | None:
    """An address chooses among fixed messages; its own text is never shown."""
    return MESSAGES.get(key)
