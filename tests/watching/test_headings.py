import pytest

from e2e.watchers import headings
from tests.watching.pages import complaints, page, served


@pytest.mark.parametrize(
    ("heading", "title", "address", "status"),
    [
        ("e-recepty", "e-recepty – Internetowe Konto Pacjenta", "ikp/recepty", 200),
        ("<em>e-recepta:</em>  Paracetamol", "e-recepta: Paracetamol – IKP", "ikp/recepty/1", 200),
        ("Zaloguj się", "Błąd: Zaloguj się – Profil zaufany", "pz/ui/au/login/1", 422),
        ("Anna Nowak", "Konto – IKP", "ikp/konto", 200),
        ("Anna Nowak", "Konto innej osoby – IKP", "ikp/dzieci/abc", 200),
        ("Anna Nowak", "Konto innej osoby – mojeIKP", "mojeikp/osoby/abc", 200),
        ("Nie ma takiej strony", "Błąd: Nie ma takiej strony – IKP", "ikp/dzieci/abc", 404),
    ],
)
def test_a_title_that_begins_with_its_heading_is_let_pass(heading: str, title: str, address: str, status: int) -> None:
    assert complaints(headings.complaints, served(page("", title, heading), address, status)) == []


@pytest.mark.parametrize(
    ("heading", "title", "address"),
    [
        ("Zaloguj się", "Profil zaufany", "pz/ui/au/login/1"),
        ("Zaloguj się", "Błąd: Zaloguj się – Profil zaufany", "pz/ui/au/login/1"),
        ("Anna Nowak", "Anna Nowak – IKP", "ikp/konto"),
        ("", "Konto – IKP", "ikp/recepty"),
    ],
)
def test_a_title_of_its_own_is_found(heading: str, title: str, address: str) -> None:
    bad = page("", title, heading)
    assert complaints(headings.complaints, served(bad, address))


def test_a_title_that_tells_a_name_is_found() -> None:
    told = complaints(headings.complaints, served(page("", "Konto – Anna Nowak", "Anna Nowak"), "mojeikp/konto"))
    assert [one for one in told if "whose page it is" in one]


ALERT, WRONG = '<p role="alert">Nie</p>', '<input aria-invalid="true">'


@pytest.mark.parametrize(("lang", "error"), [("pl", "Błąd:"), ("en", "Error:"), ("uk", "Помилка:")])
@pytest.mark.parametrize("main", [ALERT, WRONG])
def test_an_error_is_to_be_told_in_the_title_in_the_pages_language(main: str, lang: str, error: str) -> None:
    def told(title: str, main: str) -> list[str]:
        return complaints(headings.complaints, served(page(main, title, lang=lang)))

    assert told(f"{error} Konto – IKP", main) == []
    assert told("Konto – IKP", "") == []
    assert told("Konto – IKP", main)
    assert told("Fehler: Konto – IKP", main)
    assert told(f"{error} Konto – IKP", "")


@pytest.mark.parametrize("main", ["<h1>Drugi</h1>", "<svg><title>Drugi</title></svg>"])
def test_two_headings_or_titles_are_found(main: str) -> None:
    assert complaints(headings.complaints, served(page(main)))


def test_a_page_without_a_heading_is_found() -> None:
    assert complaints(headings.complaints, served(page("").replace("h1>", "h2>")))
