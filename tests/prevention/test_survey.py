"""The survey on its pages: filled in at once or in parts, with what is wrong told at its question."""

import pytest

from e2e.prevention.answers import BOUNDS, HEALTHY
from mock_server.shared.patient.prevention.state import Prevention
from tests.patient.visiting import MOJEIKP
from tests.prevention.scene import SURVEY, TAB, PreventionScene


def values(scene: PreventionScene) -> dict[str, str]:
    """What the survey's fields hold."""
    scene.browser.get(SURVEY)
    _, fields = scene.browser.http.form("/profilaktyka/ankieta")
    return {name: value for name, value in fields.items() if name in HEALTHY and value}


def test_a_sent_survey_gives_an_e_referral_at_once(scene: PreventionScene) -> None:
    page = scene.send()
    facts = dict(zip(page.texts("//main/dl/dt"), page.texts("//main/dl/dd"), strict=True))
    assert page.heading == "e-skierowanie: Profilaktyka 40+"
    assert facts == {
        "Numer": scene.referral.number,
        "Kod dostępu": scene.referral.access_code,
        "Stan": "do wykorzystania",
        "Wystawiono": "19.11.2026",
        "Ważne do": "18.11.2027",
    }
    assert len(scene.referral.number) == 22
    assert len(scene.referral.access_code) == 4


def test_a_survey_saved_half_way_goes_on_where_it_was_left_on_the_other_account_too(scene: PreventionScene) -> None:
    half = dict(list(HEALTHY.items())[:5]) | {"waga": "sześćdziesiąt"}
    page = scene.keep("zapisz", **half)
    assert page.url.startswith(TAB)
    assert "Odpowiedzi: 5 z 11." in page.text
    assert values(scene) == half
    scene.enter_mojeikp(scene.person)
    _, fields = scene.browser.http.open(f"{MOJEIKP}/profilaktyka/ankieta").form("/profilaktyka/ankieta")
    assert {name: fields[name] for name in half} == half


def test_each_answer_changes_until_the_survey_is_sent(scene: PreventionScene) -> None:
    assert scene.keep(**HEALTHY).heading == "Sprawdź odpowiedzi"
    changed = {"wzrost": "171", "waga": "61"} | {
        name: "tak" if value == "nie" else "nie" if value == "tak" else "nigdy"
        for name, value in HEALTHY.items()
        if not value.isdigit()
    }
    page = scene.keep(**changed)
    assert page.texts("//main/dl[1]/dd")[:4] == ["171 cm", "61 kg", "Tak", "Tak"]
    assert values(scene) == changed


def test_a_draft_is_its_patients_own(scene: PreventionScene) -> None:
    scene.keep("zapisz", **HEALTHY)
    scene.enter_ikp(scene.born(scene.person.birth_date))
    assert values(scene) == {}


@pytest.mark.parametrize("name", HEALTHY)
def test_what_is_missing_is_told_at_its_question_and_in_the_summary_and_the_rest_is_kept(
    scene: PreventionScene, name: str
) -> None:
    rest = {other: value for other, value in HEALTHY.items() if other != name}
    page = scene.keep(**rest)
    assert page.status == 422
    (wrong,) = page.page.xpath("//*[@aria-invalid='true']")
    assert wrong.get("id") == name
    assert page.texts(f"//*[@id='{wrong.get('aria-describedby').split()[0]}']")[0]
    assert page.page.xpath("//*[@role='alert']//a/@href") == [f"#{name}"]
    assert values(scene) == rest


@pytest.mark.parametrize(
    ("name", "typed", "taken"),
    [
        *BOUNDS,
        ("waga", "60,5", False),
        ("waga", "-60", False),
        ("waga", "٦٠", False),
        ("palenie", "fajka", False),
    ],
)
def test_an_answer_must_make_sense(scene: PreventionScene, name: str, typed: str, *, taken: bool) -> None:
    assert scene.keep(**HEALTHY | {name: typed}).status == (200 if taken else 422)


def test_a_survey_with_a_hole_is_never_sent(scene: PreventionScene) -> None:
    scene.keep(**HEALTHY)
    summary = scene.browser.http
    token = summary.form("/wyslij")[1]["token"]
    scene.keep("zapisz", **HEALTHY | {"waga": ""})
    assert scene.browser.get(f"{SURVEY}/podsumowanie").url == SURVEY
    assert scene.browser.post(f"{SURVEY}/wyslij", token=token).status == 422
    assert scene.world.state(Prevention).referrals(scene.person.pesel) == ()


def test_a_survey_is_sent_once(scene: PreventionScene) -> None:
    scene.keep(**HEALTHY)
    address, fields = scene.browser.http.form("/wyslij")
    scene.browser.post(address, **fields)
    again = scene.browser.post(address, **fields)
    assert again.status == 409
    assert "Następną wypełnisz od 19.11.2027" in " ".join(again.texts("//main"))
    assert len(scene.world.state(Prevention).referrals(scene.person.pesel)) == 1


def test_a_very_long_answer_is_cut_and_refused(scene: PreventionScene) -> None:
    assert scene.keep(**HEALTHY | {"waga": "6" * 5000}).status == 422
    assert len(values(scene)["waga"]) == 100
