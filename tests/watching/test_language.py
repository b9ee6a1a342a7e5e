import pytest

from e2e.watchers import language
from tests.watching.pages import complaints, page, served

POLISH = (
    '<p>Przejdź do pacjent.gov.pl, np. na podstronę.</p><p lang="en">acs_unregistered: the address is not</p>'
    "<code>None</code>"
)


def test_a_polish_page_that_says_so_is_let_pass() -> None:
    assert complaints(language.complaints, served(page(POLISH))) == []


@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=iso-8859-2", "text/html; charset=UTF-16"])
def test_another_charset_is_found(kind: str) -> None:
    (complaint,) = complaints(language.complaints, served(page(POLISH), kind=kind))
    assert kind in complaint


def test_a_charset_that_comes_too_late_is_found() -> None:
    late = page(POLISH).replace("<head>", f"<head><!--{' ' * 1024}-->")
    assert complaints(language.complaints, served(late))


@pytest.mark.parametrize("lang", ["en", "pl-PL", ""])
def test_another_language_is_found(lang: str) -> None:
    assert complaints(language.complaints, served(page(POLISH, lang=lang)))


@pytest.mark.parametrize(
    "main",
    [
        "<p>login.error.locked</p>",
        "<p>page_title</p>",
        "<p>{{ name }}</p>",
        "<p>Witaj, None</p>",
        "<p>Witaj, undefined</p>",
        "<p>Witaj, %s</p>",
        "<p>O&amp;#39;Neil &amp;amp; syn</p>",
        "<p>Please try again</p>",
        '<button aria-label="Cancel">Anuluj</button>',
    ],
)
def test_what_was_meant_for_programmers_and_what_is_english_is_found(main: str) -> None:
    assert complaints(language.complaints, served(page(main)))
