"""Faults of the health record: what lists and pages tell of what it holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta

from ..kernel.faults import TemplateFault
from ..kernel.people import Person
from ..kernel.rules import true
from ..shared.patient import rules
from ..shared.patient.archive import Archive, today
from ..shared.patient.family import record_of_other
from ..shared.patient.patient import Patient
from ..shared.patient.record import Prescription, Record
from ..shared.patient.record_pages import prescription_opened, record_of
from ..shared.patient.session import PatientSession
from ..sites.ikp.state import IkpSessions
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced

_SHOWN = "users expect it: an account shows what is recorded"
_LAST_DAY = "Prawo farmaceutyczne, art. 96a"
_PAGE = 10
"""Entries, where somebody thought of pages and forgot the others."""


def _with(change: Callable[[Record], Record]) -> Callable[[Visit, Patient], Record]:
    """Show the patient's own record with something changed."""

    def changed(visit: Visit, patient: Patient) -> Record:
        return change(true(record_of)(visit, patient))

    return changed


def _without_sick_leaves_for_programs(visit: Visit, patient: Patient) -> Record:
    record = true(record_of)(visit, patient)
    return replace(record, sick_leaves=()) if visit.request.scope["path"].startswith("/api/") else record


def _oldest_first(record: Record) -> Record:
    return replace(record, appointments=record.appointments[::-1])


def _same_day_the_other_way(record: Record) -> Record:
    turned = sorted(record.prescriptions, key=lambda one: one.issued_on)[::-1]
    return replace(record, prescriptions=tuple(turned))


def newest(visit: Visit, session: PatientSession) -> Prescription:
    """The patient's newest prescription, whichever of their own was asked for."""
    true(prescription_opened)(visit, session)
    first, *_ = visit.world.state(Archive).of(session.pesel, session.patient.birth_date, visit.now).prescriptions
    return first


def _record_of_reader(visit: Visit, person: Person) -> Record:
    reader = visit.world.state(IkpSessions).current(visit)
    return true(record_of)(visit, reader.patient) if reader else true(record_of_other)(visit, person)


FAULTS = (
    *breaking(
        "account.person",
        _SHOWN,
        Row(
            "account.phone_for_email",
            "“Moje konto” shows the phone number as the e-mail address",
            "A patient believes that letters go nowhere",
            TemplateFault("ikp/profile.html", "{{ contact.email }}", "{{ contact.phone }}"),
        ),
        Row(
            "account.names_swapped",
            "“Moje konto” shows the family name as the given name",
            "A patient believes that the register is wrong",
            TemplateFault("ikp/profile.html", "{{ patient.given_name }}", "{{ patient.family_name }}"),
        ),
        Row(
            "account.seen_for_begun",
            "“Moje konto” tells the last activity as the time of the login",
            "A patient does not recognise a stranger's login",
            TemplateFault("ikp/profile.html", "session.started_at", "session.seen_at"),
        ),
        Row(
            "account.birth_date_of_parent",
            "The list of children tells the birth date of the parent",
            "A parent opens the account of the wrong child",
            TemplateFault("patient/permissions.html", "person.birth_date", "patient.birth_date"),
        ),
        Row(
            "account.app_hides_digits",
            "mojeIKP shows the beginning of the PESEL only",
            "The pharmacy is told half a PESEL",
            TemplateFault("mojeikp/home.html", "{{ patient.pesel }}", "{{ patient.pesel[:6] }}"),
        ),
    ),
    *breaking(
        "account.record",
        _SHOWN,
        Row(
            "account.issued_for_valid",
            "The list shows the day of issue as the last day of validity",
            "A patient gives up a prescription that is still good",
            TemplateFault("patient/records/prescriptions.html", "one.valid_until", "one.issued_on"),
        ),
        Row(
            "account.valid_for_issued",
            "The page of a prescription shows its last day as the day of issue",
            "A patient and a doctor speak of two prescriptions",
            TemplateFault("patient/prescription.html", "prescription.issued_on", "prescription.valid_until"),
        ),
        Row(
            "account.code_is_a_number",
            "An access code loses its leading zeros in the list",
            "The pharmacy finds no prescription",
            TemplateFault("patient/records/prescriptions.html", "one.access_code", "one.access_code | int"),
        ),
        Row(
            "account.redeemed_to_redeem",
            "The page of a redeemed prescription invites to redeem it",
            "A patient goes to the pharmacy for nothing",
            TemplateFault("patient/prescription.html", "prescription.state(today)", '"do realizacji"'),
        ),
        Row(
            "account.dose_of_packages",
            "The page of a prescription shows one package whatever was prescribed",
            "A patient leaves medicine at the pharmacy",
            TemplateFault("patient/prescription.html", "prescription.packages", "1"),
        ),
        Row(
            "account.used_referral_is_open",
            "A referral that was used reads as one to use",
            "A patient queues with a referral that is gone",
            TemplateFault("patient/records/referrals.html", "if one.used", "if not one.used"),
        ),
        Row(
            "account.reason_for_clinic",
            "The heading of a referral is its reason",
            "A patient does not know where to go",
            TemplateFault("patient/records/referrals.html", "{{ one.to }}", "{{ one.reason }}"),
        ),
        Row(
            "account.leave_ends_as_it_begins",
            "Every sick leave ends on its first day",
            "A patient goes back to work ill",
            TemplateFault("patient/records/sick_leaves.html", "one.last_day", "one.first_day"),
        ),
        Row(
            "account.clinic_for_doctor",
            "A visit shows the clinic where the doctor should stand",
            "A patient asks for a doctor whom nobody knows",
            TemplateFault("patient/records/appointments.html", "one.doctor", "one.clinic"),
        ),
        Row(
            "account.place_for_vaccine",
            "A vaccination shows the place where the vaccine should stand",
            "The next dose is of another vaccine",
            TemplateFault("patient/records/vaccinations.html", "one.vaccine", "one.place"),
        ),
        Row(
            "account.oldest_first",
            "Visits are listed oldest first",
            "A patient takes an old visit for the last one",
            replaced(record_of, _with(_oldest_first)),
        ),
        Row(
            "account.same_day_turned",
            "Prescriptions of one day change their order",
            "A patient finds another prescription in the place of the one before",
            replaced(record_of, _with(_same_day_the_other_way)),
        ),
        Row(
            "account.oldest_entry_lost",
            "The oldest entry of a list is missing",
            "A patient does not find a referral",
            replaced(record_of, _with(lambda record: replace(record, referrals=record.referrals[:-1]))),
        ),
        Row(
            "account.first_page_only",
            "A list ends after ten entries",
            "A patient with many prescriptions does not find one that is still good",
            replaced(record_of, _with(lambda record: replace(record, prescriptions=record.prescriptions[:_PAGE]))),
        ),
        Row(
            "account.each_link_to_the_newest",
            "Each prescription of the list opens the newest one",
            "A patient takes the wrong medicine",
            replaced(prescription_opened, newest),
        ),
        Row(
            "account.not_counted",
            "Sick leaves are not counted for programs",
            "A program believes that there are none",
            replaced(record_of, _without_sick_leaves_for_programs),
        ),
        Row(
            "account.nothing_said_of_nothing",
            "Where there is nothing, nothing is said",
            "A patient waits for a list that never comes",
            TemplateFault("patient/records/of_kind.html", "<p>{{ kind.none }}</p>", ""),
        ),
        Row(
            "account.drug_as_html",
            "The list takes the name of a drug for HTML",
            "A script runs in the account",
            TemplateFault("patient/records/prescriptions.html", "{{ one.drug }}", "{{ one.drug | safe }}"),
            source="ASVS 5.0, 1.2.1; WSTG-INPV-02",
        ),
    ),
    *breaking(
        "account.state",
        _LAST_DAY,
        Row(
            "account.one_day_short",
            "A prescription reads as expired on its last day",
            "A patient goes without medicine",
            replaced(rules.prescription_is_valid, lambda valid_until, today: today < valid_until),
        ),
        Row(
            "account.one_day_long",
            "A prescription reads as good for a day too long",
            "A patient goes to the pharmacy for nothing",
            replaced(rules.prescription_is_valid, lambda valid_until, today: today <= valid_until + timedelta(days=1)),
        ),
        Row(
            "account.good_for_ever",
            "No prescription ever expires",
            "A patient goes to the pharmacy for nothing",
            always(rules.prescription_is_valid, True),
        ),
        Row(
            "account.day_of_greenwich",
            "The day changes at midnight in Greenwich",
            "For one or two hours each night a prescription reads as good that is not",
            replaced(today, lambda now: now.astimezone(UTC).date()),
        ),
    ),
    *breaking(
        "account.others_record",
        _SHOWN,
        Row(
            "account.reader_for_child",
            "A child's page shows the record of the parent",
            "A child is given the medicine of a grown-up",
            replaced(record_of_other, _record_of_reader),
        ),
        Row(
            "account.other_without_vaccinations",
            "Another person's page leaves out the vaccinations",
            "A child is vaccinated twice",
            replaced(
                record_of_other,
                lambda visit, person: replace(true(record_of_other)(visit, person), vaccinations=()),
            ),
        ),
        Row(
            "account.last_section_lost",
            "Another person's page ends before its last section",
            "A parent does not see the vaccinations of a child",
            TemplateFault("patient/other_account.html", "in kinds %}", "in kinds[:-1] %}"),
        ),
        Row(
            "account.pesel_of_reader",
            "Another person's page shows the PESEL of the reader",
            "A prescription of a child is not found at the pharmacy",
            TemplateFault("patient/other_account.html", "{{ person.pesel }}", "{{ patient.pesel }}"),
        ),
    ),
)
