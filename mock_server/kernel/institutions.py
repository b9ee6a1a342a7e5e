"""The institutions of the announcement: who confirms a trusted profile, and who offers mojeID."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Institution:
    """One bank (or other institution) with its own site.

    Attributes:
        id: the host name of its site, and its name in every table.
        name: as the institution calls itself.
        trusted_profile: its label on the list of the trusted profile, if it is there.
        mojeid: its label on the list of mojeID, if it is there.
        number_label: its own words for the customer number.
        password_label: its own words for the password.
        colour: of its header; dark enough for white text (WCAG 1.4.3).
    """

    id: str
    name: str
    trusted_profile: str | None
    mojeid: str | None
    number_label: str
    password_label: str
    colour: str


INSTITUTIONS: tuple[Institution, ...] = (
    Institution("ipko", "PKO Bank Polski", "PKO Bank Polski", "PKO BP – iPKO", "Numer klienta", "Hasło", "#004c9a"),
    Institution(
        "inteligo", "Inteligo", "Inteligo", "PKO BP – Inteligo", "Identyfikator klienta", "Hasło dostępu", "#00518a"
    ),
    Institution("santander", "Santander", "Santander", None, "NIK", "Hasło", "#b00000"),
    Institution("pekao", "Bank Pekao SA", "Pekao SA", "Pekao SA", "Numer klienta", "Hasło do Pekao24", "#a6192e"),
    Institution("mbank", "mBank", "mBank", "mBank", "Identyfikator", "Hasło", "#a8001c"),
    Institution("ing", "ING Bank Śląski", "ING", "ING Bank Śląski", "Login", "Hasło do Moje ING", "#9c3b00"),
    Institution("millennium", "Bank Millennium", "Millennium", "Bank Millennium", "MilleKod", "Hasło 1", "#7d0f45"),
    Institution("alior", "Alior Bank", "Alior Bank", None, "Identyfikator klienta", "Hasło", "#6b1f3a"),
    Institution("bos", "BOŚ", "BOŚ", "BOŚ", "Login do BOŚBank24", "Hasło", "#00623b"),
    Institution("bnpparibas", "BNP Paribas", "BNP Paribas", "BNP Paribas", "Login do GOonline", "Hasło", "#00673d"),
    Institution("velobank", "VeloBank", "VeloBank", "VeloBank", "Login", "Hasło", "#005f56"),
    Institution(
        "credit-agricole",
        "Crédit Agricole",
        "Crédit Agricole",
        "Crédit Agricole",
        "Identyfikator CA24",
        "Hasło",
        "#00625f",
    ),
    Institution(
        "bs-brodnica",
        "Bank Spółdzielczy w Brodnicy",
        "Bank Spółdzielczy w Brodnicy",
        "Bank Spółdzielczy w Brodnicy",
        "Login",
        "Hasło",
        "#1f5c2c",
    ),
    Institution("bps", "Grupa BPS", "Grupa BPS", "Grupa BPS", "Identyfikator użytkownika", "Hasło", "#0b5a3c"),
    Institution(
        "kasa-stefczyka", "Kasa Stefczyka", "Kasa Stefczyka", "Kasa Stefczyka", "Numer członkowski", "Hasło", "#17407a"
    ),
    Institution("envelo", "Envelo", "Envelo", None, "Adres e-mail", "Hasło", "#8c1d18"),
)

_BY_ID = {institution.id: institution for institution in INSTITUTIONS}


def institution(id: str) -> Institution | None:  # noqa: A002
    """The institution of this id, or None."""
    return _BY_ID.get(id)
