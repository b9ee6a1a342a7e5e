"""What IKP decides: what counts as a consent to the regulations, and where a logout may lead."""

from ...kernel.rules import rule

LOGGED_OUT = "/wylogowano"


@rule
def consent_is_given(box: str) -> bool:
    """The box must be ticked."""
    return box == "tak"


@rule
def leads_to_listed_page(wanted: str, listed: tuple[str, ...]) -> bool:
    """After a logout only the listed addresses are gone to, letter for letter."""
    return wanted in listed
