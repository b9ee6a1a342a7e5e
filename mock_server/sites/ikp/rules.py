"""What IKP decides: who must accept the regulations first, and where a logout may lead."""

from ...kernel.rules import rule

LOGGED_OUT = "/wylogowano"


@rule
def regulations_are_accepted(before: bool) -> bool:
    """The account opens to a patient who accepted the regulations once (facts: open, at the first login)."""
    return before


@rule
def consent_is_given(box: str) -> bool:
    """The box must be ticked."""
    return box == "tak"


@rule
def leads_to_listed_page(wanted: str, listed: tuple[str, ...]) -> bool:
    """After a logout only the listed addresses are gone to, letter for letter."""
    return wanted in listed
