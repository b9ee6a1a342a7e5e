import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mock_server.shared.patient.archive import Archive, Handles, today
from mock_server.shared.patient.making import make_record
from mock_server.shared.patient.patient import Patient
from mock_server.shared.patient.record import Prescription, Record

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
BORN = date(1980, 5, 14)
CHILD_BORN = date(2024, 1, 2)


def without_ids(record: Record) -> Record:
    return replace(record, prescriptions=tuple(replace(one, id=f"{n}") for n, one in enumerate(record.prescriptions)))


def prescription(**changes: object) -> Prescription:
    made = make_record("80051400008", BORN, NOW.date()).prescriptions[0]
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_same_pesel_has_the_same_history() -> None:
    first, again = (without_ids(make_record("80051400008", BORN, NOW.date())) for _ in range(2))
    assert first == again
    assert first != without_ids(make_record("80051400015", BORN, NOW.date()))


@pytest.mark.parametrize("seed", range(50))
def test_a_history_is_whole_and_lies_within_the_life(seed: int) -> None:
    record = make_record(f"{seed:011d}", CHILD_BORN, NOW.date())
    days = [
        *(one.issued_on for one in record.prescriptions),
        *(one.issued_on for one in record.referrals),
        *(one.on for one in record.appointments),
        *(one.on for one in record.vaccinations),
    ]
    assert all(CHILD_BORN <= day <= NOW.date() for day in days)
    assert record.prescriptions
    assert all(re.fullmatch(r"\d{4}", one.access_code) for one in record.prescriptions)
    assert not record.sick_leaves


def test_codes_and_sick_leaves_use_the_whole_of_their_range() -> None:
    records = [make_record(f"{seed:011d}", BORN, NOW.date()) for seed in range(300)]
    codes = [one.access_code for record in records for one in record.prescriptions]
    packages = {one.packages for record in records for one in record.prescriptions}
    lengths = [(one.last_day - one.first_day).days for record in records for one in record.sick_leaves]
    assert {code[0] for code in codes} == set("0123456789")
    assert set(lengths) == set(range(1, 14))
    assert packages == {1, 2, 3}


def test_sick_leaves_begin_on_the_day_of_coming_of_age() -> None:
    """2008 and 2012, 2016, 2020, 2024 had a leap day: 18 years are more than 18 times 365 days."""
    eighteenth = date(2026, 3, 1)
    born = eighteenth.replace(year=2008)
    pesels = [f"{seed:011d}" for seed in range(20)]
    assert any(make_record(pesel, born, eighteenth).sick_leaves for pesel in pesels)
    assert not any(make_record(pesel, born, eighteenth - timedelta(days=1)).sick_leaves for pesel in pesels)


def test_a_patient_born_today_has_a_history_of_today() -> None:
    record = make_record("26230100009", NOW.date(), NOW.date())
    assert {one.issued_on for one in record.prescriptions} == {NOW.date()}


def test_the_archive_keeps_what_it_made() -> None:
    archive = Archive()
    assert archive.of("80051400008", BORN, NOW) is archive.of("80051400008", BORN, NOW + timedelta(days=400))


def test_a_document_is_found_by_its_patient_only() -> None:
    archive = Archive()
    own = archive.of("80051400008", BORN, NOW).prescriptions[0]
    assert archive.prescription(own.id, asked_by="80051400008") is own
    assert archive.prescription(own.id, asked_by="80051400015") is None
    assert archive.prescription("unknown", asked_by="80051400008") is None


def test_a_handle_stands_for_one_pesel_and_tells_nothing_of_it() -> None:
    handles = Handles()
    handle = handles.of("80051400008")
    assert handle == handles.of("80051400008") != handles.of("80051400015")
    assert handles.pesel(handle) == "80051400008"
    assert handles.pesel("unknown") is None
    assert "80051400008" not in handle


def test_the_day_is_the_one_in_poland() -> None:
    assert today(datetime(2026, 3, 1, 22, 59, tzinfo=UTC)) == date(2026, 3, 1)
    assert today(datetime(2026, 3, 1, 23, 0, tzinfo=UTC)) == date(2026, 3, 2)


def test_a_prescription_is_good_through_its_last_day() -> None:
    last = date(2026, 3, 1)
    open_one = prescription(redeemed=False, valid_until=last)
    assert open_one.state(last) == "do realizacji"
    assert open_one.state(last + timedelta(days=1)) == "po terminie ważności"
    assert prescription(redeemed=True, valid_until=last).state(last) == "zrealizowana"


@pytest.mark.parametrize(
    ("authorities", "text"),
    [
        (("pz.gov.pl",), "Profil zaufany"),
        (("pz.gov.pl", "mbank"), "Profil zaufany – mBank"),
        (("pz.gov.pl", "ing"), "Profil zaufany – ING"),
        (("mojeid.pl", "ing"), "mojeID – ING Bank Śląski"),
        (("e-dowod",), "e-dowód"),
        (("mobywatel",), "mObywatel"),
    ],
)
def test_who_confirmed_the_identity_is_told_in_words(authorities: tuple[str, ...], text: str) -> None:
    assert Patient("80051400008", "Anna", "Nowak", BORN, authorities).identified_by == text


def test_a_prescription_is_never_valid_until_before_it_was_issued() -> None:
    with pytest.raises(ValueError, match="valid_until comes before issued_on"):
        prescription(issued_on=date(2026, 3, 2), valid_until=date(2026, 3, 1))
    assert prescription(issued_on=date(2026, 3, 1), valid_until=date(2026, 3, 1)).valid_until == date(2026, 3, 1)


def test_a_document_of_the_record_before_opens_no_more() -> None:
    archive = Archive()
    before = archive.of("80051400008", BORN, NOW).prescriptions[0]
    now = archive.put("80051400008", make_record("80051400015", BORN, NOW.date())).prescriptions[0]
    assert archive.prescription(before.id, asked_by="80051400008") is None
    assert archive.prescription(now.id, asked_by="80051400008") is now
    archive.forget("80051400008")
    assert archive.prescription(now.id, asked_by="80051400008") is None


def test_a_patient_without_a_record_is_forgotten_without_ado() -> None:
    Archive().forget("80051400008")


@pytest.mark.parametrize("pesel", [f"{seed:011d}" for seed in range(20)])
def test_a_history_is_told_newest_first(pesel: str) -> None:
    record = make_record(pesel, BORN, NOW.date())
    for days in (
        [one.issued_on for one in record.prescriptions],
        [one.issued_on for one in record.referrals],
        [one.on for one in record.appointments],
        [one.first_day for one in record.sick_leaves],
        [one.on for one in record.vaccinations],
    ):
        assert days == sorted(days, reverse=True)
