from dataclasses import replace

import pytest
from starlette.datastructures import Headers

from e2e.watchers import language
from tests.watching.answers import answer
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
    ("site", "asked", "wanted"),
    [
        ("pz", {"accept-language": "uk-UA"}, "uk"),
        ("ikp", {"accept-language": "uk-UA"}, "en"),
        ("mbank", {"accept-language": "uk-UA"}, "pl"),
        ("pz", {"accept-language": "de, en;q=0.3, uk;q=0.7"}, "uk"),
        ("pz", {"accept-language": "en;q=0, de"}, "pl"),
        ("pz", {"accept-language": "en", "cookie": "a=b; __Host-language=uk"}, "uk"),
        ("pz", {"accept-language": "qps-ploc"}, "qps-ploc"),
        ("mbank", {"accept-language": "qps-ploc"}, "pl"),
    ],
)
def test_the_language_that_was_chosen_or_asked_for_is_wanted(site: str, asked: dict[str, str], wanted: str) -> None:
    for lang in ("pl", "en", "uk", "qps-ploc"):
        served_so = replace(served(page("<p>1</p>", lang=lang), f"{site}/"), asked=Headers(asked))
        assert (complaints(language.complaints, served_so) == []) is (lang == wanted)


def test_a_language_that_is_chosen_now_is_wanted() -> None:
    chosen = answer(body=page("<p>1</p>", lang="en").encode(), cookies=["__Host-language=en; Path=/"])
    assert complaints(language.complaints, chosen) == []


@pytest.mark.parametrize(
    ("lang", "main", "found"),
    [
        ("en", "<p>Zaloguj się</p>", True),
        ("en", '<p lang="pl">Nie trzeba się logować</p>', False),
        ("en", '<input placeholder="Wybierz">', True),
        ("uk", "<p>Log in with your password</p>", True),
        ("uk", "<p>Hasło</p>", True),
        ("uk", '<p>Увійдіть</p><a lang="en">Please</a>', False),
        ("en", "<p>Podany login sprawdź</p>", True),
        ("en", "<p>Places: kujawsko-pomorskie, łódzkie voivodeship of Łódź</p>", False),
        ("uk", "<p>Прізвище: po ten kod</p>", True),
        ("uk", "<p>Увійдіть через mObywatel, eDO App, Bank Spółdzielczy w Brodnicy</p>", False),
    ],
)
def test_what_is_left_of_another_language_is_found(lang: str, main: str, found: bool) -> None:
    asked = replace(served(page(main, lang=lang), "pz/"), asked=Headers({"accept-language": lang}))
    assert bool(complaints(language.complaints, asked)) is found


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
