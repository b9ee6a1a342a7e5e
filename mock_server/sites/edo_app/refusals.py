"""What the app tells its owner when a code or an answer is refused."""

from datetime import datetime

from markupsafe import Markup

from ...shared.id_card.messages import CardCodeResult as Result
from ...web.lockout import when_to_try_again

_BLOCKED = Markup("Za dużo błędnych numerów. {} Możesz też zeskanować kod QR.")

_REASONS = {
    Result.EMPTY: "Aparat nie odczytał kodu. Przytrzymaj telefon nieruchomo i spróbuj jeszcze raz.",
    Result.FOREIGN: "To nie jest kod logowania e-dowodem. Zeskanuj kod ze strony, na której się logujesz.",
    Result.UNREADABLE: "Kod jest uszkodzony. Odśwież kod na stronie logowania i zeskanuj go jeszcze raz.",
    Result.HOST: "Ten kod pochodzi z nieznanego serwisu. Dla bezpieczeństwa nie używaj go.",
    Result.UNKNOWN: "Nie ma takiego kodu. Sprawdź kod na stronie logowania i spróbuj jeszcze raz.",
    Result.EXPIRED: "Kod stracił ważność. Odśwież kod na stronie logowania i spróbuj jeszcze raz.",
    Result.REPLACED: "Ten kod zastąpił nowszy albo logowanie przerwano. Użyj kodu, który widać teraz na stronie.",
    Result.USED: "Ten kod został już użyty. Odśwież kod na stronie logowania i spróbuj jeszcze raz.",
    Result.CARD: "Ten dowód jest nieważny albo unieważniony. Nie można się nim zalogować.",
    Result.UNAVAILABLE: "Serwis e-dowodu nie odpowiada. Spróbuj ponownie za chwilę.",
}


def reason(result: Result, locked_until: datetime | None = None) -> str:
    """Why not, and what to do now."""
    if result is Result.BLOCKED:
        return _BLOCKED.format(when_to_try_again(locked_until))
    return _REASONS[result]
