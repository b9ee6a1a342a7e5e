"""Faults of text: errors, status, pasting and language that shut people out."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import CataloguedFault
from .page import rewritten

_EVERY = "/.*"
_FORMS = "web/forms.html"
_LAYOUT = "web/layout.html"
_CODE = "login_mobywatel/code.html"

_ERRORS = (
    CataloguedFault(
        "access.error_is_not_tied",
        "A field's error is not tied to the field",
        "A screen reader says that something is wrong, never what",
        "access.errors",
        "WCAG 3.3.1, 1.3.1",
        TemplateFault(_FORMS, " aria-describedby=", " data-describedby="),
    ),
    CataloguedFault(
        "access.error_is_not_marked",
        "A field with an error is not marked as invalid",
        "A screen reader reads a wrong field like a right one",
        "access.errors",
        "WCAG 3.3.1",
        TemplateFault(_FORMS, '{%- if error %} aria-invalid="true"{% endif %}', ""),
    ),
    CataloguedFault(
        "access.error_does_not_take_the_focus",
        "After an error the focus stays at the top of the page",
        "Whoever cannot see the page starts again from its beginning",
        "access.errors",
        "WCAG 3.3.1; behaviour: focus moves to the error",
        TemplateFault(_FORMS, "{%- if error or focus %} autofocus", "{%- if focus %} autofocus"),
    ),
    CataloguedFault(
        "access.problem_does_not_take_the_focus",
        "A problem of no single field does not take the focus",
        "Whoever magnifies the page does not see why nothing happened",
        "access.errors",
        "behaviour: focus moves to the error",
        TemplateFault(_FORMS, ' role="alert" tabindex="-1" autofocus', ' role="alert"'),
    ),
    CataloguedFault(
        "access.error_of_the_regulations_is_loose",
        "Only at IKP's regulations the error is not tied to its box",
        "Whoever forgot the box cannot find out what is missing",
        "access.errors",
        "WCAG 3.3.1",
        TemplateFault("ikp/consent.html", ' aria-describedby="zgoda-error"', ""),
    ),
    CataloguedFault(
        "access.error_of_the_cooperative_banks_is_loose",
        "Only at the cooperative banks the error is not tied to its field",
        "Whoever mistyped the bank's name hears only the hint again",
        "access.errors",
        "WCAG 3.3.1",
        TemplateFault("mojeid/cooperatives.html", "{{ 'bank-error ' if wrong }}bank-hint", "bank-hint"),
    ),
    CataloguedFault(
        "access.error_says_nothing",
        "Every error says only “Błąd.”",
        "People do not learn what to change",
        "access.errors",
        "WCAG 3.3.3",
        TemplateFault(_FORMS, 'id="{{ name }}-error">{{ error }}', 'id="{{ name }}-error">Błąd.'),
    ),
)

_STATUS = (
    CataloguedFault(
        "access.notice_is_silent",
        "Notices are only painted, not announced",
        "A screen reader does not tell that the login was interrupted",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault(_LAYOUT, ' class="notice" role="status"', ' class="notice"'),
    ),
    CataloguedFault(
        "access.copying_is_silent",
        "That the code was copied is only painted",
        "Whoever cannot see presses the tile again and again",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault(_CODE, '<p role="status" id="copied">', '<p id="copied">'),
    ),
    CataloguedFault(
        "access.waiting_for_mobywatel_is_silent",
        "The page with the code does not announce that it waits",
        "A screen reader does not tell that the phone has read the code",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault(_CODE, ' role="status" aria-live="polite"', ""),
    ),
    CataloguedFault(
        "access.waiting_for_edo_app_is_silent",
        "The page with the number for the eDO App does not announce that it waits",
        "A screen reader does not tell that the code has expired",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault("e_dowod/code.html", ' data-status="{{ state }}" role="status"', ' data-status="{{ state }}"'),
    ),
    CataloguedFault(
        "access.waiting_for_the_push_is_silent",
        "The page that waits for a push does not announce it",
        "Whoever cannot see does not know that their phone is asked",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault("pz/push.html", ' role="status">', ">"),
    ),
    CataloguedFault(
        "access.reader_is_silent",
        "The reader does not announce that it reads",
        "Whoever cannot see takes the card away too early",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault("czytnik/reading.html", ' data-status="reading" role="status"', ' data-status="reading"'),
    ),
    CataloguedFault(
        "access.resent_code_is_silent",
        "That a new SMS code was sent is not announced in the dialog",
        "People type the old code",
        "access.status",
        "WCAG 4.1.3",
        TemplateFault("pz/sms.html", '<p class="notice" role="status">', '<p class="notice">'),
    ),
)

_PASTE = (
    CataloguedFault(
        "access.password_cannot_be_pasted",
        "The trusted profile refuses pasting",
        "Password managers are locked out, so people choose weak passwords",
        "access.paste",
        "NIST SP 800-63B 3.1.1.2; WCAG 3.3.8",
        ResponseChanged("pz", _EVERY, rewritten('<input id="password"', '<input onpaste="return false" id="password"')),
    ),
    CataloguedFault(
        "access.code_is_cut_when_pasted",
        "The field for the SMS code takes eight characters, blanks included",
        "A code copied with a blank loses its last digit",
        "access.paste",
        "WCAG 3.3.8",
        TemplateFault("pz/sms.html", 'mode="numeric", autoc', 'mode="numeric", maxlength=8, autoc'),
    ),
    CataloguedFault(
        "access.password_has_no_purpose",
        "The password field of the trusted profile asks password managers to stay away",
        "Nothing is filled in",
        "access.paste",
        "WCAG 1.3.5, 3.3.8",
        TemplateFault("pz/password_form.html", 'autocomplete="current-password"', 'autocomplete="off"'),
    ),
    CataloguedFault(
        "access.sms_code_has_no_purpose",
        "The field for the SMS code does not say that it is one",
        "Phones do not offer the code that has just come",
        "access.paste",
        "WCAG 1.3.5",
        TemplateFault("pz/sms.html", 'autocomplete="one-time-code"', 'autocomplete="off"'),
    ),
    CataloguedFault(
        "access.app_cuts_the_code",
        "mObywatel's field for the code is shorter than the code",
        "A pasted code is never right",
        "access.paste",
        "article: paste the code",
        TemplateFault("mobywatel/type.html", '"Kod", error=error', '"Kod", maxlength=64, error=error'),
    ),
    CataloguedFault(
        "access.pin_is_stored_as_a_password",
        "The reader's PIN1 offers itself to password managers",
        "Everybody at this computer can use the card",
        "access.paste",
        "ASVS 14.3; behaviour: password managers",
        TemplateFault("czytnik/pin.html", 'mode="numeric")', 'mode="numeric", autocomplete="current-password")'),
    ),
    CataloguedFault(
        "access.bank_password_cannot_be_pasted",
        "A bank refuses pasting",
        "Password managers are locked out at the bank",
        "access.paste",
        "NIST SP 800-63B 3.1.1.2; WCAG 3.3.8",
        ResponseChanged(
            "mbank", _EVERY, rewritten('<input id="password"', '<input onpaste="return false" id="password"')
        ),
    ),
    CataloguedFault(
        "access.new_pin_is_no_new_password",
        "The fields for a new PIN ask password managers to stay away",
        "The app's PIN is not kept, and is forgotten",
        "access.paste",
        "WCAG 1.3.5",
        TemplateFault("mojeikp/set_pin.html", 'autocomplete="new-password"', 'autocomplete="off"'),
    ),
)

_LANGUAGE = (
    CataloguedFault(
        "access.page_says_that_it_is_english",
        "Every page says that it is in English",
        "A screen reader reads Polish with an English voice",
        "access.language",
        "WCAG 3.1.1",
        TemplateFault(_LAYOUT, '<html lang="pl">', '<html lang="en">'),
    ),
    CataloguedFault(
        "access.waiting_is_told_in_english",
        "The page with the code waits in English",
        "People do not know what the page waits for",
        "access.language",
        "WCAG 3.1.1",
        TemplateFault(_CODE, "Czekamy na potwierdzenie w aplikacji.", "Waiting for approval."),
    ),
    CataloguedFault(
        "access.raw_key_shows",
        "The eDO App shows the key of a text instead of the text",
        "People read “edo.can.hint” beside the field",
        "access.language",
        "behaviour: no raw message keys",
        TemplateFault("edo_app/can.html", "6 cyfr z prawego dolnego rogu dowodu.", "edo.can.hint"),
    ),
    CataloguedFault(
        "access.nothing_shows_as_none",
        "Where somebody has no linked bank, the profile says “None”",
        "People read what only programmers understand",
        "access.language",
        "behaviour: no raw message keys",
        TemplateFault("pz/details.html", 'else "brak"', "else None"),
    ),
    CataloguedFault(
        "access.skip_link_is_english",
        "The skip link is English",
        "A screen reader begins every page with what its user does not understand",
        "access.language",
        "WCAG 3.1.2",
        TemplateFault(_LAYOUT, "Przejdź do treści", "Skip to content"),
    ),
)

FAULTS = (
    *_ERRORS,
    *_STATUS,
    *_PASTE,
    *_LANGUAGE,
)
