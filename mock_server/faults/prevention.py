"""Faults of “Profilaktyka 40+”: to whom the survey opens, the referral that it gives, and its results."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ..kernel.faults import TemplateFault
from ..kernel.months import months_later
from ..kernel.rules import true
from ..shared.patient.patient import Patient
from ..shared.patient.prevention import rules
from ..shared.patient.prevention.opening import is_insured
from ..shared.patient.prevention.pages import referral_opened
from ..shared.patient.prevention.paper import printed_lines
from ..shared.patient.prevention.referral import PreventionReferral
from ..shared.patient.prevention.state import Prevention
from ..shared.patient.session import PatientSession
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import replaced

_PROGRAMME = "facts: the insured who turn 40 in this calendar year or have"
_AT_ONCE = "article: “Wypełnij ankietę, odbierz e-skierowanie i od razu umów się”"
_SHOWN = "users expect it: an account shows what is recorded"
_DAY = timedelta(days=1)
_TAB, _PAGE = "patient/prevention/tab.html", "patient/prevention/referral.html"


def _insured_with_profile(visit: Visit, patient: Patient) -> bool:
    person = visit.world.people.by_pesel(patient.pesel)
    return true(is_insured)(visit, patient) and person is not None and person.trusted_profile is not None


def _newest(visit: Visit, session: PatientSession) -> PreventionReferral:
    true(referral_opened)(visit, session)
    return visit.world.state(Prevention).referrals(session.patient.pesel)[0]


def _printed(
    wrong: Callable[[PreventionReferral], dict[str, str]],
) -> Callable[[Patient, PreventionReferral], dict[str, str]]:
    """Print something else under some labels."""
    return lambda patient, referral: true(printed_lines)(patient, referral) | wrong(referral)


FAULTS = (
    *breaking(
        "prevention.opens",
        _PROGRAMME,
        Row(
            "prevention.birthday_counts",
            "The survey opens on the fortieth birthday",
            "Who turns 40 in December is turned away all year",
            replaced(
                rules.is_old_enough, lambda birth_date, today: today >= months_later(birth_date, 12 * rules.FROM_AGE)
            ),
        ),
        Row(
            "prevention.a_year_early",
            "The survey opens a year early",
            "A patient books examinations that nobody pays for",
            replaced(rules.is_old_enough, lambda birth_date, today: today.year - birth_date.year >= 39),
        ),
        Row(
            "prevention.a_year_late",
            "The survey opens in the year after the fortieth birthday",
            "A patient waits a year for nothing",
            replaced(rules.is_old_enough, lambda birth_date, today: today.year - birth_date.year > 40),
        ),
        Row(
            "prevention.told_the_wrong_day",
            "Who is too young is told their day of birth",
            "A patient takes the refusal for a mistake",
            TemplateFault(
                _TAB,
                "{% trans day=opening.opens_on | day %}Ankietę",
                "{% trans day=patient.birth_date | day %}Ankietę",
            ),
        ),
    ),
    *breaking(
        "prevention.insured",
        _PROGRAMME,
        Row(
            "prevention.everybody_insured",
            "Nobody asks whether a patient is insured",
            "A patient is sent a bill",
            replaced(is_insured, lambda visit, patient: True),
        ),
        Row(
            "prevention.insured_by_profile",
            "Only who has a trusted profile counts as insured",
            "A patient who logs in through a bank is turned away",
            replaced(is_insured, _insured_with_profile),
        ),
        Row(
            "prevention.insurance_not_explained",
            "Who is not insured is told no way on",
            "A patient does not know whom to ask",
            TemplateFault(
                _TAB,
                " {% trans %}Wyjaśnij to u pracodawcy albo w ZUS-ie, a potem wróć tu i wypełnij ankietę.{% endtrans %}",
                "",
            ),
        ),
    ),
    *breaking(
        "prevention.again",
        "facts: who had it at least 12 months ago",
        Row(
            "prevention.again_a_day_early",
            "The next survey opens a day early",
            "A second referral is refused at the laboratory",
            replaced(rules.survey_is_due, lambda opens_on, today: today >= opens_on - _DAY),
        ),
        Row(
            "prevention.again_a_day_late",
            "The next survey opens a day late",
            "A patient is turned away on the day that was named",
            replaced(rules.survey_is_due, lambda opens_on, today: today > opens_on),
        ),
        Row(
            "prevention.again_after_365_days",
            "The next survey opens after 365 days",
            "In a leap year the day that was named is wrong",
            replaced(rules.opens_again_on, lambda sent_on: sent_on + 365 * _DAY),
        ),
        Row(
            "prevention.leap_day_in_march",
            "After a survey of 29 February the next one opens on 1 March",
            "A patient waits a day longer than the rule of the house",
            replaced(
                rules.opens_again_on,
                lambda sent_on: true(rules.opens_again_on)(sent_on) + _DAY * ((sent_on.month, sent_on.day) == (2, 29)),
            ),
        ),
    ),
    *breaking(
        "prevention.referral",
        _AT_ONCE,
        Row(
            "prevention.code_is_a_number",
            "The access code of a referral loses its leading zeros",
            "The laboratory finds no referral",
            TemplateFault(_PAGE, "referral.access_code", "referral.access_code | int"),
        ),
        Row(
            "prevention.number_cut",
            "The number of a referral is cut on its page",
            "The laboratory finds no referral",
            TemplateFault(_PAGE, "referral.number", "referral.number[:20]"),
        ),
        Row(
            "prevention.number_for_code_on_paper",
            "The printout tells the end of the number as the access code",
            "The laboratory finds no referral",
            replaced(printed_lines, _printed(lambda referral: {"Kod dostępu": referral.number[-4:]})),
        ),
        Row(
            "prevention.package_cut_on_paper",
            "The printout leaves out the last examination",
            "A patient is not examined for what they are at risk of",
            replaced(printed_lines, _printed(lambda referral: {"Badania": "; ".join(referral.names[:-1])})),
        ),
        Row(
            "prevention.newest_referral_opens",
            "Each referral of the list opens the newest one",
            "A patient does not find last year's results",
            replaced(referral_opened, _newest),
        ),
        Row(
            "prevention.good_a_day_longer",
            "A referral is good through the day on which the next survey opens",
            "A patient has two referrals at once and pays for one",
            replaced(rules.last_day_of, lambda issued_on: true(rules.last_day_of)(issued_on) + _DAY),
        ),
        Row(
            "prevention.good_a_day_less",
            "A referral ends a day before the next survey opens",
            "For one day a patient can book with nothing",
            replaced(rules.last_day_of, lambda issued_on: true(rules.last_day_of)(issued_on) - _DAY),
        ),
    ),
    *breaking(
        "prevention.results",
        _SHOWN,
        Row(
            "prevention.norm_for_result",
            "The norm stands where the result should",
            "A patient believes that all is well",
            TemplateFault(_PAGE, "result.value", "result.norm"),
        ),
        Row(
            "prevention.last_result_lost",
            "The last result is missing",
            "A patient does not learn of an illness",
            TemplateFault(_PAGE, "in referral.results %}", "in referral.results[:-1] %}"),
        ),
        Row(
            "prevention.results_not_told",
            "The tab does not tell that results are ready",
            "A patient waits for results that are there",
            TemplateFault(_TAB, "if one.results", "if not one.results"),
        ),
        Row(
            "prevention.results_of_the_newest",
            "The results of an old referral are shown with the newest one too",
            "A patient takes last year's results for new ones",
            replaced(
                referral_opened,
                lambda visit, session: replace(
                    true(referral_opened)(visit, session),
                    results=next(
                        (
                            one.results
                            for one in visit.world.state(Prevention).referrals(session.patient.pesel)
                            if one.results
                        ),
                        (),
                    ),
                ),
            ),
        ),
    ),
)
