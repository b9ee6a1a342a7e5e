"""The languages in which sites speak, and the one in which the present request is answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Language(StrEnum):
    """A language, by its tag (BCP 47)."""

    POLISH = "pl"
    ENGLISH = "en"
    UKRAINIAN = "uk"
    PSEUDO = "qps-ploc"
    """Every text that can be translated, marked as such: what a page says unmarked was forgotten."""

    @property
    def own_name(self) -> str:
        """As its speakers call it."""
        return _OWN_NAMES[self]


_OWN_NAMES = {
    Language.POLISH: "Polski",
    Language.ENGLISH: "English",
    Language.UKRAINIAN: "Українська",
    Language.PSEUDO: "⟦Pseudo⟧",
}
_spoken: ContextVar[Language] = ContextVar("language", default=Language.POLISH)


def spoken() -> Language:
    """The language in which the present request is answered; Polish where there is none."""
    return _spoken.get()


def speak(language: Language) -> None:
    """Answer the present request in this language from now on."""
    _spoken.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language for a while."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)
