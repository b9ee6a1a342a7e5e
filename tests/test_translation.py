"""A text stands in Polish where it is used, and is said in the language of whoever reads it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from mock_server.kernel import translation
from mock_server.kernel.language import Language, speak, speaking, spoken
from mock_server.kernel.polish_time import words_of_day, words_of_moment
from mock_server.kernel.translation import Text, gettext, ngettext, say

PLURALS = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
    "en": "nplurals=2; plural=(n != 1)",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
}
GREETING = 'msgid "Witaj, {name}"\nmsgstr "Welcome, {name}"\n'
TRIES = """
msgid "{number} próba"
msgid_plural "{number} prób"
"""
Catalogue = Callable[[str, str], None]


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    """Give a language these messages, and no other."""

    def write(language: str, messages: str) -> None:
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        header = (
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {PLURALS[language]};\\n"\n'
        )
        (folder / f"{translation.DOMAIN}.po").write_text(f"{header}\n{messages}", encoding="utf-8")

    monkeypatch.setattr(translation, "LOCALE", tmp_path)
    translation._catalogue.cache_clear()
    yield write
    translation._catalogue.cache_clear()


def test_a_text_is_a_polish_string() -> None:
    text = Text("Pozostało prób: {left}.", left=3)
    assert isinstance(text, str)
    assert text == "Pozostało prób: 3."
    assert say(text) == text


def test_a_text_is_said_in_the_language_that_is_spoken_when_it_is_said(catalogue: Catalogue) -> None:
    catalogue("en", GREETING)
    text = Text("Witaj, {name}", name="Anna")
    with speaking(Language.ENGLISH):
        assert say(text) == "Welcome, Anna"
    assert say(text) == "Witaj, Anna"


def test_what_no_catalogue_has_is_said_in_polish(catalogue: Catalogue) -> None:
    catalogue("en", GREETING)
    with speaking(Language.ENGLISH):
        assert say(Text("Żegnaj, {name}", name="Anna")) == "Żegnaj, Anna"


def test_what_is_no_text_stays_as_it_is(catalogue: Catalogue) -> None:
    catalogue("en", GREETING)
    with speaking(Language.ENGLISH):
        assert say("Witaj, {name}") == "Witaj, {name}"


def test_braces_of_a_text_without_values_are_its_own() -> None:
    assert Text("Zbiór {a}") == say(Text("Zbiór {a}")) == "Zbiór {a}"


def test_braces_and_percents_of_a_value_stay_as_they_are() -> None:
    text = Text("Witaj, {name}", name="{name} %(name)s")
    assert text == say(text) == "Witaj, {name} %(name)s"


def test_a_value_that_is_a_text_is_said_too(catalogue: Catalogue) -> None:
    catalogue("uk", 'msgid "Witaj, {name}"\nmsgstr "Вітаємо, {name}"\n\nmsgid "Nieznajomy"\nmsgstr "незнайомцю"\n')
    told = [Text("Witaj, {name}", name=Text("Nieznajomy")), Text("Witaj, {name}", name=lambda: Text("Nieznajomy"))]
    assert told == ["Witaj, Nieznajomy"] * 2
    with speaking(Language.UKRAINIAN):
        assert [say(text) for text in told] == ["Вітаємо, незнайомцю"] * 2


def test_a_value_that_is_called_is_told_in_the_language_of_the_page(catalogue: Catalogue) -> None:
    catalogue("en", 'msgid "Ważny do {until}"\nmsgstr "Valid until {until}"\n')
    text = Text("Ważny do {until}", until=lambda: words_of_day(date(2026, 2, 3)))
    assert text == "Ważny do 03.02.2026"
    with speaking(Language.ENGLISH):
        assert say(text) == "Valid until 3 February 2026"


@pytest.mark.parametrize("language", [Language.POLISH, Language.ENGLISH, Language.PSEUDO])
@pytest.mark.parametrize("called", [True, False])
def test_of_a_text_with_markup_all_else_is_escaped(catalogue: Catalogue, language: Language, *, called: bool) -> None:
    catalogue("en", 'msgid "{name} <ma> czas do {until}"\nmsgstr "{name} <has> time until {until}"\n')
    until = Markup("<time>12:00</time>")
    text = Text("{name} <ma> czas do {until}", name="<b>Ja</b>", until=(lambda: until) if called else until)
    with speaking(language):
        shown = say(text)
    assert isinstance(shown, Markup)
    assert escape(shown) == shown
    assert "<time>12:00</time>" in shown
    assert "&lt;b&gt;Ja&lt;/b&gt;" in shown
    assert "<ma>" not in shown
    assert "<has>" not in shown


def test_a_text_without_markup_is_none() -> None:
    assert not isinstance(say(Text("Witaj, {name}", name="<b>Ja</b>")), Markup)


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("Zaloguj się", []),
        ("Pozostało prób: {left}.", ["{left}"]),
        ("Logujesz się do: <strong>%(service)s</strong>", ["<strong>", "%(service)s", "</strong>"]),
        ("Zostało 100%% &nbsp;czasu", ["%%", "&nbsp;"]),
    ],
)
def test_the_pseudo_language_marks_a_text_and_keeps_its_values_and_markup(message: str, kept: list[str]) -> None:
    with speaking(Language.PSEUDO):
        marked = gettext(message)
    assert (marked[0], marked[-1]) == ("⟦", "⟧")
    assert message not in marked
    assert all(part in marked for part in kept)


def test_the_pseudo_language_fills_values_in() -> None:
    with speaking(Language.PSEUDO):
        assert "3" in say(Text("Pozostało prób: {left}.", left=3))
        assert ngettext("{number} próba", "{number} prób", 1).format(number=1).startswith("⟦1 ")


@pytest.mark.parametrize(
    ("language", "forms", "said"),
    [
        ("pl", ["próba", "próby", "prób"], {1: "próba", 2: "próby", 4: "próby", 5: "prób", 12: "prób", 22: "próby"}),
        ("en", ["try", "tries"], {0: "tries", 1: "try", 2: "tries", 21: "tries"}),
        ("uk", ["спроба", "спроби", "спроб"], {1: "спроба", 3: "спроби", 5: "спроб", 11: "спроб", 21: "спроба"}),
    ],
)
def test_a_number_has_the_form_of_its_language(
    catalogue: Catalogue, language: str, forms: list[str], said: dict[int, str]
) -> None:
    catalogue(language, TRIES + "\n".join(f'msgstr[{place}] "{form}"' for place, form in enumerate(forms)))
    with speaking(Language(language)):
        assert {number: ngettext("{number} próba", "{number} prób", number) for number in said} == said


@pytest.mark.parametrize(
    ("language", "day"),
    [
        (Language.POLISH, "03.02.2026"),
        (Language.ENGLISH, "3 February 2026"),
        (Language.UKRAINIAN, "03.02.2026"),
        (Language.PSEUDO, "03.02.2026"),
    ],
)
def test_a_day_is_told_as_its_readers_write_it(language: Language, day: str) -> None:
    with speaking(language):
        assert words_of_day(date(2026, 2, 3)) == day
        assert words_of_moment(datetime(2026, 2, 2, 23, 30, tzinfo=UTC)) == f"{day}, 00:30:00"


def test_what_is_spoken_for_a_while_is_not_spoken_afterwards() -> None:
    with speaking(Language.ENGLISH):
        speak(Language.UKRAINIAN)
        assert spoken() is Language.UKRAINIAN
    assert spoken() is Language.POLISH


@pytest.mark.parametrize("language", [Language.POLISH, Language.ENGLISH, Language.UKRAINIAN])
def test_the_catalogue_of_a_language_can_be_read(language: Language) -> None:
    file = translation.LOCALE / language / "LC_MESSAGES" / f"{translation.DOMAIN}.po"
    with file.open("rb") as source:
        assert read_po(source, locale=language.value).num_plurals == (2 if language is Language.ENGLISH else 3)
    with speaking(language):
        assert ngettext("nikt", "nikogo", 1)
