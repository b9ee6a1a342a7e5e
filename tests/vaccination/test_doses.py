"""A visit for each dose: for whom, on which days, and by whom."""

from datetime import date, timedelta

import pytest

from mock_server.shared.patient.archive import Handles
from tests.patient.visiting import IKP
from tests.vaccination.scene import FIRST, MORNING, POINT, SECOND, VaccinationScene

TODAY = MORNING.date()
SOON = date(2026, 12, 1)
DAY = timedelta(days=1)


def test_a_parent_books_the_first_dose_and_is_told(scene: VaccinationScene) -> None:
    scene.offer(SOON)
    page = scene.book(FIRST, SOON)
    assert page.texts("//section[@aria-labelledby='visit']//dd") == [POINT.name, POINT.address, "01.12.2026, 10:00"]
    (message,) = scene.world.inbox.sms_to(scene.person.phone)
    for told in ("HPV", scene.child.full_name, POINT.name, "01.12.2026, 10:00"):
        assert told in message.text
    plan = scene.browser.get(f"{IKP}/dziecko/{scene.handle}/plan")
    assert "01.12.2026, 10:00" in plan.texts("//main//dd")
    (visit,) = scene.bookings
    assert (visit.patient, visit.booked_by) == (scene.child.pesel, scene.person.pesel)


def test_the_way_leads_from_the_childs_account(scene: VaccinationScene) -> None:
    scene.browser.get(f"{IKP}/uprawnienia")
    (account,) = scene.browser.http.page.xpath("//main//a[starts-with(@href, '/dzieci/')]/@href")
    (plan,) = scene.browser.get(IKP + account).page.xpath("//main//a[.='Plan leczenia']/@href")
    (visit,) = scene.browser.get(IKP + plan).page.xpath("//main//a[.='Umów wizytę']/@href")
    assert IKP + visit == scene.doses().url
    assert scene.child.pesel not in plan + visit


def test_the_account_of_an_adult_has_no_plan_of_a_child(scene: VaccinationScene) -> None:
    adult = scene.add_person(seed=9)
    scene.person.may_see.append(adult.pesel)
    handle = scene.world.state(Handles).of(adult.pesel)
    assert not scene.browser.get(f"{IKP}/osoby/{handle}").page.xpath("//main//a[.='Plan leczenia']")
    assert scene.browser.get(f"{IKP}/dziecko/{handle}/plan").status == 404


@pytest.mark.parametrize(
    ("born", "status"),
    [
        (date(2014, 12, 1), 200),
        (date(2014, 12, 2), 409),
        (date(2012, 12, 2), 200),
        (date(2012, 12, 1), 409),
    ],
)
def test_the_age_on_the_day_of_the_first_dose_counts(scene: VaccinationScene, born: date, status: int) -> None:
    scene.child_born(born)
    scene.offer(SOON)
    page = scene.look(FIRST, SOON)
    assert page.status == status
    if status == 409:
        assert "12 albo 13 lat" in page.text


@pytest.mark.parametrize(("day", "status"), [(date(2026, 2, 27), 200), (date(2026, 2, 28), 409)])
def test_who_was_born_on_29_february_turns_14_on_the_28th(scene: VaccinationScene, day: date, status: int) -> None:
    scene.child_born(date(2012, 2, 29))
    scene.offer(day)
    assert scene.on(date(2026, 2, 26)).look(FIRST, day).status == status


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2028, 3, 1), "Wybierz miejsce"),
        (date(2028, 3, 2), "Dziecko ma już 14 lat"),
        (date(2026, 2, 2), "Wybierz miejsce"),
        (date(2026, 2, 1), "Dziecko nie ma jeszcze 12 lat"),
    ],
)
def test_who_is_too_old_or_too_young_is_told_so(scene: VaccinationScene, today: date, told: str) -> None:
    scene.on(today)
    page = scene.browser.get(f"{scene.dose(FIRST).url}/termin")
    assert page.heading == told
    assert (page.status == 409) is told.startswith("Dziecko")


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2027, 5, 18), 409),
        (date(2027, 5, 19), 200),
        (date(2027, 11, 19), 200),
        (date(2027, 11, 20), 409),
    ],
)
def test_the_second_dose_comes_six_to_twelve_months_after_the_first(
    scene: VaccinationScene, day: date, status: int
) -> None:
    scene.vaccinate(TODAY - DAY, against="grypa")
    scene.vaccinate(TODAY)
    scene.offer(day)
    assert scene.look(SECOND, day).status == status


def test_the_second_dose_may_come_after_the_fourteenth_birthday(scene: VaccinationScene) -> None:
    scene.child_born(date(2012, 11, 20))
    scene.vaccinate(TODAY)
    day = date(2027, 6, 1)
    scene.offer(day)
    assert scene.book(SECOND, day).status == 200


@pytest.mark.parametrize(
    ("given", "dose", "told"),
    [
        ([TODAY], FIRST, "Pierwsza dawka jest już podana"),
        ([], SECOND, "Najpierw pierwsza dawka"),
        ([date(2026, 1, 5), TODAY], SECOND, "Obie dawki są już podane"),
        ([date(2025, 11, 18)], SECOND, "Minął czas na drugą dawkę"),
        ([date(2025, 11, 19)], SECOND, "Wybierz miejsce"),
    ],
)
def test_what_was_given_decides_what_can_be_booked(
    scene: VaccinationScene, given: list[date], dose: str, told: str
) -> None:
    scene.vaccinate(*given)
    assert scene.browser.get(f"{scene.dose(dose).url}/termin").heading == told


def test_another_vaccination_counts_for_nothing(scene: VaccinationScene) -> None:
    scene.vaccinate(TODAY, against="grypa")
    assert scene.dose(FIRST).page.xpath("//a[.='Umów wizytę']")


def test_a_child_of_somebody_else_is_not_there(scene: VaccinationScene) -> None:
    address = scene.doses().url
    stranger = scene.another_browser()
    scene.enter_ikp(scene.add_person(seed=2), browser=stranger)
    for end in ("", f"/{FIRST}", f"/{FIRST}/termin", f"/{FIRST}/odwolaj", "/../plan"):
        assert stranger.get(address + end).status == 404
    assert scene.browser.get(f"{address}/trzecia").status == 404


def test_the_account_closes_as_the_child_comes_of_age(scene: VaccinationScene) -> None:
    assert scene.on(date(2032, 3, 1)).doses().status == 200
    assert scene.on(date(2032, 3, 2)).doses().status == 404


def test_a_target_survives_the_login(scene: VaccinationScene) -> None:
    browser, path = scene.another_browser(), f"/dziecko/{scene.handle}/szczepienia"
    assert scene.enter_ikp(scene.person, target=path, browser=browser).url == IKP + path
