"""Texts for people: written in Polish where they are used, and said in the language of whoever reads them.

The catalogues are gettext's, one per language under ``locale/``; a text that a catalogue lacks is said in Polish.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from markupsafe import Markup, escape

from .language import Language, speaking, spoken

LOCALE = Path(__file__).parent.parent / "locale"
DOMAIN = "przepustka"
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\{\w*\}|<[^>]*>|&\w+;)")
"""What stands in a text and is no word: values to come, and markup."""
_ACCENTED = str.maketrans("aceginorsuyzACEGINORSUYZ", "àçéĝìñòŕşùýžÀÇÉĜÌÑÒŔŞÙÝŽ")

Value = str | int | Callable[[], str]


class Text(str):
    """A text in Polish that a page says in its own language.

    It is a string, so that it can stand wherever one does; what is made out of it (joined, cut, formatted again) is
    Polish for good.

    Args:
        message: the text, with values in braces.
        **values: their values; one that is called is told in the language of the page: a date, say.
    """

    message: str
    values: Mapping[str, Value]

    def __new__(cls, message: str, /, **values: Value) -> "Text":
        """Format it in Polish."""
        with speaking(Language.POLISH):
            text = super().__new__(cls, message.format(**_told(values)) if values else message)
        text.message, text.values = message, values
        return text

    def said(self) -> str:
        """The text in the language that is spoken; markup if a value is."""
        translated = gettext(self.message)
        values = _told(self.values)
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(translated).format(**values)
        return translated.format(**values) if values else translated


def say(text: str) -> str:
    """A text in the language that is spoken, if it can be translated at all."""
    return text.said() if isinstance(text, Text) else text


def gettext(message: str) -> str:
    """The translation of a text."""
    if not message:  # under which a catalogue keeps its head
        return message
    match spoken():
        case Language.POLISH:
            return message
        case Language.PSEUDO:
            return _pseudo(message)
        case language:
            return _catalogue(language).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The translation of a text about so many things."""
    if spoken() is Language.PSEUDO:
        return _pseudo(plural)
    return _catalogue(spoken()).ngettext(singular, plural, number)


def _told(values: Mapping[str, Value]) -> dict[str, str | int]:
    return {name: say(value()) if callable(value) else _said(value) for name, value in values.items()}


def _said(value: str | int) -> str | int:
    return say(value) if isinstance(value, str) else value


def _pseudo(message: str) -> str:
    parts = _KEPT.split(message)
    return "⟦" + "".join(part if place % 2 else part.translate(_ACCENTED) for place, part in enumerate(parts)) + "⟧"


@lru_cache
def _catalogue(language: Language) -> NullTranslations:
    """The texts of one language; read at the first use, since most starts need Polish alone."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - as above
    from babel.messages.pofile import read_po  # noqa: PLC0415

    file = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language.value))
    compiled.seek(0)
    return GNUTranslations(compiled)
