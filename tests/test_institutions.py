"""The institutions of the announcement: what they call themselves, where they are offered, in whose words they ask."""

import pytest

from mock_server.kernel.institutions import INSTITUTIONS, Institution

WORDS = {
    "ipko": ("PKO Bank Polski", "PKO Bank Polski", "PKO BP – iPKO", "Numer klienta", "Hasło"),
    "inteligo": ("Inteligo", "Inteligo", "PKO BP – Inteligo", "Identyfikator klienta", "Hasło dostępu"),
    "santander": ("Santander", "Santander", None, "NIK", "Hasło"),
    "pekao": ("Bank Pekao SA", "Pekao SA", "Pekao SA", "Numer klienta", "Hasło do Pekao24"),
    "mbank": ("mBank", "mBank", "mBank", "Identyfikator", "Hasło"),
    "ing": ("ING Bank Śląski", "ING", "ING Bank Śląski", "Login", "Hasło do Moje ING"),
    "millennium": ("Bank Millennium", "Millennium", "Bank Millennium", "MilleKod", "Hasło 1"),
    "alior": ("Alior Bank", "Alior Bank", None, "Identyfikator klienta", "Hasło"),
    "bos": ("BOŚ", "BOŚ", "BOŚ", "Login do BOŚBank24", "Hasło"),
    "bnpparibas": ("BNP Paribas", "BNP Paribas", "BNP Paribas", "Login do GOonline", "Hasło"),
    "velobank": ("VeloBank", "VeloBank", "VeloBank", "Login", "Hasło"),
    "credit-agricole": ("Crédit Agricole", "Crédit Agricole", "Crédit Agricole", "Identyfikator CA24", "Hasło"),
    "bs-brodnica": (
        "Bank Spółdzielczy w Brodnicy",
        "Bank Spółdzielczy w Brodnicy",
        "Bank Spółdzielczy w Brodnicy",
        "Login",
        "Hasło",
    ),
    "bps": ("Grupa BPS", "Grupa BPS", "Grupa BPS", "Identyfikator użytkownika", "Hasło"),
    "kasa-stefczyka": ("Kasa Stefczyka", "Kasa Stefczyka", "Kasa Stefczyka", "Numer członkowski", "Hasło"),
    "envelo": ("Envelo", "Envelo", None, "Adres e-mail", "Hasło"),
}
"""By id: its own name, its labels at the trusted profile and at mojeID, and its words for number and password."""
CONTRAST = 4.5
"""Between text and ground (WCAG 1.4.3)."""


def test_there_are_exactly_these_in_the_announcements_order() -> None:
    told = {
        one.id: (one.name, one.trusted_profile, one.mojeid, one.number_label, one.password_label)
        for one in INSTITUTIONS
    }
    assert list(told.items()) == list(WORDS.items())


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("one", INSTITUTIONS, ids=lambda one: one.id)
def test_white_text_can_be_read_on_its_colour(one: Institution) -> None:
    assert 1.05 / (luminance(one.colour) + 0.05) >= CONTRAST


def test_no_two_have_the_same_colour() -> None:
    assert len({one.colour for one in INSTITUTIONS}) == len(INSTITUTIONS)
