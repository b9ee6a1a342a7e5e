"""Which language a site speaks with a visitor, how it is changed, and how sites tell it each other."""

import re
from collections.abc import Callable

import httpx
import pytest
from lxml import html
from markupsafe import Markup

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.client import WorldControl
from mock_server.kernel.faults import RuleFault, TemplateFault
from mock_server.kernel.language import Language, speaking
from mock_server.kernel.people import Person
from mock_server.saml.names import new_id
from mock_server.web.languages import COOKIE
from mock_server.web.lockout import LOCK, when_to_try_again
from mock_server.web.moments import moments_marked
from mock_server.web.site_table import SITES
from tests.control.steering import Steering

NewHttpBrowser = Callable[[], HttpBrowser]
PSEUDO = Language.PSEUDO.value
SEVERAL = [row.name for row in SITES.values() if len(row.languages) > 1]
ONE = [row.name for row in SITES.values() if len(row.languages) == 1]


@pytest.fixture(scope="module")
def steering() -> Steering:
    """A server whose world no test here changes."""
    return Steering()


def visit(steering: Steering, site: str, path: str = "/", method: str = "GET", **headers: str) -> httpx.Response:
    """What a site answers to a browser that asks for a language, and has cookies."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return steering.send(method, path, b"", named, f"{site}.localhost:7")


def page_of(answer: httpx.Response) -> html.HtmlElement:
    return html.fromstring(answer.text)


def spoken_in(answer: httpx.Response) -> str:
    return str(page_of(answer).get("lang"))


def switches(page: html.HtmlElement) -> dict[str, str]:
    """Where the page's switch leads, by language."""
    return {str(link.get("hreflang")): str(link.get("href")) for link in page.xpath("//nav//a[@hreflang]")}


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


# from site to site


@pytest.fixture
def ukrainian(new_http_browser: NewHttpBrowser) -> HttpBrowser:
    """A browser that asks for Ukrainian."""
    browser = new_http_browser()
    browser.language = "uk"
    return browser


def language_on(browser: HttpBrowser) -> str:
    return str(browser.page.get("lang"))


def switch(browser: HttpBrowser, language: str) -> HttpBrowser:
    """Press a language on the page."""
    address = httpx.URL(browser.address).join(switches(browser.page)[language])
    return browser.open(str(address))


@pytest.mark.parametrize("method", ["trusted_profile", "mojeid", "id_card", "mobywatel"])
def test_a_language_travels_with_a_login_to_the_method_and_back(
    ukrainian: HttpBrowser, world: WorldControl, method: str
) -> None:
    hub = ukrainian.open(world.url("ikp", "/zaloguj")).address
    assert language_on(ukrainian) == "uk"
    assert language_on(switch(ukrainian, "en").submit("/metoda", method=method)) == "en"
    assert language_on(switch(ukrainian, "pl")) == "pl"
    while ukrainian.address != hub:
        ukrainian.press("Anuluj")
    assert language_on(ukrainian) == "pl"


def test_a_method_that_speaks_polish_alone_changes_no_language(ukrainian: HttpBrowser, world: WorldControl) -> None:
    hub = ukrainian.open(world.url("ikp", "/zaloguj")).address
    chosen = ukrainian.submit("/metoda", method="trusted_profile")
    assert language_on(chosen.post(f"{chosen.address}/bank", bank="mbank")) == "pl"
    ukrainian.press("Anuluj")
    assert language_on(ukrainian) == "uk"
    assert language_on(ukrainian.open(hub)) == "uk"


def test_who_comes_in_ukrainian_meets_ikp_in_english_and_keeps_ukrainian_at_the_hub(
    ukrainian: HttpBrowser, world: WorldControl
) -> None:
    assert language_on(ukrainian.open(world.url("ikp"))) == "en"
    world.expect_login(world.make_person(1))
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "en"
    ukrainian.language = ""
    assert language_on(ukrainian.open(world.url("ikp", "/nie-ma"))) == "en"
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "uk"


def test_who_changes_the_language_at_ikp_is_met_in_it_at_the_hub(ukrainian: HttpBrowser, world: WorldControl) -> None:
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "uk"
    switch(ukrainian.open(world.url("ikp", "/nie-ma")), "pl")
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "pl"


# a service provider of somebody else


@pytest.fixture
def visitor(new_http_browser: NewHttpBrowser) -> HttpBrowser:
    """It stops at what the hub sends to a provider."""
    browser = new_http_browser()
    browser.stop_at = "https://"
    return browser


def ask(visitor: HttpBrowser, provider: Provider, language: str, query: str = "") -> HttpBrowser:
    """Bring a request to the hub, with the form's field for the language."""
    return visitor.post(f"{provider.saml.hub.sso_url}{query}", **form_of(provider.ask()), language=language)


def told_language(visitor: HttpBrowser, provider: Provider) -> str:
    """The language in which the answer to the provider says that the person was spoken to."""
    artifact = str(visitor.page.xpath("//input[@name='SAMLart']/@value")[0])
    soap = provider.saml.build_artifact_resolve(artifact, resolve_id=new_id(), now=provider.world.now())
    return str(provider.post_soap(provider.saml.hub.artifact_url, soap).headers["content-language"])


@pytest.mark.parametrize(
    ("told", "language"),
    [("pl", "pl"), ("en", "en"), ("uk", "uk"), ("", "en"), ("de", "en"), ("en-GB", "en"), ("<b>", "en")],
)
def test_a_provider_may_tell_the_hub_the_language(
    visitor: HttpBrowser, provider: Provider, told: str, language: str
) -> None:
    visitor.language = "en"
    hub = ask(visitor, provider, told)
    assert language_on(hub) == language
    assert language_on(hub.open(hub.address)) == language


def test_a_provider_that_is_told_of_a_person_learns_their_language(
    visitor: HttpBrowser, provider: Provider, world: WorldControl
) -> None:
    person: Person = world.make_person(1)
    ask(visitor, provider, "uk", f"?login_as={person.pesel}")
    assert told_language(visitor, provider) == "uk"


@pytest.mark.parametrize("switched", ["pl", "en", "uk"])
def test_a_provider_that_is_told_of_nobody_learns_the_language_too(
    visitor: HttpBrowser, provider: Provider, switched: str
) -> None:
    switch(ask(visitor, provider, "uk"), switched).submit("/anuluj")
    assert told_language(visitor, provider) == switched


def test_a_request_that_is_refused_changes_no_language(visitor: HttpBrowser, world: WorldControl) -> None:
    visitor.post(world.url("login", "/login/SingleSignOnService"), SAMLRequest="?", language="uk")
    assert (visitor.status, language_on(visitor)) == (400, "pl")
    assert COOKIE not in visitor.cookies[httpx.URL(visitor.address).netloc.decode()]


def test_the_metadata_says_nothing_of_a_language(by_hand: ByHand, world: WorldControl) -> None:
    request = by_hand.write("GET", world.url("login", "/metadata"))
    request.headers["Accept-Language"] = "en"
    assert "content-language" not in by_hand.send(request).headers


# what is said


def unmarked(page: html.HtmlElement) -> set[str]:
    """Words of the page that are no translation of the pseudo language, but for names and what has a language."""
    words = set()
    for element in page.xpath("//body//*[not(self::script)][not(ancestor-or-self::*[@lang][ancestor::body])]"):
        told = [element.text, *(child.tail for child in element), element.get("aria-label")]
        words |= {" ".join(text.split()) for text in told if text and text.strip()}
    return {text for text in words if not (text.startswith("⟦") and text.endswith("⟧"))}


@pytest.mark.parametrize(("method", "status"), [("GET", 404), ("POST", 404), ("DELETE", 405)])
def test_the_pseudo_language_marks_an_error_page(steering: Steering, method: str, status: int) -> None:
    path = "/" if method == "DELETE" else "/nie-ma"
    answer = visit(steering, "login", path, method, accept_language=PSEUDO)
    assert (answer.status_code, spoken_in(answer)) == (status, PSEUDO)
    assert unmarked(page_of(answer)) == {"login.gov.pl"}


def test_the_pseudo_language_marks_the_page_of_a_login_that_was_used(
    new_http_browser: NewHttpBrowser, world: WorldControl
) -> None:
    browser = new_http_browser()
    browser.language = PSEUDO
    hub = browser.open(world.url("ikp", "/zaloguj")).address
    used = browser.submit("/anuluj").open(hub)
    assert (used.status, language_on(used)) == (410, PSEUDO)
    assert unmarked(used.page) == {"login.gov.pl"}


def test_a_page_with_a_fault_speaks_the_language_too() -> None:
    steering = Steering()
    steering.world.faults.plant("page", TemplateFault("web/error.html", "</h1>", " {{ 1 + 1 }}{{ '!' }}</h1>"))
    page = page_of(visit(steering, "login", "/nie-ma", accept_language=PSEUDO))
    assert page.findtext(".//title").startswith("⟦")
    assert re.fullmatch("⟦[^⟧]+⟧ 2!", page.findtext(".//h1"))


@pytest.mark.parametrize("asked", ["pl", "uk", PSEUDO])
def test_an_error_without_its_page_is_told_in_the_language_too(asked: str) -> None:
    steering = Steering()
    steering.world.faults.plant("page", TemplateFault("web/error.html", "</h1>", "{{ nosuch }}"))
    answer = visit(steering, "login", "/nie-ma", accept_language=asked)
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-language"] == asked
    assert answer.text.startswith("⟦") == (asked == PSEUDO)


@pytest.mark.parametrize(
    "fault",
    [
        RuleFault("web.language_spoken", "raise"),
        RuleFault("web.language_spoken", "always", "de"),
        RuleFault("web.language_spoken", "always", value=True),
    ],
)
def test_a_site_that_cannot_choose_a_language_says_so_in_polish(fault: RuleFault) -> None:
    steering = Steering()
    steering.world.faults.plant("rule", fault)
    answer = visit(steering, "login", accept_language="en")
    assert (answer.status_code, spoken_in(answer)) == (500, "pl")
    assert "GET / 500" in [entry.event for entry in steering.world.journal.read()]


def test_who_is_locked_out_is_told_until_when_in_the_language_of_the_page(steering: Steering) -> None:
    until = steering.world.clock.now() + LOCK
    with speaking(Language.PSEUDO):
        told = when_to_try_again(until)
    assert isinstance(told, Markup)
    assert told.startswith("⟦")
    assert '<time datetime="' in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "at 3 February 2026, 10:00:05.",
            'at <time datetime="2026-02-03T10:00:05+01:00">3 February 2026, 10:00:05</time>.',
        ),
        ("until 23 May 2027", 'until <time datetime="2027-05-23">23 May 2027</time>'),
        ("12 Warszawa 2027, 31 June 2027", "12 Warszawa 2027, 31 June 2027"),
    ],
    ids=["moment", "day", "no-day"],
)
def test_moments_in_a_message_in_english_are_marked_too(text: str, shown: str) -> None:
    assert moments_marked(text) == shown
