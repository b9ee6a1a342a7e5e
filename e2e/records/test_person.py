"""Who somebody is: the account, “Moje konto”, the data endpoint and the list of others tell it exactly."""

from collections.abc import Callable

import pytest

from e2e.institutions import identified_by
from e2e.records.reading import facts_in
from e2e.records.shown import Facts, told_day
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.polish_time import told_moment
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.person")


def facts_at(browser: HttpBrowser, address: str) -> Facts:
    """What a page tells right in its main part."""
    (main,) = browser.open(address).page.xpath("//main")
    return facts_in(main)


def tiles(browser: HttpBrowser, folder: str) -> list[str]:
    """What the tiles tell that lead into this folder."""
    links = browser.page.xpath("//main//li/a[starts-with(@href, $folder)]", folder=f"/{folder}/")
    return [" ".join(link.text_content().split()) for link in links]


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
def test_the_account_and_its_data_tell_who_is_signed_in(
    world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser], site: str
) -> None:
    browser = open_by_http(new_http_browser(), world, person, site)
    assert browser.heading == f"{person.given_name} {person.family_name}"
    told = identified_by("mobywatel")
    expected = (("PESEL", person.pesel), ("Tożsamość potwierdził(a)", told))
    assert facts_at(browser, world.url(site, "/konto")) == expected
    data = browser.read(world.url(site, "/api/konto")).json()
    assert {name: value for name, value in data.items() if name != "entries"} == {
        "pesel": person.pesel,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birth_date": str(person.birth_date),
        "identified_by": told,
        "authorities": ["mobywatel"],
    }


def test_my_account_tells_each_of_the_patients_data_under_its_name(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    person = make_person(birth_date="1904-02-09")
    world.freeze()
    begun = world.now()
    browser = open_by_http(new_http_browser(), world, person)
    world.advance(61)
    changed = world.change_person(person.pesel, phone="+48511222333", email="inny.adres@example.org")
    assert facts_at(browser, world.url("ikp", "/moje-konto")) == (
        ("Imię", person.given_name),
        ("Nazwisko", person.family_name),
        ("PESEL", person.pesel),
        ("Data urodzenia", "09.02.1904"),
        ("Telefon", changed.phone),
        ("E-mail", changed.email),
        ("Tożsamość potwierdził(a)", identified_by("mobywatel")),
        ("Zalogowano", told_moment(begun)),
    )


def test_the_others_are_listed_each_under_their_own_name(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    reader, adult, second, _stranger = (make_person() for _ in range(4))
    children = [make_person.child_of(reader) for _ in range(3)]
    make_person.child_of(adult)
    world.change_person(reader.pesel, may_see=[second.pesel, adult.pesel])
    browser = open_by_http(new_http_browser(), world, reader)
    browser.open(world.url("ikp", "/uprawnienia"))
    assert tiles(browser, "dzieci") == [f"{child.full_name} ur. {told_day(child.birth_date)}" for child in children]
    shown = tiles(browser, "osoby")
    assert len(shown) == 2
    assert all(tile.startswith(one.full_name) for tile, one in zip(shown, (adult, second), strict=True))
