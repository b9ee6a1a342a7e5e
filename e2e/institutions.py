"""The institutions of the article: the lists that the pages must show, and the words of each."""

TRUSTED_PROFILE_BANKS = {
    "ipko": "PKO Bank Polski",
    "inteligo": "Inteligo",
    "santander": "Santander",
    "pekao": "Pekao SA",
    "mbank": "mBank",
    "ing": "ING",
    "millennium": "Millennium",
    "alior": "Alior Bank",
    "bos": "BOŚ",
    "bnpparibas": "BNP Paribas",
    "velobank": "VeloBank",
    "credit-agricole": "Crédit Agricole",
    "bs-brodnica": "Bank Spółdzielczy w Brodnicy",
    "bps": "Grupa BPS",
    "kasa-stefczyka": "Kasa Stefczyka",
    "envelo": "Envelo",
}
"""The 16 institutions through which the article confirms a trusted profile, with their tiles."""

MOJEID_BANKS = {
    "pekao": "Pekao SA",
    "ipko": "PKO BP – iPKO",
    "inteligo": "PKO BP – Inteligo",
    "bos": "BOŚ",
    "bnpparibas": "BNP Paribas",
    "velobank": "VeloBank",
    "credit-agricole": "Crédit Agricole",
    "millennium": "Bank Millennium",
    "mbank": "mBank",
    "bs-brodnica": "Bank Spółdzielczy w Brodnicy",
    "ing": "ING Bank Śląski",
    "kasa-stefczyka": "Kasa Stefczyka",
    "bps": "Grupa BPS",
}
"""The 13 ways of mojeID in the article's 12 banks (PKO BP is there as iPKO and as Inteligo), with their tiles."""

NAMES = {"pekao": "Bank Pekao SA", "ing": "ING Bank Śląski", "millennium": "Bank Millennium"}
"""As the bank calls itself, where the trusted profile's tile says it otherwise."""
WORDS = {
    "ipko": ("Numer klienta", "Hasło"),
    "inteligo": ("Identyfikator klienta", "Hasło dostępu"),
    "santander": ("NIK", "Hasło"),
    "pekao": ("Numer klienta", "Hasło do Pekao24"),
    "mbank": ("Identyfikator", "Hasło"),
    "ing": ("Login", "Hasło do Moje ING"),
    "millennium": ("MilleKod", "Hasło 1"),
    "alior": ("Identyfikator klienta", "Hasło"),
    "bos": ("Login do BOŚBank24", "Hasło"),
    "bnpparibas": ("Login do GOonline", "Hasło"),
    "velobank": ("Login", "Hasło"),
    "credit-agricole": ("Identyfikator CA24", "Hasło"),
    "bs-brodnica": ("Login", "Hasło"),
    "bps": ("Identyfikator użytkownika", "Hasło"),
    "kasa-stefczyka": ("Numer członkowski", "Hasło"),
    "envelo": ("Adres e-mail", "Hasło"),
}
"""Each bank's own words for customer number and password."""
METHODS = {"trusted_profile": "Profil zaufany", "mojeid": "mojeID", "id_card": "e-dowód", "mobywatel": "mObywatel"}
"""The article's four methods, as the account calls whoever confirmed the identity."""


def name_of(bank: str) -> str:
    """As the bank calls itself."""
    return NAMES.get(bank, TRUSTED_PROFILE_BANKS[bank])


def identified_by(method: str, bank: str | None = None) -> str:
    """Who confirmed the identity, as the account tells it: a bank as it stands on the list of the method."""
    if bank is None:
        return METHODS[method]
    labels = {"trusted_profile": TRUSTED_PROFILE_BANKS, "mojeid": MOJEID_BANKS}[method]
    return f"{METHODS[method]} – {labels[bank]}"
