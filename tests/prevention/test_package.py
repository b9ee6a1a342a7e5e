"""Which examinations follow from sex and answers."""

import pytest

from e2e.prevention.answers import HEALTHY
from mock_server.shared.patient.prevention.examinations import FOR_ALL, NAMES, Examination, package_of
from mock_server.shared.patient.prevention.survey import problems_of, risks_of
from tests.prevention.scene import PreventionScene

WOMAN, MAN = "80051400008", "44051401359"
LIPIDS, GLUCOSE, OCCULT = Examination.LIPIDS, Examination.GLUCOSE, Examination.OCCULT_BLOOD


def test_everybody_has_the_common_part_and_that_of_their_sex() -> None:
    assert package_of(WOMAN, ()) == (*FOR_ALL, Examination.TSH)
    assert package_of(MAN, ()) == (*FOR_ALL, Examination.PSA)


def test_every_examination_is_in_some_package_and_has_a_name() -> None:
    every = {LIPIDS, GLUCOSE, OCCULT}
    assert {*package_of(WOMAN, every), *package_of(MAN, every)} == set(Examination) == set(NAMES)
    assert len(set(NAMES.values())) == len(NAMES)


def test_healthy_answers_give_reason_for_nothing() -> None:
    assert problems_of(HEALTHY) == {}
    assert risks_of(HEALTHY) == frozenset()


@pytest.mark.parametrize(
    ("answer", "risks"),
    [
        ({"waga": "72", "wzrost": "170"}, set()),
        ({"waga": "73", "wzrost": "170"}, {LIPIDS, GLUCOSE}),
        ({"palenie": "tak"}, {LIPIDS}),
        ({"palenie": "dawniej"}, set()),
        ({"cisnienie": "tak"}, {LIPIDS, GLUCOSE}),
        ({"cisnienie": "nie_wiem"}, {LIPIDS, GLUCOSE}),
        ({"cukier": "tak"}, {GLUCOSE}),
        ({"cukrzyca_w_rodzinie": "tak"}, {GLUCOSE}),
        ({"serce_w_rodzinie": "tak"}, {LIPIDS}),
        ({"jelito_w_rodzinie": "tak"}, {OCCULT}),
        ({"jelito_w_rodzinie": "nie_wiem"}, {OCCULT}),
        ({"ruch": "nie"}, {GLUCOSE}),
        ({"cholesterol": "dawniej"}, {LIPIDS}),
        ({"cholesterol": "nigdy"}, {LIPIDS}),
        ({"krew_utajona": "dawniej"}, {OCCULT}),
        ({"krew_utajona": "nigdy"}, {OCCULT}),
        ({"palenie": "tak", "krew_utajona": "nigdy"}, {LIPIDS, OCCULT}),
    ],
)
def test_each_risk_adds_its_examinations_and_no_other(answer: dict[str, str], risks: set[Examination]) -> None:
    assert problems_of(HEALTHY | answer) == {}
    assert risks_of(HEALTHY | answer) == risks


def test_the_referral_holds_what_the_summary_showed(scene: PreventionScene) -> None:
    summary = scene.keep(**HEALTHY | {"palenie": "tak"}).texts("//main/ul/li")
    page = scene.browser.http.press("Wyślij ankietę").seen
    assert page.texts("//section[@aria-labelledby='package']//li") == summary
    assert summary[-2:] == ["Hormon tarczycy: TSH", "Profil lipidowy"]
