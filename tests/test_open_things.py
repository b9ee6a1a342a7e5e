"""Every store of a world tells what is open in it; a new one that does not fails here (and before mypy)."""

import ast
import importlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import mock_server
from mock_server.kernel.inbox import Inbox, Push, PushState
from mock_server.kernel.language import Language
from mock_server.kernel.open_things import Kind, NothingOpen, OpenThing
from mock_server.kernel.people import Attempts, BankCustomer, IdCard, MobywatelApp, Person, TrustedProfile
from mock_server.registry import REGISTRY
from mock_server.web.flow import Flows
from mock_server.web.session import Sessions

ROOT = Path(mock_server.__file__).parent
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
FOUND_AGAIN = {
    "QrLogins.by_code",
    "CardLogins.by_code",
    "CardLogins.by_number",
    "Confirmations._by_code",
    "OpenLogins.seen_assertions",
}
"""By what a store finds what it tells of anyway, or what nobody can go on with."""

IMPORTS_LATE = {ROOT / "server" / "app.py"}
"""Asks for a store that others ask for too."""


def stores() -> Iterator[type]:
    """Every class of which a world is asked for its state, by name, anywhere in the mock."""
    for file in ROOT.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        asked = [one for one in calls if isinstance(one.func, ast.Attribute) and one.func.attr == "state" and one.args]
        named = {one.args[0].id for one in asked if isinstance(one.args[0], ast.Name)}
        if named and file not in IMPORTS_LATE:
            module = importlib.import_module(".".join(("mock_server", *file.relative_to(ROOT).with_suffix("").parts)))
            yield from (getattr(module, name) for name in named)


STORES = sorted({*stores(), *Flows.__subclasses__(), *Sessions.__subclasses__()}, key=lambda store: store.__qualname__)
each_store = pytest.mark.parametrize("store", STORES, ids=lambda store: store.__qualname__)


def test_the_stores_are_found() -> None:
    assert {"HubSessions", "_Delegations", "Operations", "_Banks", "OpenApps"} <= {one.__name__ for one in STORES}


@each_store
def test_a_store_tells_what_is_open_in_it(store: type) -> None:
    assert hasattr(store, "open_things"), f"{store.__qualname__}: write open_things(), or let it be {NothingOpen}"


@each_store
def test_what_a_store_keeps_besides_what_its_base_tells_it_tells_itself(store: type) -> None:
    if "open_things" in vars(store) or issubclass(store, NothingOpen) or not isinstance(store(), Flows | Sessions):
        return
    base: type = next(one for one in store.__mro__ if "open_things" in vars(one))
    own = {f"{store.__name__}.{name}" for name in vars(store()).keys() - vars(base()).keys()}
    assert own <= FOUND_AGAIN


@pytest.mark.parametrize(
    "store", [one for one in STORES if issubclass(one, Flows | Sessions)], ids=lambda store: store.__qualname__
)
def test_flows_and_sessions_know_their_site(store: type) -> None:
    own_places = {"OpenLogins", "PatientSessions", "Arrivals"}
    assert store.__name__ in own_places or getattr(store, "site", None) in REGISTRY


def test_what_is_counted_against_a_person_is_told_wherever_it_is_counted() -> None:
    attempts = Attempts(2, LATER)
    person = Person("44051401359", "Anna", "Łoś", NOW.date(), "+48500100200", "anna@example.org")
    person.trusted_profile = TrustedProfile("anna", "x", LATER, attempts=attempts)
    person.bank_customers = {"ing": BankCustomer("1", "x", attempts)}
    person.mobywatel = MobywatelApp("x", attempts)
    person.id_card = IdCard(
        "ABC123456", "123456", "1234", "12345678", NOW.date(), wrong_pins=3, wrong_puks=1, can_attempts=attempts
    )
    told = list(person.open_things())
    assert {thing.pesel for thing in told} == {person.pesel}
    assert {(thing.kind, thing.site, thing.what, thing.count) for thing in told} == {
        *((Kind.TRIES, site, "password", 2) for site in ("pz", "ing", "mobywatel")),
        *((Kind.LOCK, site, "password", 1) for site in ("pz", "ing", "mobywatel")),
        (Kind.TRIES, "e-dowod", "CAN", 2),
        (Kind.LOCK, "e-dowod", "CAN", 1),
        (Kind.TRIES, "e-dowod", "PIN1", 3),
        (Kind.TRIES, "e-dowod", "PUK", 1),
    }
    assert {thing.until for thing in told if thing.kind is Kind.LOCK} == {LATER}


def test_nothing_is_told_of_a_person_who_made_no_mistake() -> None:
    person = Person("44051401359", "Anna", "Łoś", NOW.date(), "+48500100200", "anna@example.org")
    person.mobywatel = MobywatelApp("x")
    assert list(person.open_things()) == []


def test_a_push_is_told_until_it_is_answered_whether_or_not_its_time_is_over() -> None:
    inbox = Inbox()
    for state in PushState:
        inbox.pushes.append(Push("44051401359", "pz", "Logowanie", "7", NOW, LATER, Language.POLISH, state))
    assert list(inbox.open_things()) == [OpenThing(Kind.PUSH, "pz", "Logowanie", "44051401359", until=LATER)]
