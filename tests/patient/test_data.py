"""What the data endpoint of an account tells a program."""

from collections.abc import Callable

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl


def test_it_tells_who_is_signed_in_and_by_whom(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    person = world.make_person(1)
    world.expect_login(person)
    http_browser = (
        new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    )
    told = http_browser.read(world.url("ikp", "/api/konto")).json()
    entries = told.pop("entries")
    assert told == {
        "pesel": person.pesel,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birth_date": person.birth_date.isoformat(),
        "identified_by": "mObywatel",
        "authorities": ["mobywatel"],
    }
    assert set(entries) == {"prescriptions", "referrals", "appointments", "sick_leaves", "vaccinations"}
