"""Faults of text: errors, pasting and language that shut people out."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import Row, breaking
from .page import scripted

_EVERY = "/.*"
_FORMS = "web/forms.html"
_LAYOUT = "web/layout.html"
_CODE = "login_mobywatel/code.html"
_NO_PASTE = "document.getElementById('password')?.addEventListener('paste', (event) => event.preventDefault());"

_ERRORS = (
    *breaking(
        "access.errors",
        "WCAG 3.3.1",
        Row(
            "access.error_is_not_tied",
            "A field's error is not tied to the field",
            "A screen reader says that something is wrong, never what",
            TemplateFault(_FORMS, " aria-describedby=", " data-describedby="),
            source="WCAG 3.3.1, 1.3.1",
        ),
        Row(
            "access.error_is_not_marked",
            "A field with an error is not marked as invalid",
            "A screen reader reads a wrong field like a right one",
            TemplateFault(_FORMS, '{%- if error %} aria-invalid="true"{% endif %}', ""),
        ),
        Row(
            "access.error_does_not_take_the_focus",
            "After an error the focus stays at the top of the page",
            "Whoever cannot see the page starts again from its beginning",
            TemplateFault(
                _FORMS, "{%- if (error if focus is none else focus) %} autofocus", "{%- if focus %} autofocus"
            ),
            source="WCAG 3.3.1; behaviour: focus moves to the error",
        ),
        Row(
            "access.problem_does_not_take_the_focus",
            "A problem of no single field does not take the focus",
            "Whoever magnifies the page does not see why nothing happened",
            TemplateFault(_FORMS, ' role="alert" tabindex="-1" autofocus', ' role="alert"'),
            source="behaviour: focus moves to the error",
        ),
        Row(
            "access.error_of_the_regulations_is_loose",
            "Only at IKP's regulations the error is not tied to its box",
            "Whoever forgot the box cannot find out what is missing",
            TemplateFault("ikp/consent.html", ' aria-describedby="zgoda-error"', ""),
        ),
        Row(
            "access.error_of_the_cooperative_banks_is_loose",
            "Only at the cooperative banks the error is not tied to its field",
            "Whoever mistyped the bank's name hears only the hint again",
            TemplateFault("mojeid/cooperatives.html", "{{ 'bank-error ' if wrong }}bank-hint", "bank-hint"),
        ),
        Row(
            "access.error_says_nothing",
            "Every error says only “Błąd.”",
            "People do not learn what to change",
            TemplateFault(_FORMS, 'id="{{ name }}-error">{{ error }}', 'id="{{ name }}-error">Błąd.'),
            source="WCAG 3.3.3",
        ),
    ),
)

_PASTE = (
    *breaking(
        "access.paste",
        "NIST SP 800-63B 3.1.1.2; WCAG 3.3.8",
        Row(
            "access.password_cannot_be_pasted",
            "The trusted profile refuses pasting",
            "Password managers are locked out, so people choose weak passwords",
            ResponseChanged("pz", _EVERY, scripted(_NO_PASTE)),
        ),
        Row(
            "access.code_is_cut_when_pasted",
            "The field for the SMS code takes eight characters, blanks included",
            "A code copied with a blank loses its last digit",
            TemplateFault("pz/sms.html", 'mode="numeric", autoc', 'mode="numeric", maxlength=8, autoc'),
            source="WCAG 3.3.8",
        ),
        Row(
            "access.password_has_no_purpose",
            "The password field of the trusted profile asks password managers to stay away",
            "Nothing is filled in",
            TemplateFault("pz/password_form.html", 'autocomplete="current-password"', 'autocomplete="off"'),
            source="WCAG 1.3.5, 3.3.8",
        ),
        Row(
            "access.sms_code_has_no_purpose",
            "The field for the SMS code does not say that it is one",
            "Phones do not offer the code that has just come",
            TemplateFault("pz/sms.html", 'autocomplete="one-time-code"', 'autocomplete="off"'),
            source="WCAG 1.3.5",
        ),
        Row(
            "access.app_cuts_the_code",
            "mObywatel's field for the code is shorter than the code",
            "A pasted code is never right",
            TemplateFault("mobywatel/type.html", '"Kod", error=error', '"Kod", maxlength=64, error=error'),
            source="article: paste the code",
        ),
        Row(
            "access.pin_is_stored_as_a_password",
            "The reader's PIN1 offers itself to password managers",
            "Everybody at this computer can use the card",
            TemplateFault("czytnik/pin.html", 'mode="numeric")', 'mode="numeric", autocomplete="current-password")'),
            source="ASVS 14.3; behaviour: password managers",
        ),
        Row(
            "access.bank_password_cannot_be_pasted",
            "A bank refuses pasting",
            "Password managers are locked out at the bank",
            ResponseChanged("mbank", _EVERY, scripted(_NO_PASTE)),
        ),
        Row(
            "access.new_pin_is_no_new_password",
            "The fields for a new PIN ask password managers to stay away",
            "The app's PIN is not kept, and is forgotten",
            TemplateFault("mojeikp/set_pin.html", 'autocomplete="new-password"', 'autocomplete="off"'),
            source="WCAG 1.3.5",
        ),
    ),
)

_LANGUAGE = (
    *breaking(
        "access.language",
        "WCAG 3.1.1",
        Row(
            "access.page_says_that_it_is_english",
            "Every page says that it is in English",
            "A screen reader reads Polish with an English voice",
            TemplateFault(_LAYOUT, '<html lang="{{ language }}">', '<html lang="en">'),
        ),
        Row(
            "access.waiting_is_told_in_english",
            "The page with the code waits in English",
            "People do not know what the page waits for",
            TemplateFault(_CODE, "Czekamy na potwierdzenie w aplikacji.", "Waiting for approval."),
        ),
        Row(
            "access.raw_key_shows",
            "The eDO App shows the key of a text instead of the text",
            "People read “edo.can.hint” beside the field",
            TemplateFault("edo_app/can.html", "6 cyfr z prawego dolnego rogu dowodu.", "edo.can.hint"),
            source="behaviour: no raw message keys",
        ),
        Row(
            "access.nothing_shows_as_none",
            "Where somebody has no linked bank, the profile says “None”",
            "People read what only programmers understand",
            TemplateFault("pz/details.html", 'else _("brak")', "else None"),
            source="behaviour: no raw message keys",
        ),
        Row(
            "access.skip_link_is_english",
            "The skip link is English",
            "A screen reader begins every page with what its user does not understand",
            TemplateFault(_LAYOUT, "Przejdź do treści", "Skip to content"),
            source="WCAG 3.1.2",
        ),
    ),
)

FAULTS = (
    *_ERRORS,
    *_PASTE,
    *_LANGUAGE,
)
