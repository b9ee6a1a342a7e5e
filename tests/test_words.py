"""What people are told when something does not work, word for word: another team's tests may look for it."""

import pytest

from mock_server.saml.levels import Level
from mock_server.shared.id_card import card as id_card
from mock_server.shared.id_card.messages import CardCodeResult
from mock_server.shared.patient.record_pages import KINDS
from mock_server.sites.edo_app.refusals import reason
from mock_server.sites.login.methods import METHODS
from mock_server.sites.login.rules import notice_of
from mock_server.sites.mobywatel.codes import REASONS as REASONS_OF_CODES
from mock_server.sites.mobywatel.pushes import REASONS as REASONS_OF_PUSHES
from mock_server.sites.pz import answering, confirming
from mock_server.sites.pz.hub_login import BACK_FROM_BANK
from mock_server.web.delegation import Outcome


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Outcome.CANCELLED, "Logowanie zostało przerwane. Wybierz sposób logowania."),
        (Outcome.DECLINED, "Odmówiono udostępnienia danych. Wybierz sposób logowania."),
        (Outcome.FAILED, "Nie udało się potwierdzić tożsamości. Wybierz sposób logowania."),
        (Outcome.UNAVAILABLE, "Wybrany sposób logowania jest chwilowo niedostępny. Wybierz inny."),
    ],
)
def test_the_hub_after_a_method_that_identified_nobody(outcome: Outcome, told: str) -> None:
    assert notice_of(outcome) == told


def test_the_hub_of_its_four_methods() -> None:
    assert [(one.id, one.site, one.label, one.line, one.level) for one in METHODS] == [
        ("trusted_profile", "pz", "Profil zaufany", "Hasło, bank lub inny dostawca", Level.SUBSTANTIAL),
        ("mojeid", "mojeid", "mojeID", "Zaloguj się przez swój bank", Level.SUBSTANTIAL),
        ("id_card", "e-dowod", "e-dowód", "Dowód osobisty z warstwą elektroniczną", Level.HIGH),
        (
            "mobywatel",
            "login-mobywatel",
            "Aplikacja mObywatel",
            "Skanuj kod QR za pomocą aplikacji mObywatel",
            Level.SUBSTANTIAL,
        ),
    ]


def test_the_trusted_profile_after_a_bank_that_identified_nobody() -> None:
    assert BACK_FROM_BANK == {
        Outcome.CANCELLED: "Anulowano logowanie przez bank lub innego dostawcę. Możesz wybrać inny sposób.",
        Outcome.FAILED: "Bank lub inny dostawca nie potwierdził Twojej tożsamości. Możesz wybrać inny sposób.",
        Outcome.UNAVAILABLE: "Wybrany bank lub dostawca jest teraz niedostępny. Możesz wybrać inny sposób.",
    }


def test_the_trusted_profile_at_the_second_factor() -> None:
    assert (
        answering.DECLINED,
        confirming.NO_MOBYWATEL,
        confirming.TOO_MANY_MESSAGES,
        confirming.TOO_MANY_CODES,
        confirming.TOO_SOON,
        confirming.OTHER_METHOD,
        confirming.NO_RESENDS,
    ) == (
        "Odrzucono potwierdzenie w aplikacji mObywatel. Możesz spróbować jeszcze raz.",
        "Nie masz aplikacji mObywatel na telefonie, więc nie możemy wysłać Ci powiadomienia push.",
        "Wysłaliśmy Ci zbyt wiele wiadomości. Spróbuj ponownie za kilka minut.",
        "Trzy razy podano nieprawidłowy kod SMS. Zacznij jeszcze raz.",
        "Wiadomość wysłaliśmy przed chwilą. Następną możesz wysłać po 30 sekundach.",
        "Metoda autoryzacji zmieniła się. Zacznij jeszcze raz.",
        "Nie możemy wysłać kolejnej wiadomości do tej operacji. Anuluj ją i zacznij od początku.",
    )


def test_mobywatel_of_a_code() -> None:
    assert REASONS_OF_CODES == {
        "unreadable": "To nie jest kod logowania. Sprawdź, czy kod jest cały i spróbuj jeszcze raz.",
        "foreign": "Ten kod nie pochodzi z login.gov.pl. Nie potwierdzaj go.",
        "unknown": "Nie znamy tego kodu. Odśwież go na stronie logowania.",
        "expired": "Ten kod stracił ważność. Odśwież go na stronie logowania.",
        "used": "Ten kod został już użyty. Odśwież go na stronie logowania.",
        "unavailable": "Logowanie jest chwilowo niedostępne. Spróbuj później.",
        "limited": "Za dużo nieznanych kodów. Spróbuj ponownie za 10 minut.",
    }


def test_mobywatel_of_a_push() -> None:
    assert REASONS_OF_PUSHES == {
        "expired": "Czas na potwierdzenie minął. Poproś o nowe powiadomienie.",
        "already_answered": "Na to powiadomienie już odpowiedziano.",
        "not_yours": "To powiadomienie jest dla kogoś innego.",
        "unavailable": "Serwis jest chwilowo niedostępny. Spróbuj później.",
    }


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("empty", "Aparat nie odczytał kodu. Przytrzymaj telefon nieruchomo i spróbuj jeszcze raz."),
        ("foreign", "To nie jest kod logowania e-dowodem. Zeskanuj kod ze strony, na której się logujesz."),
        ("unreadable", "Kod jest uszkodzony. Odśwież kod na stronie logowania i zeskanuj go jeszcze raz."),
        ("host", "Ten kod pochodzi z nieznanego serwisu. Dla bezpieczeństwa nie używaj go."),
        ("unknown", "Nie ma takiego kodu. Sprawdź kod na stronie logowania i spróbuj jeszcze raz."),
        ("expired", "Kod stracił ważność. Odśwież kod na stronie logowania i spróbuj jeszcze raz."),
        ("replaced", "Ten kod zastąpił nowszy albo logowanie przerwano. Użyj kodu, który widać teraz na stronie."),
        ("used", "Ten kod został już użyty. Odśwież kod na stronie logowania i spróbuj jeszcze raz."),
        ("blocked", "Za dużo błędnych numerów. Spróbuj ponownie za 10 minut albo zeskanuj kod QR."),
        ("card", "Ten dowód jest nieważny albo unieważniony. Nie można się nim zalogować."),
        ("unavailable", "Serwis e-dowodu nie odpowiada. Spróbuj ponownie za chwilę."),
    ],
)
def test_the_edo_app_of_a_code(result: str, told: str) -> None:
    assert reason(CardCodeResult(result)) == told


def test_the_card() -> None:
    assert (id_card.NO_CARD, id_card.WRONG_CAN, id_card.MALFORMED_PIN, id_card.REVOKED) == (
        "Nie wykryto dowodu. Sprawdź numer dokumentu i spróbuj jeszcze raz.",
        "Nieprawidłowy numer CAN. Sprawdź 6 cyfr w prawym dolnym rogu dowodu. Nie tracisz próby PIN1.",
        "PIN1 ma 4 cyfry. Nie tracisz próby.",
        "Ten dowód jest unieważniony. Nie można się nim zalogować.",
    )


def test_the_account_of_what_it_holds() -> None:
    assert [(one.path, one.title, one.lead) for one in KINDS] == [
        ("/recepty", "e-recepty", "Kody dostępu, dawkowanie i wydruki"),
        ("/skierowania", "e-skierowania", "Do poradni, na badania i zabiegi"),
        ("/wizyty", "Historia wizyt", "Porady i badania, z których korzystano"),
        ("/zwolnienia", "e-zwolnienia", "Zwolnienia lekarskie z ich numerami"),
        ("/szczepienia", "Szczepienia", "Przyjęte dawki szczepionek"),
    ]
