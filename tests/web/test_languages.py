"""Which language a site speaks with a visitor, and how it is changed."""

import httpx
import pytest

from mock_server.web.languages import COOKIE
from mock_server.web.site_table import SITES
from tests.control.steering import Steering
from tests.web.visiting import PSEUDO, page_of, spoken_in, switches, visit

SEVERAL = [row.name for row in SITES.values() if len(row.languages) > 1]
ONE = [row.name for row in SITES.values() if len(row.languages) == 1]


@pytest.fixture(scope="module")
def steering() -> Steering:
    """A server whose world no test here changes."""
    return Steering()


# the choice


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        pytest.param("", "pl", id="nothing"),
        pytest.param("uk", "uk", id="plain"),
        pytest.param("UK-ua", "uk", id="region"),
        pytest.param("en-GB,pl;q=0.9", "en", id="first"),
        pytest.param("pl;q=0.5,uk;q=0.3, en ; q=0.9", "en", id="weight"),
        pytest.param("pl;q=0.2,uk;q=0.8,en;q=0.8", "uk", id="same-weight"),
        pytest.param("de-AT,fr;q=0.9,uk;q=0.1", "uk", id="unknown-first"),
        pytest.param("de,fr", "pl", id="unknown"),
        pytest.param("en;q=0,uk;q=0.001", "uk", id="unwanted"),
        pytest.param("*", "pl", id="any"),
        pytest.param("en;q=much", "pl", id="no-weight"),
        pytest.param("en;q=nan,uk;q=0.1", "uk", id="no-number"),
        pytest.param(";q=1,,=;-,\t,%00", "pl", id="garbage"),
        pytest.param(f"{'de,' * 2000}en", "pl", id="endless"),
    ],
)
def test_who_has_not_chosen_is_answered_as_the_browser_asks(steering: Steering, asked: str, language: str) -> None:
    assert spoken_in(visit(steering, "login", accept_language=asked)) == language


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("asked", ["pl", "en", "uk"])
def test_who_comes_in_ukrainian_is_met_in_english_where_there_is_no_ukrainian(
    steering: Steering, site: str, asked: str
) -> None:
    nearest = {1: "pl", 2: "en" if asked == "uk" else asked, 3: asked}
    answer = visit(steering, site, "/nie-ma", accept_language=f"{asked},pl;q=0.9")
    assert spoken_in(answer) == nearest[len(SITES[site].languages)]


@pytest.mark.parametrize(
    ("chosen", "language"), [("uk", "uk"), ("pl", "pl"), ("de", "en"), ("", "en"), ("../uk", "en")]
)
def test_what_was_chosen_counts_more_than_what_the_browser_asks(steering: Steering, chosen: str, language: str) -> None:
    answer = visit(steering, "login", accept_language="en", cookie=f"{COOKIE}={chosen}")
    assert spoken_in(answer) == language


# the switch


@pytest.mark.parametrize("site", SEVERAL)
def test_the_switch_remembers_while_the_browser_is_open(steering: Steering, site: str) -> None:
    answer = visit(steering, site, "/jezyk/en?dalej=/nie-ma", accept_language="pl")
    assert (answer.status_code, answer.headers["location"]) == (303, "/nie-ma")
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith(f"{COOKIE}=en;")
    attributes = {part.strip().lower().partition("=")[0] for part in cookie.split(";")[1:]}
    assert {"httponly", "secure", "path"} <= attributes
    assert not {"max-age", "expires", "domain"} & attributes


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/%2Fevil.example", "/\\evil.example", "jezyk", "", None]
)
def test_the_switch_leads_nowhere_else(steering: Steering, target: str | None) -> None:
    query = "" if target is None else f"?{httpx.QueryParams(dalej=target)}"
    answer = visit(steering, "login", f"/jezyk/uk{query}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    ("site", "language"), [("login", "de"), ("login", "EN"), ("login", PSEUDO), ("ikp", "de"), ("pacjent", PSEUDO)]
)
def test_a_language_that_no_site_speaks_cannot_be_chosen(steering: Steering, site: str, language: str) -> None:
    answer = visit(steering, site, f"/jezyk/{language}?dalej=/")
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("site", ["ikp", "pacjent"])
def test_a_wish_that_a_site_cannot_meet_is_kept_for_others(steering: Steering, site: str) -> None:
    answer = visit(steering, site, "/jezyk/uk?dalej=/")
    assert answer.headers["set-cookie"].startswith("__Host-language=uk;")
    assert spoken_in(visit(steering, site, "/", cookie="__Host-language=uk")) == "en"


@pytest.mark.parametrize("site", ONE)
def test_a_site_of_one_language_has_no_switch(steering: Steering, site: str) -> None:
    answer = visit(steering, site, "/jezyk/pl?dalej=/", accept_language="en")
    assert answer.status_code == 404
    assert spoken_in(answer) == "pl"
    assert switches(page_of(answer)) == {}


@pytest.mark.parametrize("site", SEVERAL)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_switch_names_each_language_in_that_language(steering: Steering, site: str, language: str) -> None:
    page = page_of(visit(steering, site, "/nie-ma", accept_language=language))
    links = page.xpath("//nav[@aria-label]//a[@hreflang]")
    told = [(link.get("lang"), link.get("hreflang"), link.text_content()) for link in links]
    assert told == [(one.value, one.value, one.own_name) for one in SITES[site].languages]
    assert [link.get("lang") for link in links if link.get("aria-current") == "true"] == [language]


@pytest.mark.parametrize(
    ("site", "method", "path", "back"),
    [
        ("login", "GET", "/", "/"),
        ("pacjent", "GET", "/?komunikat=anulowano&b=%C4%85&dalej=//evil.example", None),
        ("login", "GET", "/nie-ma", "/"),
        ("login", "GET", "/nie-ma?pesel=1", "/"),
        ("login", "POST", "/login/x/metoda", "/"),
        ("login", "POST", "/answered", "/"),
        ("login", "POST", "/login/SingleSignOnService", "/login/SingleSignOnService"),
        ("pz", "PUT", "/nie-ma", "/"),
    ],
)
def test_the_switch_leads_back_to_the_page(
    steering: Steering, site: str, method: str, path: str, back: str | None
) -> None:
    page = page_of(visit(steering, site, path, method))
    switched = visit(steering, site, switches(page)["en"])
    assert httpx.URL(switched.headers["location"]) == httpx.URL(back or path)


def test_a_page_by_path_is_switched_by_path(steering: Steering) -> None:
    page = page_of(steering.reach("GET", "/worlds/main/pacjent/aktualnosci"))
    assert switches(page)["en"] == "/worlds/main/pacjent/jezyk/en?dalej=/aktualnosci"
    answer = steering.reach("GET", switches(page)["en"])
    assert answer.headers["location"] == "/worlds/main/pacjent/aktualnosci"
