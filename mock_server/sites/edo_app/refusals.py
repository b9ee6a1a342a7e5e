"""What the app tells its owner when a code or an answer is refused."""

_REASONS = {
    "empty": "Aparat nie odczytał kodu. Przytrzymaj telefon nieruchomo i spróbuj jeszcze raz.",
    "foreign": "To nie jest kod logowania e-dowodem. Zeskanuj kod ze strony, na której się logujesz.",
    "unreadable": "Kod jest uszkodzony. Odśwież kod na stronie logowania i zeskanuj go jeszcze raz.",
    "host": "Ten kod pochodzi z nieznanego serwisu. Dla bezpieczeństwa nie używaj go.",
    "unknown": "Nie ma takiego kodu. Sprawdź kod na stronie logowania i spróbuj jeszcze raz.",
    "expired": "Kod stracił ważność. Odśwież kod na stronie logowania i spróbuj jeszcze raz.",
    "replaced": "Ten kod zastąpił nowszy albo logowanie przerwano. Użyj kodu, który widać teraz na stronie.",
    "used": "Ten kod został już użyty. Odśwież kod na stronie logowania i spróbuj jeszcze raz.",
    "blocked": "Za dużo błędnych numerów. Spróbuj ponownie za 10 minut albo zeskanuj kod QR.",
    "card": "Ten dowód jest nieważny albo unieważniony. Nie można się nim zalogować.",
    "unavailable": "Serwis e-dowodu nie odpowiada. Spróbuj ponownie za chwilę.",
}


def reason(result: str) -> str:
    """Why not, and what to do now."""
    return _REASONS[result]
