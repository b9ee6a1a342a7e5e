"""Which dose can be booked for which day, up to both edges."""

from datetime import date
from itertools import permutations

import pytest

from e2e.vaccination.conftest import FIRST, SECOND, SOON, TODAY, ParentMaker


@pytest.mark.behaviour("vaccination.age")
@pytest.mark.parametrize(
    ("born", "offered"),
    [
        (date(2014, 12, 1), ["01.12.2026"]),
        (date(2014, 12, 2), []),
        (date(2012, 12, 2), ["01.12.2026"]),
        (date(2012, 12, 1), []),
        (date(2013, 6, 1), ["01.12.2026"]),
    ],
    ids=["twelve", "eleven", "thirteen", "fourteen", "between"],
)
def test_the_age_on_the_day_of_the_first_dose_counts(make_parent: ParentMaker, born: date, offered: list[str]) -> None:
    parent = make_parent(born)
    parent.offer(SOON)
    assert parent.offered(FIRST) == offered


@pytest.mark.behaviour("vaccination.age")
def test_who_was_born_on_29_february_is_fourteen_on_the_28th(make_parent: ParentMaker) -> None:
    parent = make_parent(date(2012, 2, 29)).on(date(2026, 2, 20))
    parent.offer(date(2026, 2, 27), date(2026, 2, 28))
    assert parent.offered(FIRST) == ["27.02.2026"]


@pytest.mark.behaviour("vaccination.age")
@pytest.mark.parametrize(
    ("today", "status", "heading"),
    [
        (date(2026, 1, 31), 409, "Dziecko nie ma jeszcze 12 lat"),
        (date(2026, 2, 20), 200, "Wybierz miejsce"),
        (date(2028, 3, 1), 200, "Wybierz miejsce"),
        (date(2028, 3, 2), 409, "Dziecko ma już 14 lat"),
    ],
    ids=["young", "near", "last", "old"],
)
def test_who_is_too_young_or_too_old_is_told_why(
    make_parent: ParentMaker, today: date, status: int, heading: str
) -> None:
    page = make_parent().on(today).booking(FIRST)
    assert (page.status, page.heading) == (status, heading)
    if status == 409:
        assert "12 albo 13 lat" in page.text_of("//main//*[@role='alert']")


@pytest.mark.behaviour("vaccination.second")
def test_the_second_dose_is_offered_from_the_same_date_six_to_twelve_months_later(make_parent: ParentMaker) -> None:
    parent = make_parent(date(2012, 11, 20))
    parent.vaccinated(TODAY)
    parent.offer(date(2027, 5, 18), date(2027, 5, 19))
    assert parent.offered(SECOND) == ["19.05.2027"]
    parent.offer(date(2027, 11, 19), date(2027, 11, 20))
    assert parent.on(date(2027, 11, 10)).offered(SECOND) == ["19.11.2027"]
    assert parent.book(SECOND).status == 200


@pytest.mark.behaviour("vaccination.second")
@pytest.mark.parametrize(
    ("given", "booked", "other"), [([], FIRST, SECOND), ([date(2026, 5, 5)], SECOND, FIRST)], ids=["first", "second"]
)
def test_a_visit_stands_under_the_dose_for_which_it_is(
    make_parent: ParentMaker, given: list[date], booked: str, other: str
) -> None:
    parent = make_parent()
    parent.vaccinated(*given)
    parent.offer(SOON)
    assert parent.book(booked).status == 200
    term = "01.12.2026, 10:00"
    assert parent.vaccinations().seen.texts("//main//dd").count(term) == 1
    assert term in parent.dose(booked).text_of("//main")
    assert term not in parent.dose(other).text_of("//main")


@pytest.mark.behaviour("vaccination.given")
@pytest.mark.parametrize(
    ("given", "dose", "heading"),
    [
        ([], FIRST, "Wybierz miejsce"),
        ([], SECOND, "Najpierw pierwsza dawka"),
        ([TODAY], FIRST, "Pierwsza dawka jest już podana"),
        ([TODAY], SECOND, "Wybierz miejsce"),
        ([date(2026, 1, 5), TODAY], SECOND, "Obie dawki są już podane"),
        ([date(2025, 11, 18)], SECOND, "Minął czas na drugą dawkę"),
    ],
    ids=["none-first", "none-second", "one-first", "one-second", "both", "late"],
)
def test_what_was_given_decides_what_can_be_booked(
    make_parent: ParentMaker, given: list[date], dose: str, heading: str
) -> None:
    parent = make_parent()
    parent.vaccinated(*given)
    assert parent.booking(dose).heading == heading


@pytest.mark.behaviour("vaccination.given")
@pytest.mark.parametrize("given", list(permutations([date(2026, 1, 5), TODAY])), ids=["older-first", "newer-first"])
def test_each_dose_tells_the_day_of_its_own(make_parent: ParentMaker, given: tuple[date, ...]) -> None:
    parent = make_parent()
    parent.vaccinated(*given)
    assert parent.vaccinations().seen.texts("//main//dd") == ["05.01.2026", "19.11.2026"]
    assert parent.dose(FIRST).seen.texts("//main//dd")[-1] == "05.01.2026"
    assert parent.dose(SECOND).seen.texts("//main//dd")[-1] == "19.11.2026"


@pytest.mark.behaviour("booking.changed")
def test_a_visit_for_a_dose_that_was_given_meanwhile_can_be_cancelled_and_not_moved(make_parent: ParentMaker) -> None:
    parent = make_parent()
    parent.offer(SOON)
    parent.book(FIRST)
    parent.vaccinated(TODAY)
    links = parent.dose(FIRST).seen.texts("//section[@aria-labelledby='visit']//a")
    assert links == ["Odwołaj wizytę"]
    parent.follow("Odwołaj wizytę").press("Odwołuję wizytę")
    assert not parent.bookings


@pytest.mark.behaviour("vaccination.given")
def test_other_vaccines_count_for_nothing(make_parent: ParentMaker) -> None:
    parent = make_parent()
    parent.vaccinated(TODAY, against="grypa")
    assert parent.booking(FIRST).heading == "Wybierz miejsce"
