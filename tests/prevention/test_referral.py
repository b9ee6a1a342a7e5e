"""The referral: told on a page and on paper, to its patient; and its results."""

from dataclasses import replace
from datetime import date

import pytest

from fixtures.pdf import text_of_pdf
from mock_server.shared.patient.archive import DocumentTaken
from mock_server.shared.patient.prevention.examinations import Examination
from mock_server.shared.patient.prevention.referral import PreventionReferral, Result, issue
from mock_server.shared.patient.prevention.state import Prevention
from tests.patient.visiting import IKP
from tests.prevention.scene import TODAY, PreventionScene

GLUCOSE = Result(Examination.GLUCOSE, "5,1 mmol/l", "3,9–5,5 mmol/l", TODAY)


def address(scene: PreventionScene) -> str:
    return f"{IKP}/profilaktyka/skierowania/{scene.referral.id}"


def test_the_printout_tells_the_referral_and_its_patient(scene: PreventionScene) -> None:
    scene.send()
    answer = scene.browser.http.read(f"{address(scene)}/pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="e-skierowanie.pdf"'
    told = "".join(text_of_pdf(answer.content).split())
    for part in (
        scene.person.full_name,
        scene.person.pesel,
        scene.referral.number,
        scene.referral.access_code,
        "; ".join(scene.referral.names),
        "Wystawiono 19.11.2026",
        "Ważne do 18.11.2027",
    ):
        assert "".join(part.split()) in told


def test_the_printout_needs_a_session(scene: PreventionScene) -> None:
    scene.send()
    assert scene.another_browser().get_only(f"{address(scene)}/pdf").url.startswith(f"{IKP}/zaloguj")


def test_results_appear_once_they_are_there(scene: PreventionScene) -> None:
    scene.send(palenie="tak", cukier="tak")
    assert "Wyników jeszcze nie ma" in scene.browser.get(address(scene)).text
    assert "jeszcze ich nie ma" in scene.tab().texts("//main//dd")
    prevention = scene.world.state(Prevention)
    prevention.put(scene.person.pesel, [scene.referral.with_results((GLUCOSE,))])
    page = scene.browser.get(address(scene))
    assert page.texts("//section[@aria-labelledby='results']//h3") == ["Glukoza"]
    assert page.texts("//section[@aria-labelledby='results']//dd") == [GLUCOSE.value, GLUCOSE.norm, "19.11.2026"]
    assert page.texts("//main/dl/dd")[2] == "wykorzystane"
    assert "są gotowe" in scene.tab().texts("//main//dd")


def test_a_result_of_what_was_not_asked_for_is_refused() -> None:
    referral = issue((Examination.URINE,), TODAY)
    with pytest.raises(ValueError, match="does not ask for glucose: it asks for urine"):
        referral.with_results((GLUCOSE,))


def test_a_referral_is_never_valid_until_before_it_was_issued() -> None:
    with pytest.raises(ValueError, match="valid_until comes before issued_on"):
        PreventionReferral(TODAY, date(2026, 11, 18), ())
    assert PreventionReferral(TODAY, TODAY, ()).valid_until == TODAY


def test_referrals_are_listed_newest_first(scene: PreventionScene) -> None:
    days = [date(2024, 5, 5), date(2026, 5, 5), date(2025, 5, 5)]
    kept = scene.world.state(Prevention).put(scene.person.pesel, [issue((), day) for day in days])
    assert [one.issued_on for one in kept] == sorted(days, reverse=True)
    assert scene.tab().texts("//main//h3") == [f"e-skierowanie nr {one.number}" for one in kept]


def test_two_referrals_never_share_an_id() -> None:
    prevention, one = Prevention(), issue((), TODAY)
    prevention.put("80051400008", [one])
    for pesel, given in (("44051401359", [one]), ("80051400008", [one, replace(one, number="1" * 22)])):
        with pytest.raises(DocumentTaken, match=one.id):
            prevention.put(pesel, given)
    assert prevention.referral(one.id, asked_by="80051400008") is one
    assert prevention.referral(one.id, asked_by="44051401359") is None


def test_who_leaves_the_world_takes_survey_and_referrals_along() -> None:
    prevention = Prevention()
    prevention.save("80051400008", {"waga": "60"})
    prevention.put("80051400008", [issue((), TODAY)])
    prevention.forget("80051400008")
    assert prevention.draft("80051400008") == {}
    assert prevention.referrals("80051400008") == ()
