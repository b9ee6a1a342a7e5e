"""What the sites say in every language: page objects know the Polish, the catalogues of the mock the rest.

Page objects write a text as it is read: without markup, its values in braces under any name. A catalogue is read only
where a page is not Polish.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from pages.languages import ENGLISH, POLISH, PSEUDO

LOCALE = Path(__file__).parent.parent / "mock_server" / "locale"
ANYTHING = re.compile(r"\S")
"""Whatever a page says, in any language."""
_VALUE = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\{\w*\}|<[^>]*>|&\w+;)")
_DAY = re.compile(r"\b(\d\d)\.(\d\d)\.(\d{4})\b")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ACCENTS = dict(zip("aceginorsuyzACEGINORSUYZ", "àçéĝìñòŕşùýžÀÇÉĜÌÑÒŔŞÙÝŽ", strict=True))
"""What the pseudo-language makes of letters."""


class Name(str):
    """A proper name: said alike in every language, unless a catalogue has a word for it."""


class NotTranslated(LookupError):
    """A catalogue does not have a text, or has no translation of it."""

    def __init__(self, language: str, text: str) -> None:
        super().__init__(f"the catalogue “{language}” has no translation of “{text}”")


@dataclass(frozen=True)
class _Said:
    """One text of a catalogue, without its markup.

    Attributes:
        polish: in Polish; several where a number governs it.
        forms: in the catalogue's language, likewise.
    """

    polish: tuple[str, ...]
    forms: tuple[str, ...]


def words(language: str, message: str, /, **values: str) -> str:
    """A text in a language.

    Args:
        language: its tag.
        message: the whole text in Polish, with values in braces.
        **values: their values.

    Raises:
        NotTranslated: the catalogue lacks it; a name may be lacking.
    """
    if language == POLISH:
        return message.format(**values)
    said = _by_polish(language).get(_key(message))
    if said is None or not all(said.forms):
        if isinstance(message, Name):
            return message
        raise NotTranslated(language, message)
    named = dict(zip(_names_in(said.polish[0]), _names_in(message), strict=True))
    return _VALUE.sub(lambda found: values[named[_name(found)]], said.forms[0])


def dated(language: str, text: str) -> str:
    """A text with its days, written in figures as in Poland, as a language writes them: English names the month."""
    return _DAY.sub(_in_english, text) if language == ENGLISH else text


def telling(language: str, text: str | re.Pattern[str]) -> str | re.Pattern[str]:
    """What a text is found by that is known by a part of it, or by a pattern, in Polish.

    In another language it is any of the texts whose Polish fits; a text that is there whole stands for itself, and a
    name may be left as it is.

    Raises:
        NotTranslated: there is none.
    """
    if language == POLISH or text == ANYTHING:
        return text
    if isinstance(text, re.Pattern):
        return _any_that_fits(language, text)
    if isinstance(text, Name):
        forms = dict.fromkeys((words(language, text), str(text)))
        return text if len(forms) == 1 else re.compile("|".join(map(_pattern_of, forms)))
    if _key(text) in _by_polish(language) and not _VALUE.search(text):
        return words(language, text)
    return _any_that_fits(language, re.compile(re.escape(text), re.IGNORECASE))


def pseudo(message: str) -> str:
    """A message of a catalogue as the pseudo-language says it."""
    parts = _KEPT.split(message)
    return "⟦" + "".join(part if place % 2 else _accented(part) for place, part in enumerate(parts)) + "⟧"


@lru_cache
def _any_that_fits(language: str, polish: re.Pattern[str]) -> re.Pattern[str]:
    fitting = (one for one in _catalogue(language) if any(map(polish.search, one.polish)))
    said = {form: None for one in fitting for form in one.forms if form}
    if not said:
        raise NotTranslated(language, polish.pattern)
    begins, ends = "^" * polish.pattern.startswith("^"), "$" * polish.pattern.endswith("$")
    return re.compile(f"{begins}(?:{'|'.join(map(_pattern_of, said))}){ends}")


def _pattern_of(form: str) -> str:
    """Values may be anything; blanks may be line breaks."""
    literal = _VALUE.sub("\0", form).split("\0")
    return ".*".join(re.sub(r"(\\?\s)+", r"\\s+", re.escape(part)) for part in literal)


@lru_cache
def _by_polish(language: str) -> dict[str, _Said]:
    """The texts that no number governs, by what tells them in Polish."""
    return {_key(one.polish[0]): one for one in _catalogue(language) if len(one.polish) == 1}


@lru_cache
def _catalogue(language: str) -> tuple[_Said, ...]:
    return tuple(_pseudo_texts() if language == PSEUDO else _texts(language))


def _pseudo_texts() -> Iterator[_Said]:
    for message in _messages(ENGLISH).values():
        told = message.id if isinstance(message.id, str) else message.id[-1]
        yield _Said(_polish_of(message), (_plain(pseudo(told)),))


def _texts(language: str) -> Iterator[_Said]:
    for message in _messages(language).values():
        told = message.string if isinstance(message.string, tuple | list) else (message.string,)
        yield _Said(_polish_of(message), tuple(_plain(form or "") for form in told))


def _polish_of(message: Message) -> tuple[str, ...]:
    """A message is written in Polish; with numbers, its catalogue has the other forms."""
    if isinstance(message.id, str):
        return (_plain(message.id),)
    forms = (*message.id, *(_messages(POLISH)[message.id[0]].string or ()))
    return tuple(dict.fromkeys(_plain(form) for form in forms))


@lru_cache
def _messages(language: str) -> dict[str, Message]:
    """The messages of a catalogue file, by their ids; of those with numbers, the singular."""
    with (LOCALE / language / "LC_MESSAGES" / "przepustka.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    return {one.id if isinstance(one.id, str) else one.id[0]: one for one in catalogue if one.id}


def _plain(text: str) -> str:
    """As it is read: without markup, with single blanks."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).replace("%%", "%").split())


def _key(text: str) -> str:
    return _VALUE.sub("{}", text)


def _names_in(text: str) -> list[str]:
    return [_name(found) for found in _VALUE.finditer(text)]


def _name(found: re.Match[str]) -> str:
    return found[1] or found[2]


def _in_english(day: re.Match[str]) -> str:
    return f"{int(day[1])} {_MONTHS[int(day[2]) - 1]} {day[3]}"


def _accented(text: str) -> str:
    return "".join(_ACCENTS.get(letter, letter) for letter in text)
