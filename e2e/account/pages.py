"""What lies behind the login, at both service providers."""

_OF_BOTH = (
    "/konto",
    "/recepty",
    "/skierowania",
    "/wizyty",
    "/zwolnienia",
    "/szczepienia",
    "/uprawnienia",
    "/uprawnienia/nowe",
    "/uprawnienia/wglad",
    "/dostep-zakonczony",
    "/profilaktyka",
)
PRIVATE = {"ikp": (*_OF_BOTH, "/moje-konto"), "mojeikp": _OF_BOTH}
"""The private pages, by site; a document and its PDF come besides."""
DATA = "/api/konto"
