"""What the control API answers where all is well, whole."""

from datetime import timedelta
from threading import current_thread, main_thread

import pytest

from mock_server.command.endpoints import ENDPOINTS
from mock_server.control.openapi import describe
from mock_server.faults.catalogue import CATALOGUE
from mock_server.kernel.faults import Outage
from mock_server.kernel.inbox import Push, Sms
from mock_server.kernel.journal import Entry
from mock_server.kernel.language import Language
from mock_server.saml.levels import Level
from mock_server.sites.czytnik.state import ReaderSettings
from mock_server.sites.login.silent import SilentLogin
from mock_server.sites.login.state import HubState
from mock_server.web.site_table import SITES
from tests.control.steering import WORLD, Steering

HIDDEN = "[hidden]"
NOON = "2026-01-31T12:00:00+01:00"


def test_a_world_tells_where_its_sites_are(steering: Steering) -> None:
    made = steering.ask("PUT", "/worlds/mine")
    assert made.headers["content-type"] == "application/json"
    assert made.json() == {"name": "mine", "sites": {site: f"http://{site}--mine.localhost:7/" for site in SITES}}
    assert steering.ask("GET", "/worlds/mine").json() == made.json()
    assert steering.ask("GET", WORLD).json()["sites"]["ikp"] == "http://ikp.localhost:7/"


def test_worlds_are_listed_by_name_until_they_are_dropped(steering: Steering) -> None:
    for name in ("zebra", "ant"):
        steering.ask("PUT", f"/worlds/{name}")
    assert steering.ask("GET", "/worlds").json() == ["ant", "main", "zebra"]
    assert steering.ask("DELETE", "/worlds/ant").json() == {}
    assert steering.ask("GET", "/worlds").json() == ["main", "zebra"]


@pytest.mark.parametrize("name", ["main", "mine"])
def test_a_world_is_emptied_and_stays(steering: Steering, name: str) -> None:
    steering.ask("PUT", "/worlds/mine")
    before = steering.server.worlds.get(name)
    reset = steering.ask("POST", f"/worlds/{name}/reset")
    assert reset.json() == steering.ask("GET", f"/worlds/{name}").json()
    assert steering.server.worlds.get(name) not in {None, before}
    assert sorted(steering.server.worlds) == ["main", "mine"]


def test_a_clock_tells_the_time_and_whether_it_stands(steering: Steering) -> None:
    assert steering.ask("GET", f"{WORLD}/clock").json()["frozen"] is False
    assert steering.ask("POST", f"{WORLD}/clock/freeze").json()["frozen"] is True
    assert steering.ask("PUT", f"{WORLD}/clock", {"now": NOON}).json() == {
        "now": "2026-01-31T11:00:00Z",
        "frozen": True,
    }
    moved = {"now": "2026-01-31T11:00:01.500000Z", "frozen": True}
    assert steering.ask("POST", f"{WORLD}/clock/advance", {"seconds": 1.5}).json() == moved
    assert steering.ask("GET", f"{WORLD}/clock").json() == moved
    assert steering.ask("POST", f"{WORLD}/clock/resume").json()["frozen"] is False


def test_the_reader_is_set_and_else_stays_as_it_is(steering: Steering) -> None:
    assert steering.ask("GET", f"{WORLD}/settings").json() == {"reading_seconds": 0}
    assert steering.ask("PATCH", f"{WORLD}/settings", {"reading_seconds": 40}).json() == {"reading_seconds": 40}
    assert steering.ask("PATCH", f"{WORLD}/settings", {}).json() == {"reading_seconds": 40}
    assert steering.ask("PATCH", f"{WORLD}/settings", {"reading_seconds": 0}).json() == {"reading_seconds": 0}
    assert steering.world.state(ReaderSettings).reading_seconds == 0


def test_everything_in_the_catalogue_is_told(steering: Steering) -> None:
    assert steering.ask("GET", "/faults").json() == [
        {
            "id": name,
            "title": one.title,
            "suffers": one.suffers,
            "behaviour": one.behaviour,
            "source": one.source,
        }
        for name, one in CATALOGUE.items()
    ]


def test_faults_are_planted_under_their_names_and_lifted(steering: Steering) -> None:
    faults = steering.world.faults
    assert steering.ask("PUT", f"{WORLD}/faults/mine", {"site": "mbank"}).json() == {}
    assert steering.ask("POST", f"{WORLD}/faults/sms.any_code").json() == {}
    assert faults.planted == {"mine": Outage("mbank", 503), "sms.any_code": CATALOGUE["sms.any_code"].fault}
    assert steering.ask("GET", f"{WORLD}/faults").json() == ["mine", "sms.any_code"]
    assert steering.ask("DELETE", f"{WORLD}/faults/mine").json() == {}
    assert steering.ask("DELETE", f"{WORLD}/faults/mine").json() == {}
    assert list(faults.planted) == ["sms.any_code"]


@pytest.mark.parametrize(
    ("asked", "method", "bank", "level", "reached"),
    [
        ({}, "mobywatel", None, None, Level.SUBSTANTIAL),
        ({"method": "id_card", "level": "low"}, "id_card", None, Level.LOW, Level.LOW),
        ({"method": "mojeid", "bank": "mbank"}, "mojeid", "mbank", None, Level.SUBSTANTIAL),
        ({"method": "id_card", "bank": "", "level": ""}, "id_card", None, None, Level.HIGH),
    ],
)
def test_the_next_login_is_kept_at_the_hub(
    steering: Steering, asked: dict[str, str], method: str, bank: str | None, level: Level | None, reached: Level
) -> None:
    person = steering.person()
    assert steering.ask("PUT", f"{WORLD}/next-login", {"pesel": person.pesel, **asked}).json() == {}
    login = steering.world.state(HubState).next_login
    assert isinstance(login, SilentLogin)
    assert (login.person, login.method.id, login.bank, login.level) == (person, method, bank, level)
    assert login.reached is reached


def test_an_inbox_shows_all_or_what_one_phone_and_one_person_got(steering: Steering) -> None:
    now, box = steering.world.clock.now(), steering.world.inbox
    for number in ("+48500600700", "+48600700800"):
        box.sms.append(Sms(number, "PZ", f"to {number}", now, Language.POLISH))
    for pesel in ("44051401359", "02070803628"):
        box.pushes.append(Push(pesel, "pz", "Logowanie", "7", now, now + timedelta(minutes=5), Language.POLISH))

    def seen(query: str) -> tuple[list[str], list[str]]:
        told = steering.ask("GET", f"{WORLD}/inbox{query}").json()
        return [one["phone"] for one in told["sms"]], [one["pesel"] for one in told["pushes"]]

    numbers, pesels = ["+48500600700", "+48600700800"], ["44051401359", "02070803628"]
    assert seen("") == (numbers, pesels)
    assert seen("?phone=%2B48600700800") == (numbers[1:], pesels)
    assert seen("?pesel=02070803628") == (numbers, pesels[1:])
    assert seen("?phone=%2B48700800900&pesel=00810100002") == ([], [])


@pytest.mark.parametrize(("query", "told"), [("", HIDDEN), ("?secrets=false", HIDDEN), ("?secrets=true", "1234")])
def test_a_journal_hides_secrets_unless_they_are_asked_for(steering: Steering, query: str, told: str) -> None:
    at = steering.world.clock.now()
    steering.world.journal.write(Entry(at, "pz", "seen", {"pin": "1234"}))
    (entry,) = steering.ask("GET", f"{WORLD}/journal{query}").json()
    assert (entry["site"], entry["event"], entry["details"]) == ("pz", "seen", {"pin": told})


def test_a_journal_is_redacted_while_the_worlds_go_on(steering: Steering, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []

    def redacted(entry: Entry) -> Entry:
        threads.append(current_thread())
        return entry

    monkeypatch.setattr(Entry, "redacted", redacted)
    steering.world.journal.write(Entry(steering.world.clock.now(), "pz", "seen"))
    assert len(steering.ask("GET", f"{WORLD}/journal").json()) == 1
    assert len(threads) == 1
    assert main_thread() not in threads


def test_an_account_of_open_things_is_whole_and_plain(steering: Steering) -> None:
    person, now = steering.person(), steering.world.clock.now()
    assert steering.ask("GET", f"{WORLD}/open").json() == []
    steering.world.inbox.pushes.append(
        Push(person.pesel, "pz", "Logowanie", "7", now, now + timedelta(minutes=5), Language.POLISH)
    )
    steering.ask("PUT", f"{WORLD}/next-login", {"pesel": person.pesel})
    until = (now + timedelta(minutes=5)).isoformat().replace("+00:00", "Z")
    plain = {"pesel": person.pesel, "browser": None, "count": 1}
    assert steering.ask("GET", f"{WORLD}/open").json() == [
        {"kind": "push", "site": "pz", "what": "Logowanie", "until": until, **plain},
        {"kind": "next_login", "site": "login", "what": "mobywatel", "until": None, **plain},
    ]


def test_the_description_is_served(steering: Steering) -> None:
    assert steering.ask("GET", "/openapi.json").json() == describe(ENDPOINTS)
