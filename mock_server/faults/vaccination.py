"""Faults of vaccinating a child against HPV: at which age, which dose when, and for whose child."""

from datetime import date, timedelta

from ..kernel.faults import TemplateFault
from ..kernel.months import months_later
from ..kernel.people import Person
from ..kernel.rules import true
from ..shared.patient import rules as patient
from ..shared.patient.archive import Archive
from ..shared.patient.authorisation import WHOLE, Scope
from ..shared.patient.children import child_named, person_at
from ..shared.patient.session import PatientSession
from ..shared.patient.vaccination import rules
from ..shared.patient.vaccination.doses import given_to
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced

_AGES = "article: “Twoje dziecko ma 12 lub 13 lat?”"
_GAP = "facts: two doses 6 to 12 months apart"
_DAY = timedelta(days=1)
_WRONG_AGE = "A child is vaccinated for whom nobody pays"
_TURNED_AWAY = "A child is turned away that should be vaccinated"


def _leap_day_in_march(birth_date: date) -> date:
    day = true(rules.last_day_of_first_dose)(birth_date)
    return day + _DAY * ((birth_date.month, birth_date.day) == (2, 29))


def _every_vaccination(visit: Visit, child: Person) -> list[date]:
    record = visit.world.state(Archive).of(child.pesel, child.birth_date, visit.now)
    return sorted(one.on for one in record.vaccinations)


def _eldest(visit: Visit, session: PatientSession, handle: str) -> Person:
    asked_for = true(child_named)(visit, session, handle)
    parent = visit.world.people.by_pesel(session.patient.pesel)
    return visit.world.people.by_pesel(parent.children[0]) or asked_for if parent else asked_for


FAULTS = (
    *breaking(
        "vaccination.age",
        _AGES,
        Row(
            "vaccination.at_eleven",
            "The first dose is booked for a child of eleven",
            _WRONG_AGE,
            replaced(rules.first_day_of_first_dose, lambda birth_date: months_later(birth_date, 12 * 11)),
        ),
        Row(
            "vaccination.after_the_twelfth_birthday",
            "The first dose is not booked for the twelfth birthday",
            _TURNED_AWAY,
            replaced(
                rules.first_day_of_first_dose, lambda birth_date: true(rules.first_day_of_first_dose)(birth_date) + _DAY
            ),
        ),
        Row(
            "vaccination.on_the_fourteenth_birthday",
            "The first dose is booked for the fourteenth birthday",
            _WRONG_AGE,
            replaced(
                rules.last_day_of_first_dose, lambda birth_date: true(rules.last_day_of_first_dose)(birth_date) + _DAY
            ),
        ),
        Row(
            "vaccination.twelve_only",
            "The first dose is not booked for a child of thirteen",
            _TURNED_AWAY,
            replaced(rules.last_day_of_first_dose, lambda birth_date: months_later(birth_date, 12 * 13) - _DAY),
        ),
        Row(
            "vaccination.leap_day_in_march",
            "Who was born on 29 February turns 14 on 1 March",
            _WRONG_AGE,
            replaced(rules.last_day_of_first_dose, _leap_day_in_march),
            source="our choice: in common years 28 February counts",
        ),
        Row(
            "vaccination.too_old_not_told",
            "A child of 14 is shown places without a free term",
            "A parent waits for terms that never come",
            always(rules.is_too_late, False),
        ),
        Row(
            "vaccination.not_before_the_birthday",
            "Nothing can be booked before the twelfth birthday, not even for the day after",
            _TURNED_AWAY,
            replaced(rules.can_be_booked_already, lambda first_day, today, ahead: first_day - today <= ahead * 0),
        ),
    ),
    *breaking(
        "vaccination.second",
        _GAP,
        Row(
            "vaccination.second_a_day_early",
            "The second dose can be booked a day early",
            "The vaccination does not last",
            replaced(
                rules.first_day_of_second_dose,
                lambda first_dose: true(rules.first_day_of_second_dose)(first_dose) - _DAY,
            ),
        ),
        Row(
            "vaccination.second_a_day_late",
            "The second dose cannot be booked for its first day",
            _TURNED_AWAY,
            replaced(
                rules.first_day_of_second_dose,
                lambda first_dose: true(rules.first_day_of_second_dose)(first_dose) + _DAY,
            ),
        ),
        Row(
            "vaccination.second_after_its_last_day",
            "The second dose can be booked a day too late",
            "The vaccination must begin anew",
            replaced(
                rules.last_day_of_second_dose, lambda first_dose: true(rules.last_day_of_second_dose)(first_dose) + _DAY
            ),
        ),
        Row(
            "vaccination.second_not_on_its_last_day",
            "The second dose cannot be booked for its last day",
            _TURNED_AWAY,
            replaced(
                rules.last_day_of_second_dose, lambda first_dose: true(rules.last_day_of_second_dose)(first_dose) - _DAY
            ),
        ),
    ),
    *breaking(
        "vaccination.given",
        "users expect it: nobody is vaccinated twice",
        Row(
            "vaccination.given_twice",
            "A dose that was given counts for nothing",
            "A child is vaccinated twice",
            replaced(given_to, lambda visit, child: []),
        ),
        Row(
            "vaccination.any_vaccine",
            "Each vaccination counts as one against HPV",
            _TURNED_AWAY,
            replaced(given_to, _every_vaccination),
        ),
        Row(
            "vaccination.last_dose_counts",
            "The second dose is counted from the last vaccination against anything",
            "The second dose comes too late",
            replaced(
                given_to,
                lambda visit, child: [max(_every_vaccination(visit, child))] if true(given_to)(visit, child) else [],
            ),
        ),
    ),
    *breaking(
        "vaccination.child",
        "ASVS 5.0, 8.2",
        Row(
            "vaccination.any_child",
            "Every child's plan opens to who knows its address",
            "A stranger learns where a child will be and when",
            replaced(
                child_named,
                lambda visit, session, handle: person_at(visit, handle) or true(child_named)(visit, session, handle),
            ),
        ),
        Row(
            "vaccination.eldest_child",
            "A visit is booked for the eldest child, whichever was chosen",
            "The wrong child is vaccinated",
            replaced(child_named, _eldest),
        ),
        Row(
            "vaccination.pesel_in_address",
            "The link to a child's plan holds its PESEL",
            "The PESEL of a child stays in every log on the way",
            TemplateFault("patient/other_account.html", '"{{ plan }}"', '"/dziecko/{{ person.pesel }}/plan"'),
            source="ASVS 5.0, 14.2.1",
        ),
    ),
    *breaking(
        "vaccination.authorised",
        "issue: by the parent, or whom the parent authorised for that child",
        Row(
            "vaccination.any_part_plans",
            "Whoever may see any part of a child's data plans its visits",
            "Somebody who was to fetch a prescription moves a child's visit",
            replaced(patient.may_plan_for, lambda scope, *, minor: bool(scope) and minor),
        ),
        Row(
            "vaccination.only_the_whole_plans",
            "Only who may see all of a child's data plans its visits",
            "A grandmother who was let see the visits cannot book one",
            replaced(patient.may_plan_for, lambda scope, *, minor: scope == WHOLE and minor),
        ),
        Row(
            "vaccination.plans_for_adults",
            "Somebody authorised by an adult plans that adult's visits as if they were a child's",
            "A child that came of age still has its visits planned by others",
            replaced(patient.may_plan_for, lambda scope, *, minor: Scope.VISITS in scope),
        ),
        Row(
            "vaccination.open_plan_stays",
            "An open plan does not hear that the right to it is over",
            "A child's visits stay on a screen after they were forbidden to it",
            TemplateFault("patient/vaccination/plan.html", '"other_page.html"', '"account.html"'),
        ),
    ),
)
