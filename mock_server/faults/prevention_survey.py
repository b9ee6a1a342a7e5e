"""Faults of the survey of “Profilaktyka 40+”: what it keeps, what it refuses, and what follows from it."""

from ..kernel.faults import TemplateFault
from ..kernel.rules import true
from ..shared.patient.prevention import rules
from ..shared.patient.prevention.examinations import BY_RISK, Examination, package_of
from ..shared.patient.prevention.referral import PreventionReferral
from ..shared.patient.prevention.state import Prevention
from ..shared.patient.prevention.survey import Answers, problems_of, risks_of
from .entry import Row, breaking
from .replacing import always, replaced

_PROGRAMME = "facts: the package depends on sex and on risk factors in the answers"


def _save_what_makes_sense(self: Prevention, pesel: str, answers: Answers) -> None:
    wrong = problems_of(answers)
    true(Prevention.save)(self, pesel, {name: answer for name, answer in answers.items() if name not in wrong})


def _save_first_answers(self: Prevention, pesel: str, answers: Answers) -> None:
    before = {name: answer for name, answer in self.draft(pesel).items() if answer}
    true(Prevention.save)(self, pesel, {**answers, **before})


def _draft_of_whoever_came_last(self: Prevention, pesel: str) -> Answers:
    return true(Prevention.draft)(self, pesel) or next(reversed(self._drafts.values()), {})


def _issue_and_keep_the_answers(self: Prevention, pesel: str, referral: PreventionReferral) -> None:
    sent = self.draft(pesel)
    true(Prevention.issue)(self, pesel, referral)
    self.save(pesel, sent)


def _first_problem(answers: Answers) -> dict[str, str]:
    return dict(list(true(problems_of)(answers).items())[:1])


def _doubts_are_health(answers: Answers) -> frozenset[Examination]:
    return true(risks_of)({name: "nie" if answer == "nie_wiem" else answer for name, answer in answers.items()})


FAULTS = (
    *breaking(
        "prevention.draft",
        "users expect it: what was saved is there",
        Row(
            "prevention.draft_without_mistakes",
            "A saved survey loses each answer that makes no sense",
            "A patient who mistyped must type everything anew",
            replaced(Prevention.save, _save_what_makes_sense),
        ),
        Row(
            "prevention.first_answer_stays",
            "An answer that was saved cannot be changed",
            "A patient is examined for the wrong things",
            replaced(Prevention.save, _save_first_answers),
        ),
        Row(
            "prevention.draft_of_another",
            "Who has saved nothing sees the answers of whoever saved last",
            "A stranger reads of a patient's illnesses",
            replaced(Prevention.draft, _draft_of_whoever_came_last),
            source="ASVS 5.0, 8.2",
        ),
        Row(
            "prevention.unanswered_not_counted",
            "The tab counts every question as answered",
            "A patient believes that the survey was sent",
            TemplateFault("patient/prevention/tab.html", "answered=answered", "answered=asked"),
        ),
    ),
    *breaking(
        "prevention.again",
        "facts: who had it at least 12 months ago",
        Row(
            "prevention.answers_outlive_the_sending",
            "The answers of a survey that was sent stand in the next one",
            "A patient is examined by last year's weight and habits",
            replaced(Prevention.issue, _issue_and_keep_the_answers),
            source="GDPR art. 5: accuracy",
        ),
    ),
    *breaking(
        "prevention.errors",
        "WCAG 2.2, 3.3.1 and 1.3.1",
        Row(
            "prevention.choice_error_untied",
            "The error at a question to choose from is not tied to it",
            "A screen reader does not tell what is wrong",
            TemplateFault("patient/prevention/choice.html", ' aria-describedby="{{ question.name }}-error"', ""),
        ),
        Row(
            "prevention.measure_error_untied",
            "The error at a question for a number is not tied to it",
            "A screen reader does not tell what is wrong",
            TemplateFault("patient/prevention/measure.html", "{{ question.name ~ '-error ' if error }}", ""),
        ),
        Row(
            "prevention.summary_leads_nowhere",
            "The links of the summary of errors lead to no question",
            "A patient searches eleven questions for the one that is wrong",
            TemplateFault("patient/prevention/survey.html", 'href="#{{ question.name }}"', 'href="#"'),
        ),
        Row(
            "prevention.summary_not_announced",
            "The summary of errors is not announced and takes no focus",
            "A screen reader is silent, and a patient waits",
            TemplateFault("patient/prevention/survey.html", ' role="alert" tabindex="-1" autofocus', ""),
        ),
        Row(
            "prevention.one_error_at_a_time",
            "Only the first error is told",
            "A patient sends the survey again and again",
            replaced(problems_of, _first_problem),
        ),
        Row(
            "prevention.bounds_are_refused",
            "The bounds of a measure are refused",
            "A patient of a hundred centimetres cannot send the survey",
            replaced(rules.is_plausible, lambda measure, least, most: least < measure < most),
        ),
        Row(
            "prevention.anything_is_plausible",
            "Every number counts as a height",
            "A slip of the finger changes the package",
            always(rules.is_plausible, True),
        ),
        Row(
            "prevention.one_beyond_the_bounds",
            "One more and one less than the bounds is taken",
            "A slip of the finger changes the package",
            replaced(rules.is_plausible, lambda measure, least, most: least - 1 <= measure <= most + 1),
        ),
    ),
    *breaking(
        "prevention.package",
        _PROGRAMME,
        Row(
            "prevention.sexes_swapped",
            "An odd digit counts as a woman's",
            "A man is examined as a woman",
            replaced(rules.is_woman, lambda pesel: not true(rules.is_woman)(pesel)),
        ),
        Row(
            "prevention.sex_by_check_digit",
            "The last digit of the PESEL tells the sex",
            "Every second patient is examined as the other sex",
            replaced(rules.is_woman, lambda pesel: int(pesel[-1]) % 2 == 0),
        ),
        Row(
            "prevention.overweight_above_25",
            "A body mass index of 25 does not count as overweight",
            "A patient at risk goes without an examination",
            replaced(rules.is_overweight, lambda weight_kg, height_cm: weight_kg * 10_000 > 25 * height_cm**2),
        ),
        Row(
            "prevention.overweight_at_24",
            "A body mass index of 24 counts as overweight",
            "Blood is drawn for nothing",
            replaced(rules.is_overweight, lambda weight_kg, height_cm: weight_kg * 10_000 >= 24 * height_cm**2),
        ),
        Row(
            "prevention.doubts_are_health",
            "“Nie wiem” counts as “nie”",
            "A patient who does not know of an illness in the family is not examined",
            replaced(risks_of, _doubts_are_health),
            source="our choice: in doubt one is examined",
        ),
        Row(
            "prevention.every_examination",
            "Everybody is examined for everything",
            "Blood is drawn for nothing",
            replaced(package_of, lambda pesel, risks: true(package_of)(pesel, BY_RISK)),
        ),
        Row(
            "prevention.occult_blood_forgotten",
            "No package holds the test for occult blood",
            "A cancer is found too late",
            replaced(
                package_of,
                lambda pesel, risks: true(package_of)(pesel, {*risks} - {Examination.OCCULT_BLOOD}),
            ),
        ),
    ),
)
