"""To whom the survey is open, from which day on, and what everybody else is told."""

from datetime import date, timedelta

import pytest

from e2e.prevention.answers import HEALTHY
from mock_server.shared.patient.prevention.referral import issue
from mock_server.shared.patient.prevention.state import Prevention
from tests.prevention.scene import SURVEY, TAB, PreventionScene


def is_open(scene: PreventionScene) -> bool:
    """Whether the tab offers the survey, and the survey opens."""
    offered = bool(scene.tab().page.xpath("//a[@href='/profilaktyka/ankieta']"))
    assert (scene.browser.get(SURVEY).url == SURVEY) is offered
    return offered


@pytest.mark.parametrize(
    ("born", "opens"),
    [(date(1986, 1, 1), True), (date(1986, 12, 31), True), (date(1987, 1, 1), False), (date(1931, 5, 5), True)],
)
def test_the_year_of_birth_counts_not_the_birthday(scene: PreventionScene, born: date, *, opens: bool) -> None:
    scene.enter_ikp(scene.born(born))
    assert is_open(scene) is opens


def test_the_year_changes_at_midnight_in_warsaw(scene: PreventionScene) -> None:
    scene.person = scene.born(date(1987, 7, 7))
    scene.set_clock(2026, 12, 31, hour=22)
    assert not is_open(scene)
    assert "2027" in " ".join(scene.tab().texts("//main"))
    scene.set_clock(2026, 12, 31, hour=23)
    assert is_open(scene)


def test_who_is_not_insured_is_told_what_to_do(scene: PreventionScene) -> None:
    scene.person.insured = False
    assert not is_open(scene)
    assert "ZUS" in " ".join(scene.tab().texts("//*[@role='status']"))
    scene.person.insured = True
    assert is_open(scene)


def test_whom_the_register_does_not_know_is_not_insured(scene: PreventionScene) -> None:
    scene.world.people.remove(scene.person.pesel)
    assert not is_open(scene)


@pytest.mark.parametrize(
    ("sent", "opens"),
    [
        (date(2026, 11, 19), date(2027, 11, 19)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 28)),
    ],
)
def test_the_survey_opens_again_on_the_same_date_twelve_months_later(
    scene: PreventionScene, sent: date, opens: date
) -> None:
    scene.world.state(Prevention).put(scene.person.pesel, [issue((), sent)])
    eve = opens - timedelta(days=1)
    scene.set_clock(eve.year, eve.month, eve.day)
    assert not is_open(scene)
    assert f"{opens:%d.%m.%Y}" in " ".join(scene.tab().texts("//*[@role='status']"))
    scene.set_clock(opens.year, opens.month, opens.day)
    assert is_open(scene)


def test_of_several_surveys_the_last_counts(scene: PreventionScene) -> None:
    sent = [date(2024, 1, 1), date(2026, 3, 3), date(2025, 2, 2)]
    scene.world.state(Prevention).put(scene.person.pesel, [issue((), one) for one in sent])
    assert "03.03.2027" in " ".join(scene.tab().texts("//*[@role='status']"))


def test_a_form_of_before_is_refused_once_the_survey_is_closed(scene: PreventionScene) -> None:
    scene.browser.get(SURVEY)
    address, fields = scene.browser.http.form("/profilaktyka/ankieta")
    scene.person.insured = False
    assert scene.browser.post(address, **fields | HEALTHY).status == 409
    assert scene.world.state(Prevention).draft(scene.person.pesel) == {}


def test_a_target_survives_the_login(scene: PreventionScene) -> None:
    browser = scene.another_browser()
    assert scene.enter_ikp(scene.person, target="/profilaktyka", browser=browser).url == TAB
