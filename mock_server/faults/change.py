"""Faults of the change of confirmation."""

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..kernel.people import Confirmation
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "change.no_password",
        "A change asks for no password",
        "Who finds a browser open takes the profile over",
        "change.password",
        "behaviour: Change of confirmation",
        RuleFault("trusted_profile.password_is_asked", "always", False),
    ),
    CataloguedFault(
        "change.no_password_for_sms",
        "The way back to SMS asks for no password",
        "Who finds a browser open lowers the guard",
        "change.password",
        "behaviour: Change of confirmation",
        RuleReplaced("trusted_profile.password_is_asked", lambda _: lambda to: to != Confirmation.SMS),
    ),
    CataloguedFault(
        "change.takes_effect_at_once",
        "The change counts before it is confirmed",
        "The person may be locked out by a click",
        "change.confirmed",
        "article: zatwierdź zmianę",
        RuleReplaced(
            "trusted_profile.confirmation_is_needed", lambda _: lambda operation: not operation.startswith("Zmiana")
        ),
    ),
    CataloguedFault(
        "change.cancel_goes_on",
        "“Anuluj” only leaves the page",
        "A change that was given up comes into force",
        "change.confirmed",
        "behaviour: Change of confirmation",
        RuleReplaced("trusted_profile.cancel_ends", lambda _: lambda operation: not operation.startswith("Zmiana")),
    ),
    CataloguedFault(
        "change.refusal_confirms",
        "A declined push confirms the change",
        "A stranger's change goes through",
        "change.confirmed",
        "behaviour: Change of confirmation",
        RuleFault("trusted_profile.answer_approves", "always", True),
    ),
    CataloguedFault(
        "change.without_effect",
        "The approval changes nothing",
        "The person relies on what is not in force",
        "change.confirmed",
        "article: zatwierdź zmianę",
        RuleFault("trusted_profile.is_moved", "always", False),
    ),
    CataloguedFault(
        "change.earlier_push_wins",
        "A change begun before the last choice can still be approved",
        "The profile ends with another method than chosen last",
        "change.confirmed",
        "behaviour: Change of confirmation",
        RuleFault("trusted_profile.earlier_change_gives_way", "always", False),
    ),
    CataloguedFault(
        "change.waiting_code_counts",
        "A code sent before the change still logs in",
        "The old way works on",
        "change.old",
        "behaviour: Change of confirmation",
        RuleFault("trusted_profile.channel_counts", "always", True),
    ),
    CataloguedFault(
        "change.sms_goes_on",
        "After the change an SMS is sent as well",
        "The old way works on",
        "change.old",
        "behaviour: Change of confirmation",
        RuleReplaced(
            "trusted_profile.channels_fired", lambda _: lambda chosen: tuple(dict.fromkeys((chosen, Confirmation.SMS)))
        ),
    ),
    CataloguedFault(
        "change.everybody",
        "Everybody's method changes",
        "Strangers are locked out",
        "change.others",
        "behaviour: Change of confirmation",
        RuleFault("trusted_profile.is_moved", "always", True),
    ),
    CataloguedFault(
        "change.family",
        "Relatives' methods change too",
        "A namesake is locked out",
        "change.others",
        "behaviour: Change of confirmation",
        RuleReplaced(
            "trusted_profile.is_moved", lambda _: lambda holder, changer: holder.family_name == changer.family_name
        ),
    ),
    CataloguedFault(
        "change.untold",
        "Nobody is told of a change",
        "A thief's change goes unnoticed",
        "change.told",
        "OWASP ASVS 6.3–6.6",
        RuleFault("trusted_profile.change_is_told", "always", False),
    ),
    CataloguedFault(
        "change.untold_back",
        "Nobody is told of the way back to SMS",
        "A thief lowers the guard unnoticed",
        "change.told",
        "OWASP ASVS 6.3–6.6",
        RuleReplaced("trusted_profile.change_is_told", lambda _: lambda to: to == Confirmation.PUSH),
    ),
    CataloguedFault(
        "change.told_wrong_method",
        "The message names the other method",
        "The person is told what is not so",
        "change.told",
        "behaviour: Change of confirmation",
        RuleReplaced(
            "trusted_profile.change_notice",
            lambda true: lambda method: true("SMS" if method != "SMS" else "powiadomienia push"),
        ),
    ),
    CataloguedFault(
        "change.no_way_back",
        "SMS counts as set already",
        "Nobody gets back to SMS",
        "change.back",
        "article: W każdej chwili możesz wrócić",
        RuleReplaced(
            "trusted_profile.method_is_new",
            lambda true: lambda current, wanted: true(current, wanted) and wanted != Confirmation.SMS,
        ),
    ),
    CataloguedFault(
        "change.sms_cannot_be_chosen",
        "The choice of SMS is greyed out",
        "Nobody gets back to SMS",
        "change.back",
        "article: W każdej chwili możesz wrócić",
        TemplateFault("trusted_profile/method_form.html", 'value="sms" required', 'value="sms" disabled'),
    ),
    CataloguedFault(
        "change.way_back_needs_the_app",
        "Without mObywatel SMS cannot be chosen",
        "Who lost the phone's app is locked out",
        "change.back",
        "article: W każdej chwili możesz wrócić",
        TemplateFault(
            "trusted_profile/method_form.html",
            'value="sms" required',
            'value="sms" required {{- " disabled" if person is defined and not person.mobywatel }}',
        ),
    ),
    CataloguedFault(
        "change.details_show_the_wrong_method",
        "The details always show SMS",
        "The person thinks the change was lost",
        "change.confirmed",
        "article: Szczegóły profilu",
        TemplateFault(
            "trusted_profile/details.html",
            '{{ "Powiadomienia push" if profile.confirmation == "push" else "SMS" }}',
            "SMS",
        ),
    ),
)
