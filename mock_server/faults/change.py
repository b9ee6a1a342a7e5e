"""Faults of the change of confirmation."""

from collections.abc import Callable

from ..kernel.faults import Replaced, TemplateFault
from ..kernel.people import Confirmation, Person, TrustedProfile
from ..kernel.rules import true
from ..sites.pz import rules as pz
from ..sites.pz.account_operation import withdraw_operations
from ..sites.pz.change import MethodChange, tell_of_change
from ..sites.pz.confirming import begin_step
from ..sites.pz.credentials import check_password_again
from ..sites.pz.operation import Operation
from ..sites.pz.steps import Step
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced
from .trusted_profile import EVERY_ANSWER_APPROVES, OTHER_METHOD, alive_after_cancel, unconfirmed


def _check_unless_sms(visit: Visit, profile: TrustedProfile) -> None:
    if visit.field("method") != Confirmation.SMS:
        true(check_password_again)(visit, profile)


def _without_effect(self: MethodChange, visit: Visit, person: Person) -> None:
    assert person.trusted_profile  # noqa: S101 - narrows the type: who changes the method has a profile
    before = person.trusted_profile.confirmation
    true(MethodChange.confirm)(self, visit, person)
    person.trusted_profile.confirmation = before


def _moving(others: Callable[[Person, Person], bool]) -> Replaced:
    """Let a change move these people's methods too, given each of them and who confirmed it."""

    def confirm(self: MethodChange, visit: Visit, person: Person) -> None:
        true(MethodChange.confirm)(self, visit, person)
        for one in visit.world.people:
            if one.trusted_profile and others(one, person):
                one.trusted_profile.confirmation = self.to

    return replaced(MethodChange.confirm, confirm)


def _sms_as_well(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Step:
    step = true(begin_step)(visit, operation, person, channel)
    if channel is not Confirmation.SMS:
        true(begin_step)(visit, operation, person, Confirmation.SMS)
    return step


def _tell_of_push(visit: Visit, person: Person, method: Confirmation) -> None:
    if method is Confirmation.PUSH:
        true(tell_of_change)(visit, person, method)


def _tell_the_other(visit: Visit, person: Person, method: Confirmation) -> None:
    true(tell_of_change)(visit, person, OTHER_METHOD[method])


FAULTS = (
    *breaking(
        "change.password",
        "behaviour: Change of confirmation",
        Row(
            "change.no_password",
            "A change asks for no password",
            "Who finds a browser open takes the profile over",
            replaced(check_password_again, lambda visit, profile: None),
        ),
        Row(
            "change.no_password_for_sms",
            "The way back to SMS asks for no password",
            "Who finds a browser open lowers the guard",
            replaced(check_password_again, _check_unless_sms),
        ),
    ),
    *breaking(
        "change.confirmed",
        "behaviour: Change of confirmation",
        Row(
            "change.takes_effect_at_once",
            "The change counts before it is confirmed",
            "The person may be locked out by a click",
            unconfirmed(MethodChange),
            source="article: zatwierdź zmianę",
        ),
        Row(
            "change.cancel_goes_on",
            "“Anuluj” only leaves the page",
            "A change that was given up comes into force",
            alive_after_cancel(MethodChange),
        ),
        Row(
            "change.refusal_confirms",
            "A declined push confirms the change",
            "A stranger's change goes through",
            EVERY_ANSWER_APPROVES,
        ),
        Row(
            "change.without_effect",
            "The approval changes nothing",
            "The person relies on what is not in force",
            replaced(MethodChange.confirm, _without_effect),
            source="article: zatwierdź zmianę",
        ),
        Row(
            "change.earlier_push_wins",
            "A change begun before the last choice can still be approved",
            "The profile ends with another method than chosen last",
            replaced(withdraw_operations, lambda visit, session: None),
        ),
        Row(
            "change.details_show_the_wrong_method",
            "The details always show SMS",
            "The person thinks the change was lost",
            TemplateFault(
                "pz/details.html",
                '{{ _("Powiadomienia push") if profile.confirmation == "push" else _("SMS") }}',
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
            replaced(begin_step, _sms_as_well),
        ),
    ),
    *breaking(
        "change.others",
        "behaviour: Change of confirmation",
        Row(
            "change.everybody",
            "Everybody's method changes",
            "Strangers are locked out",
            _moving(lambda one, changer: True),
        ),
        Row(
            "change.family",
            "Relatives' methods change too",
            "A namesake is locked out",
            _moving(lambda one, changer: one.family_name == changer.family_name),
        ),
    ),
    *breaking(
        "change.told",
        "OWASP ASVS 6.3–6.6",
        Row(
            "change.untold",
            "Nobody is told of a change",
            "A thief's change goes unnoticed",
            replaced(tell_of_change, lambda visit, person, method: None),
        ),
        Row(
            "change.untold_back",
            "Nobody is told of the way back to SMS",
            "A thief lowers the guard unnoticed",
            replaced(tell_of_change, _tell_of_push),
        ),
        Row(
            "change.told_wrong_method",
            "The message names the other method",
            "The person is told what is not so",
            replaced(tell_of_change, _tell_the_other),
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
