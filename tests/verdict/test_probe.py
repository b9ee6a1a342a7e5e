"""Who is in is read from what the user named, and guessed from the page's frame only where it names nobody."""

from datetime import UTC, date, datetime

import pytest

from mock_server.kernel.making import Recipe, make_person
from mock_server.verdict.judging.likeness import frame_of
from mock_server.verdict.judging.people import Cast, filled_in
from mock_server.verdict.judging.probe import Doorman, Probe, Who
from mock_server.verdict.visitor.fetching import Answered
from mock_server.verdict.visitor.page import Page

NOW = datetime(2026, 11, 28, tzinfo=UTC)
CAST = Cast(
    make_person(Recipe(1, frozenset(), birth_date=date(1980, 1, 2)), NOW),
    make_person(Recipe(2, frozenset(), birth_date=date(1990, 1, 2)), NOW),
)
ANN, BOB = CAST.ann, CAST.bob


def page(text: str, status: int = 200, kind: str = "text/html") -> Page:
    return Page(Answered("http://service/", status, (("content-type", kind),), text.encode()))


def told(text: str) -> Page:
    return page(f"<h1>Konto</h1><dl><dt>PESEL</dt><dd>{text}</dd></dl>")


LOGIN = page('<h1>Serwis</h1><form method="post"><button>Zaloguj</button></form>')


@pytest.mark.parametrize(
    ("text", "who"),
    [(ANN.pesel, Who.ANN), (BOB.pesel, Who.BOB), (f"{ANN.pesel} {BOB.pesel}", Who.BOTH), ("", Who.NOBODY)],
    ids=["ann", "bob", "both", "nobody"],
)
def test_a_page_names_who_is_in(text: str, who: Who) -> None:
    assert Probe("").shown_on(told(text), CAST) is who


def test_a_name_is_found_across_lines_and_entities() -> None:
    name = f"{ANN.given_name}\n   <b>{ANN.family_name}</b>".replace("ó", "&oacute;")
    assert Probe("", "{full_name}").shown_on(told(name), CAST) is Who.ANN


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f'{{"user": {{"pesel": "{ANN.pesel}"}}}}', Who.ANN),
        (f'{{"user": {{"pesel": "{ANN.pesel}0"}}}}', Who.UNKNOWN),
        ('{"user": null}', Who.NOBODY),
        ("[[[[", Who.NOBODY),
        ("[" * 100_000, Who.NOBODY),
    ],
    ids=["ann", "longer", "null", "broken", "deep"],
)
def test_a_json_document_names_who_is_in(text: str, who: Who) -> None:
    doorman = Doorman(Probe("", pointer="/user/pesel"))
    assert doorman.who(page(text, kind="application/json"), CAST) is who


def test_the_status_alone_may_tell() -> None:
    probe = Probe("", shows="", status=200)
    assert probe.shown_on(page("", 401), CAST) is Who.NOBODY
    assert probe.shown_on(page("", 200), CAST).is_in


def test_who_is_in_without_a_number_is_found_by_the_frame_of_the_page() -> None:
    doorman = Doorman(Probe(""), [frame_of(LOGIN)], [frame_of(told("x"))])
    assert doorman.who(told(""), CAST) is Who.UNKNOWN
    assert doorman.who(page("<h1>Błąd</h1>" + LOGIN.answered.text), CAST) is Who.NOBODY


def test_an_unknown_name_in_braces_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\{pesel\}"):
        filled_in("{psel}", ANN)
