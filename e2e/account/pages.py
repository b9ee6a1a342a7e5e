"""What lies behind the login, at both service providers."""

PRIVATE = {
    "ikp": (
        "/konto",
        "/moje-konto",
        "/recepty",
        "/skierowania",
        "/wizyty",
        "/zwolnienia",
        "/szczepienia",
        "/uprawnienia",
    ),
    "mojeikp": ("/konto", "/recepty", "/skierowania", "/wizyty", "/zwolnienia", "/szczepienia"),
}
"""The private pages, by site; a document and its PDF come besides."""
DATA = "/api/konto"
