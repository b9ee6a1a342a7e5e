"""What the app tells its owner when a code or an answer is refused."""

from ...shared.id_card.messages import CardCodeResult as Result

_REASONS = {
    Result.EMPTY: "Aparat nie odczytał kodu. Przytrzymaj telefon nieruchomo i spróbuj jeszcze raz.",
    Result.FOREIGN: "To nie jest kod logowania e-dowodem. Zeskanuj kod ze strony, na której się logujesz.",
    Result.UNREADABLE: "Kod jest uszkodzony. Odśwież kod na stronie logowania i zeskanuj go jeszcze raz.",
    Result.HOST: "Ten kod pochodzi z nieznanego serwisu. Dla bezpieczeństwa nie używaj go.",
    Result.UNKNOWN: "Nie ma takiego kodu. Sprawdź kod na stronie logowania i spróbuj jeszcze raz.",
    Result.EXPIRED: "Kod stracił ważność. Odśwież kod na stronie logowania i spróbuj jeszcze raz.",
    Result.REPLACED: "Ten kod zastąpił nowszy albo logowanie przerwano. Użyj kodu, który widać teraz na stronie.",
    Result.USED: "Ten kod został już użyty. Odśwież kod na stronie logowania i spróbuj jeszcze raz.",
    Result.BLOCKED: "Za dużo błędnych numerów. Spróbuj ponownie za 10 minut albo zeskanuj kod QR.",
    Result.CARD: "Ten dowód jest nieważny albo unieważniony. Nie można się nim zalogować.",
    Result.UNAVAILABLE: "Serwis e-dowodu nie odpowiada. Spróbuj ponownie za chwilę.",
}


def reason(result: Result) -> str:
    """Why not, and what to do now."""
    return _REASONS[result]
