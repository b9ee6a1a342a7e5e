"""Faults of the change of confirmation."""

from ..kernel.faults import TemplateFault
from ..kernel.people import Confirmation
from ..sites.pz import rules as pz
from .entry import Row, breaking
from .replacing import always, replaced

FAULTS = (
    *breaking(
        "change.password",
        "behaviour: Change of confirmation",
        Row(
            "change.no_password",
            "A change asks for no password",
            "Who finds a browser open takes the profile over",
            always(pz.password_is_asked, False),
        ),
        Row(
            "change.no_password_for_sms",
            "The way back to SMS asks for no password",
            "Who finds a browser open lowers the guard",
            replaced(pz.password_is_asked, lambda _to: _to != Confirmation.SMS),
        ),
    ),
    *breaking(
        "change.confirmed",
        "behaviour: Change of confirmation",
        Row(
            "change.takes_effect_at_once",
            "The change counts before it is confirmed",
            "The person may be locked out by a click",
            replaced(pz.confirmation_is_needed, lambda _operation: not _operation.startswith("Zmiana")),
            source="article: zatwierdź zmianę",
        ),
        Row(
            "change.cancel_goes_on",
            "“Anuluj” only leaves the page",
            "A change that was given up comes into force",
            replaced(pz.cancel_ends, lambda _operation: not _operation.startswith("Zmiana")),
        ),
        Row(
            "change.refusal_confirms",
            "A declined push confirms the change",
            "A stranger's change goes through",
            always(pz.answer_approves, True),
        ),
        Row(
            "change.without_effect",
            "The approval changes nothing",
            "The person relies on what is not in force",
            always(pz.is_moved, False),
            source="article: zatwierdź zmianę",
        ),
        Row(
            "change.earlier_push_wins",
            "A change begun before the last choice can still be approved",
            "The profile ends with another method than chosen last",
            always(pz.earlier_change_gives_way, False),
        ),
        Row(
            "change.details_show_the_wrong_method",
            "The details always show SMS",
            "The person thinks the change was lost",
            TemplateFault(
                "pz/details.html",
                '{{ "Powiadomienia push" if profile.confirmation == "push" else "SMS" }}',
                "SMS",
            ),
            source="article: Szczegóły profilu",
        ),
    ),
    *breaking(
        "change.old",
        "behaviour: Change of confirmation",
        Row(
            "change.waiting_code_counts",
            "A code sent before the change still logs in",
            "The old way works on",
            always(pz.channel_counts, True),
        ),
        Row(
            "change.sms_goes_on",
            "After the change an SMS is sent as well",
            "The old way works on",
            replaced(pz.channels_fired, lambda chosen: tuple(dict.fromkeys((chosen, Confirmation.SMS)))),
        ),
    ),
    *breaking(
        "change.others",
        "behaviour: Change of confirmation",
        Row("change.everybody", "Everybody's method changes", "Strangers are locked out", always(pz.is_moved, True)),
        Row(
            "change.family",
            "Relatives' methods change too",
            "A namesake is locked out",
            replaced(pz.is_moved, lambda holder, changer: holder.family_name == changer.family_name),
        ),
    ),
    *breaking(
        "change.told",
        "OWASP ASVS 6.3–6.6",
        Row(
            "change.untold",
            "Nobody is told of a change",
            "A thief's change goes unnoticed",
            always(pz.change_is_told, False),
        ),
        Row(
            "change.untold_back",
            "Nobody is told of the way back to SMS",
            "A thief lowers the guard unnoticed",
            replaced(pz.change_is_told, lambda _to: _to == Confirmation.PUSH),
        ),
        Row(
            "change.told_wrong_method",
            "The message names the other method",
            "The person is told what is not so",
            replaced(
                pz.change_notice,
                lambda method: pz.change_notice.true("SMS" if method != "SMS" else "powiadomienia push"),
            ),
            source="behaviour: Change of confirmation",
        ),
    ),
    *breaking(
        "change.back",
        "article: W każdej chwili możesz wrócić",
        Row(
            "change.no_way_back",
            "SMS counts as set already",
            "Nobody gets back to SMS",
            replaced(
                pz.method_is_new,
                lambda current, wanted: pz.method_is_new.true(current, wanted) and wanted != Confirmation.SMS,
            ),
        ),
        Row(
            "change.sms_cannot_be_chosen",
            "The choice of SMS is greyed out",
            "Nobody gets back to SMS",
            TemplateFault("pz/method_form.html", 'value="sms" required', 'value="sms" disabled'),
        ),
        Row(
            "change.way_back_needs_the_app",
            "Without mObywatel SMS cannot be chosen",
            "Who lost the phone's app is locked out",
            TemplateFault(
                "pz/method_form.html",
                'value="sms" required',
                'value="sms" required {{- " disabled" if person is defined and not person.mobywatel }}',
            ),
        ),
    ),
)
