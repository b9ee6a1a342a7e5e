from datetime import UTC, date, datetime, timedelta

from mock_server.shared.patient.patient import Patient
from mock_server.shared.patient.session import PatientSession, PatientSessions, Stage

START = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PATIENT = Patient("80051400008", "Anna", "Nowak", date(1980, 5, 14), ("e-dowod",))


def session(seen_after: timedelta = timedelta()) -> PatientSession:
    return PatientSession(PATIENT.pesel, START, START + seen_after, PATIENT)


def test_an_idle_session_warns_two_minutes_before_its_end() -> None:
    sessions, idle = PatientSessions(), session()
    assert sessions.ends_at(idle) == START + timedelta(minutes=15)
    assert sessions.stage(idle, START + timedelta(minutes=13) - SECOND) is Stage.ALIVE
    assert sessions.stage(idle, START + timedelta(minutes=13)) is Stage.ENDING
    assert sessions.seconds_left(idle, START + timedelta(minutes=13)) == 120


def test_a_busy_session_ends_for_good_after_an_hour() -> None:
    sessions, busy = PatientSessions(), session(seen_after=timedelta(minutes=45))
    assert sessions.ends_at(busy) == START + timedelta(minutes=60)
    assert sessions.stage(busy, START + timedelta(minutes=58) - SECOND) is Stage.ALIVE
    assert sessions.stage(busy, START + timedelta(minutes=58)) is Stage.LAST


def test_a_session_that_can_still_be_extended_by_a_second_says_so() -> None:
    sessions, busy = PatientSessions(), session(seen_after=timedelta(minutes=45) - SECOND)
    assert sessions.stage(busy, START + timedelta(minutes=59)) is Stage.ENDING


def test_a_session_ends_when_login_gov_pl_says() -> None:
    sessions, busy = PatientSessions(), session(seen_after=timedelta(minutes=4))
    busy.ends_by = START + timedelta(minutes=5)
    sessions._by_id[busy.id] = busy
    assert sessions.ends_at(busy) == busy.ends_by
    assert sessions.stage(busy, START + timedelta(minutes=4)) is Stage.LAST
    assert [sessions.is_live(busy, busy.ends_by + late) for late in (-SECOND, timedelta())] == [True, False]
