"""The page of a refusal: its status, what it is about, and what the person can do now, word by word."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl

METHODS = ("trusted_profile", "mojeid", "id_card", "mobywatel")
NEW_SURFER = Callable[[], Surfer]
USED = "Ten proces logowania został już użyty"
BEGIN_AGAIN = "Zacznij logowanie od początku."
AT_THE_SERVICE = "Zacznij logowanie od początku w serwisie, do którego się logujesz."
NOT_YOURS = ("To nie jest Twoje logowanie", "Zacznij logowanie od początku w tej przeglądarce.")
NOWHERE = ("Nie ma takiej strony", "Sprawdź adres albo wróć na stronę główną.")


def told(seen: Surfer) -> tuple[int, str, str]:
    return seen.status, seen.heading, seen.text_of("//main/p[1]")


@pytest.mark.parametrize("path", ["/nie-ma", "/aktualnosci/nie-ma"])
def test_a_page_that_is_not_there(new_surfer: NEW_SURFER, world: WorldControl, path: str) -> None:
    assert told(new_surfer().open(world.url("pacjent", path))) == (404, *NOWHERE)


def test_the_way_on_leads_to_the_portal(new_surfer: NEW_SURFER, world: WorldControl) -> None:
    (way,) = new_surfer().open(world.url("ikp", "/nie-ma")).page.xpath("//main//a")
    assert (way.text_content(), way.get("href")) == ("Przejdź do pacjent.gov.pl", world.url("pacjent"))


@pytest.mark.parametrize("method", METHODS)
def test_a_login_of_another_browser(new_surfer: NEW_SURFER, hub: Surfer, method: str) -> None:
    assert told(new_surfer().open(hub.address)) == (403, *NOT_YOURS)
    assert told(new_surfer().open(hub.submit("/metoda", method=method).address)) == (403, *NOT_YOURS)


@pytest.mark.parametrize("method", METHODS)
def test_a_login_that_was_given_up(hub: Surfer, method: str) -> None:
    begun = hub.submit("/metoda", method=method).address
    assert hub.press("Anuluj").heading == "Wybierz sposób logowania"
    assert told(hub.open(begun)) == (410, USED, AT_THE_SERVICE)


@pytest.mark.parametrize("method", [None, *METHODS])
def test_a_login_that_lay_too_long(hub: Surfer, world: WorldControl, method: str | None) -> None:
    begun = (hub.submit("/metoda", method=method) if method else hub).address
    world.advance(24 * 3600)
    assert told(hub.open(begun)) == (410, "Czas na logowanie minął", AT_THE_SERVICE)


@pytest.mark.parametrize("method", ["", "passport"])
def test_a_method_that_is_none(hub: Surfer, method: str) -> None:
    assert told(hub.post(f"{hub.address}/metoda", method=method)) == (404, *NOWHERE)


@pytest.mark.parametrize("bank", ["", "alior", "nie-ma"])
def test_a_bank_that_mojeid_has_not(hub: Surfer, bank: str) -> None:
    mojeid = hub.submit("/metoda", method="mojeid")
    assert told(mojeid.post(mojeid.address, bank=bank)) == (404, *NOWHERE)


@pytest.mark.parametrize("bank", ["", "nie-ma"])
def test_a_bank_that_the_trusted_profile_has_not(hub: Surfer, bank: str) -> None:
    profile = hub.submit("/metoda", method="trusted_profile")
    assert told(profile.post(f"{profile.address}/bank", bank=bank)) == (404, *NOWHERE)


@pytest.mark.parametrize("site", ["pz", "mojeid", "e-dowod", "czytnik", "login-mobywatel", "mbank"])
def test_a_question_that_nobody_asked(new_surfer: NEW_SURFER, world: WorldControl, site: str) -> None:
    asked = new_surfer().post(world.url(site, "/delegated"), asker="login", ask="unknown")
    assert told(asked) == (410, USED, BEGIN_AGAIN)


@pytest.mark.parametrize("site", ["login", "pz", "mojeid", "e-dowod"])
def test_an_answer_that_nobody_awaits(new_surfer: NEW_SURFER, world: WorldControl, site: str) -> None:
    answered = new_surfer().post(world.url(site, "/answered"), ask="unknown", artifact="unknown")
    assert told(answered) == (410, USED, BEGIN_AGAIN)


def test_an_answer_in_another_browser(new_surfer: NEW_SURFER, hub: Surfer) -> None:
    hub.submit("/metoda", method="mobywatel")
    address, fields = hub.catch("/anuluj")
    assert told(new_surfer().post(address, **fields)) == (403, *NOT_YOURS)


def test_an_answer_that_was_taken_already(hub: Surfer) -> None:
    hub.submit("/metoda", method="mobywatel")
    address, fields = hub.catch("/anuluj")
    assert hub.post(address, **fields).heading == "Wybierz sposób logowania"
    assert told(hub.post(address, **fields)) == (410, USED, BEGIN_AGAIN)


@pytest.mark.parametrize("chosen", ["mojeid", "id_card", "mobywatel"])
def test_an_answer_after_another_method_was_chosen(hub: Surfer, chosen: str) -> None:
    choosing = hub.address
    address, fields = hub.submit("/metoda", method=chosen).catch("/anuluj")
    hub.post(f"{choosing}/metoda", method="trusted_profile")
    assert told(hub.post(address, **fields)) == (410, USED, BEGIN_AGAIN)


@pytest.mark.parametrize(
    "path", ["/account", "/account/profile", "/account/profile/details", "/account/profile/method"]
)
def test_the_own_account_without_a_session(new_surfer: NEW_SURFER, world: WorldControl, path: str) -> None:
    why = "Twoja sesja wygasła albo jeszcze się nie zaczęła."
    assert told(new_surfer().open(world.url("pz", path))) == (401, "Zaloguj się, aby kontynuować", why)


def test_a_form_without_its_token(new_surfer: NEW_SURFER, world: WorldControl) -> None:
    world.expect_login(world.make_person(1))
    account = new_surfer().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    refused = account.post(world.url("ikp", "/wyloguj"), token="guessed")
    assert told(refused) == (403, "Nie możemy przyjąć tego formularza", "Odśwież stronę i spróbuj jeszcze raz.")


@pytest.mark.parametrize("site", ["ikp", "login", "pz", "mbank"])
def test_the_back_channel_is_not_there_for_a_browser(new_surfer: NEW_SURFER, world: WorldControl, site: str) -> None:
    assert told(new_surfer().post(world.url(site, "/back/ready")))[:2] == (404, NOWHERE[0])
