"""The table: at each place the acts that are possible, and what each must lead to.

An act has the same name wherever it is the same act; a driver knows how to do it.
"""

from e2e.model.outcomes import (
    ACCEPTS,
    OPENS_ACCOUNT,
    OPENS_CARD,
    RETURNS,
    WRONG_CODE,
    WRONG_PIN,
    Outcome,
    ends,
    identifies,
    to,
)
from e2e.model.state import FIRST, SECOND, State
from pages.pz.confirming import DECLINED

INTERRUPTED = "Logowanie zostało przerwane"
EXPIRED = "Kod stracił ważność"
UNANSWERABLE = "nie można już odpowiedzieć"

_LOG_IN = {"log_in": to("methods", under_way=True, at_the_door=None)}
_RETURN = {"return_to_methods": RETURNS}
_LATE = {"come_back_late": ends("too_late", signed_in=None, at_the_door=None)}
_BACK_TO_PROFILE = {"back_to_profile": to("profile_login")}
_BACK_TO_BANKS = {"back_to_banks": to("mojeid_banks")}
_BACK_TO_CARD = {"back_to_card": to("reader_card")}
_CANCEL = {"cancel": to("methods", INTERRUPTED)}

TABLE: dict[str, dict[str, Outcome]] = {
    "portal": _LOG_IN | {"open_account": OPENS_ACCOUNT},
    "methods": {
        "choose_profile": to("profile_login", wrong_codes=0),
        "choose_mojeid": to("mojeid_banks"),
        "choose_id_card": to("id_card"),
        "choose_mobywatel": to("code_shown"),
        "cancel": ends("portal", INTERRUPTED),
        "open_account": OPENS_ACCOUNT,
        "stranger_opens_page": to("methods"),
    }
    | _LATE,
    "profile_login": {
        "give_password": to("sms_code"),
        "give_password_of_second": to("push_wait"),
        "give_wrong_password": to("profile_login", "Nieprawidłowy login lub hasło", strain=1),
        "choose_bank": to("profile_bank"),
    }
    | _CANCEL
    | _RETURN,
    "sms_code": {
        "give_code": identifies(FIRST),
        "give_wrong_code": WRONG_CODE,
        "wait": to("sms_dead", strain=1),
        "send_code_again": to("sms_code", strain=1),
    }
    | _BACK_TO_PROFILE
    | _CANCEL
    | _RETURN,
    "sms_dead": {
        "give_code": to("sms_dead", "Kod SMS stracił ważność"),
        "send_code_again": to("sms_code", strain=1),
    }
    | _CANCEL,
    "push_wait": {
        "approve_push": identifies(SECOND),
        "decline_push": to("profile_login", DECLINED, strain=1),
        "stranger_approves_push": to("push_wait"),
        "stranger_opens_page": to("push_wait"),
        "wait": to("push_dead", UNANSWERABLE, strain=1),
        "send_push_again": to("push_wait", strain=1),
        "reload": to("push_wait"),
    }
    | _BACK_TO_PROFILE
    | _CANCEL
    | _RETURN,
    "push_dead": {
        "approve_push_late": to("push_dead", UNANSWERABLE),
        "send_new_push": to("push_wait", strain=1),
    }
    | _CANCEL,
    "profile_bank": {
        "log_in_at_bank": to("bank_confirm"),
        "log_in_wrong_at_bank": to("profile_bank", "Nieprawidłowe dane logowania", strain=1),
        "cancel": to("profile_login", "Anulowano logowanie przez bank"),
    }
    | _BACK_TO_PROFILE,
    "bank_confirm": {
        "confirm_at_bank": identifies(FIRST),
        "cancel": to("profile_login", "Anulowano logowanie przez bank"),
        "reload": to("bank_confirm"),
    }
    | _BACK_TO_PROFILE
    | _RETURN
    | _LATE,
    "mojeid_banks": {"choose_mojeid_bank": to("mojeid_bank")} | _CANCEL,
    "mojeid_bank": {
        "log_in_at_bank_as_second": to("mojeid_consent"),
        "log_in_wrong_at_bank": to("mojeid_bank", "Nieprawidłowe dane logowania", strain=1),
        "cancel": to("mojeid_banks", "logowanie w banku zostało anulowane"),
    }
    | _BACK_TO_BANKS,
    "mojeid_consent": {
        "consent": identifies(SECOND),
        "reload": to("mojeid_consent"),
        "stranger_opens_page": to("mojeid_consent"),
    }
    | _BACK_TO_BANKS
    | _CANCEL
    | _RETURN
    | _LATE,
    "id_card": {"choose_reader": to("reader_card")} | _CANCEL,
    "reader_card": {
        "lay_card": to("reader_can"),
        "lay_no_card": to("reader_card", "Nie wykryto dowodu"),
        "back_to_ways": to("id_card"),
        "cancel": to("id_card", "Logowanie czytnikiem zostało przerwane"),
    },
    "reader_can": {
        "give_can": OPENS_CARD,
        "give_wrong_can": to("reader_can", "Nieprawidłowy numer CAN", strain=1),
        "take_card": to("reader_card"),
        "cancel": to("id_card", "Logowanie czytnikiem zostało przerwane"),
    }
    | _BACK_TO_CARD,
    "reader_pin": {
        "give_pin": identifies(FIRST),
        "give_wrong_pin": WRONG_PIN,
        "take_card": to("reader_card"),
        "cancel": to("id_card", "Logowanie czytnikiem zostało przerwane"),
    }
    | _BACK_TO_CARD,
    "reader_puk": {
        "give_puk": to("reader_pin", wrong_pins=0),
        "give_wrong_puk": to("reader_puk", "Nieprawidłowy PUK", strain=1),
        "take_card": to("reader_card"),
        "cancel": to("id_card", "Logowanie czytnikiem zostało przerwane"),
    }
    | _BACK_TO_CARD,
    "code_shown": {
        "read_code": to("code_read", "Kod odczytany"),
        "refresh_code": to("code_shown"),
        "refresh_and_read_old": to("code_shown"),
        "reload": to("code_shown"),
        "stranger_opens_page": to("code_shown"),
        "wait": to("code_dead", EXPIRED, strain=1),
    }
    | _CANCEL
    | _RETURN,
    "code_read": {
        "approve": identifies(SECOND),
        "decline": to("methods", "Odmówiono udostępnienia danych"),
        "refresh_code": to("code_shown"),
        "refresh_and_approve_old": to("code_shown"),
        "stranger_reads_code": to("code_read", "Kod odczytany"),
        "wait": to("consent_dead", EXPIRED, strain=1),
    }
    | _CANCEL
    | _RETURN,
    "code_dead": {"read_code_late": to("code_dead", EXPIRED), "refresh_code": to("code_shown")} | _CANCEL,
    "consent_dead": {"approve_late": to("consent_dead", EXPIRED), "refresh_code": to("code_shown")} | _CANCEL,
    "regulations": {
        "accept": ACCEPTS,
        "accept_nothing": to("regulations", "Zaznacz zgodę"),
        "resign": ends("portal", INTERRUPTED, at_the_door=None),
        "open_account": OPENS_ACCOUNT,
        "stranger_opens_page": to("regulations"),
    }
    | _RETURN
    | _LATE,
    "account": {
        "log_out": ends("logged_out", signed_in=None),
        "reload": to("account"),
        "fall_idle": ends("session_over", signed_in=None),
    }
    | _LOG_IN
    | _RETURN,
    "session_over": _LOG_IN | {"open_account": OPENS_ACCOUNT},
    "logged_out": _LOG_IN | _RETURN | {"open_account": OPENS_ACCOUNT},
    "used": _LOG_IN | {"open_account": OPENS_ACCOUNT},
    "too_late": _LOG_IN,
}

ACTIONS: tuple[str, ...] = tuple(sorted({action for acts in TABLE.values() for action in acts}))


def possible(state: State) -> list[str]:
    """The acts that a walk may do now."""
    return [action for action, outcome in TABLE[state.place].items() if outcome.of(state).bearable]
