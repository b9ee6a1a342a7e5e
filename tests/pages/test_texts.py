import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mock_server.kernel.language import Language, speaking
from mock_server.kernel.translation import gettext
from pages import texts
from pages.languages import PSEUDO, THREE, TWO, nearest
from pages.texts import ANYTHING, Name, NotTranslated, dated, pseudo, telling, words

ENGLISH = """
msgid "Anuluj"
msgstr "Cancel"

msgid "Logujesz się do: <strong>%(service)s</strong>"
msgstr "You are logging in to: <strong>%(service)s</strong>"

msgid "{bank} przekaże dane do {service}, 100%% z nich"
msgstr "{service} will get the data of {bank}, 100%% of it"

msgid "mojeIKP"
msgstr "myIKP"

msgid "Kod stracił ważność. Odśwież go."
msgstr "The code has expired. Refresh it."

msgid "Karta straciła ważność"
msgstr "The card has expired"

msgid "Kto <em>to</em> wie &amp; nie wie"
msgstr "Who <em>knows</em> &amp; does not"

msgid "Jeszcze nic"
msgstr ""

msgid "%(n)s próba"
msgid_plural "%(n)s prób"
msgstr[0] "%(n)s try"
msgstr[1] "%(n)s tries"
"""
POLISH = """
msgid "%(n)s próba"
msgid_plural "%(n)s prób"
msgstr[0] "%(n)s próba"
msgstr[1] "%(n)s próby"
msgstr[2] "%(n)s prób"
"""


@pytest.fixture(autouse=True)
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two small ones in the place of those of the mock."""
    for language, content in (("en", ENGLISH), ("pl", POLISH)):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "przepustka.po").write_text(content, encoding="utf-8")
    monkeypatch.setattr(texts, "LOCALE", tmp_path)
    forget()
    yield
    forget()


def forget() -> None:
    """Read the catalogues anew."""
    for kept in (texts._any_that_fits, texts._by_polish, texts._catalogue, texts._messages):
        kept.cache_clear()


def test_polish_is_said_as_it_is_written_without_a_catalogue() -> None:
    assert words("pl", "Nie ma tego w żadnym katalogu: {what}", what="nic") == "Nie ma tego w żadnym katalogu: nic"
    assert telling("pl", "fragment") == "fragment"


def test_a_text_is_said_without_markup_and_with_its_values_under_any_name() -> None:
    assert words("en", "Anuluj") == "Cancel"
    assert words("en", "Logujesz się do: {name}", name="IKP") == "You are logging in to: IKP"
    assert words("en", "{a} przekaże dane do {b}, 100% z nich", a="ING", b="IKP") == (
        "IKP will get the data of ING, 100% of it"
    )
    assert words("en", "Kto to wie & nie wie") == "Who knows & does not"


@pytest.mark.parametrize("message", ["Nie ma takiego", "Jeszcze nic", "Anuluj {co}"])
def test_a_text_without_a_translation_is_an_error(message: str) -> None:
    with pytest.raises(NotTranslated, match="en"):
        words("en", message, co="x")
    with pytest.raises(NotTranslated, match="en"):
        telling("en", message)


def test_a_name_stays_where_no_catalogue_has_a_word_for_it() -> None:
    assert (words("en", Name("mojeID")), telling("en", Name("mojeID"))) == ("mojeID", "mojeID")
    assert words("en", Name("mojeIKP")) == "myIKP"
    found = telling("en", Name("mojeIKP"))
    assert isinstance(found, re.Pattern)
    assert [bool(found.search(text)) for text in ("myIKP", "mojeIKP", "IKP")] == [True, True, False]


def test_a_part_of_a_text_is_told_by_every_text_that_has_it() -> None:
    found = telling("en", "ważność")
    assert isinstance(found, re.Pattern)
    assert found.search("The code has expired.\n Refresh it.")
    assert found.search("The card has expired")
    assert not found.search("Cancel")
    whole = telling("en", re.compile("^Karta .* ważność$"))
    assert isinstance(whole, re.Pattern)
    assert whole.search("The card has expired")
    assert not whole.search("Now: The card has expired")


def test_a_number_may_ask_for_any_form() -> None:
    found = telling("en", "próby")
    assert isinstance(found, re.Pattern)
    assert found.search("1 try")
    assert found.search("2 tries")


def test_a_text_that_is_there_whole_stands_for_itself() -> None:
    assert telling("en", "Anuluj") == "Cancel"
    assert telling("en", ANYTHING) is ANYTHING


def test_the_pseudo_language_marks_all_but_values() -> None:
    assert words(PSEUDO, "Anuluj") == "⟦Àñùlùj⟧"
    assert words(PSEUDO, "Logujesz się do: {name}", name="IKP") == "⟦Lòĝùjéşž şìę dò: IKP⟧"
    found = telling(PSEUDO, "próby")
    assert isinstance(found, re.Pattern)
    assert found.search("⟦3 pŕób⟧")


@pytest.mark.parametrize("message", ["Zażółć {n} gęślą <b>jaźń</b>", "%(left)s z 3 &nbsp; prób, 100%%", "ABC XYZ {}"])
def test_mock_and_page_objects_mark_alike(message: str) -> None:
    with speaking(Language.PSEUDO):
        assert gettext(message) == pseudo(message)


def test_english_names_the_month_of_a_day() -> None:
    assert dated("en", "od 03.02.2026, 09:05:07") == "od 3 February 2026, 09:05:07"
    assert dated("uk", "03.02.2026") == "03.02.2026"


@pytest.mark.parametrize(
    ("wanted", "spoken", "told"),
    [
        ("uk", THREE, "uk"),
        ("uk", TWO, "en"),
        ("uk", ("pl",), "pl"),
        ("en", ("pl",), "pl"),
        (PSEUDO, TWO, PSEUDO),
        (PSEUDO, ("pl",), "pl"),
    ],
)
def test_english_is_nearer_to_ukrainian_than_polish(wanted: str, spoken: tuple[str, ...], told: str) -> None:
    assert nearest(wanted, spoken) == told
