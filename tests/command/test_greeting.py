"""What a person who starts the mock reads, word for word."""

from datetime import timedelta

import pytest

from mock_server.command.greeting import greeting, make_ready_person
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import BankCustomer, IdCard, MobywatelApp, Person, TrustedProfile
from mock_server.kernel.world import World
from mock_server.web.addresses import Addresses

WORDS = """
Przepustka is ready. Open http://pacjent.localhost:7/ and log in.

  the portal        http://pacjent.localhost:7/
  login.gov.pl      http://login.localhost:7/
  IKP               http://ikp.localhost:7/
  mojeIKP           http://mojeikp.localhost:7/
  mObywatel         http://mobywatel.localhost:7/telefon/+48500100200
  eDO App           http://edo-app.localhost:7/
  control API       http://127.0.0.1:7/control/openapi.json
  also              pz, mojeid, e-dowod, czytnik, edo-app, login-mobywatel, mobywatel, ipko, inteligo, santander, \
pekao, mbank, ing, millennium, alior, bos, bnpparibas, velobank, credit-agricole, bs-brodnica, bps, kasa-stefczyka, \
envelo

A ready person: Anna Łoś, PESEL 44051401359, born 1944-05-14, phone +48500100200
  trusted profile   anna.los / profile-password
  mObywatel         app-password
  e-dowód           card DAA000001, CAN 111111, PIN1 2222, PUK 33333333
  banks
    PKO Bank Polski                number-of-ipko               password-of-ipko
    Inteligo                       number-of-inteligo           password-of-inteligo
    Santander                      number-of-santander          password-of-santander
    Bank Pekao SA                  number-of-pekao              password-of-pekao
    mBank                          number-of-mbank              password-of-mbank
    ING Bank Śląski                number-of-ing                password-of-ing
    Bank Millennium                number-of-millennium         password-of-millennium
    Alior Bank                     number-of-alior              password-of-alior
    BOŚ                            number-of-bos                password-of-bos
    BNP Paribas                    number-of-bnpparibas         password-of-bnpparibas
    VeloBank                       number-of-velobank           password-of-velobank
    Crédit Agricole                number-of-credit-agricole    password-of-credit-agricole
    Bank Spółdzielczy w Brodnicy   number-of-bs-brodnica        password-of-bs-brodnica
    Grupa BPS                      number-of-bps                password-of-bps
    Kasa Stefczyka                 number-of-kasa-stefczyka     password-of-kasa-stefczyka
    Envelo                         number-of-envelo             password-of-envelo

SMS and pushes are in http://127.0.0.1:7/control/worlds/main/inbox - Ctrl+C stops.
"""


@pytest.fixture
def world() -> World:
    world = World("main")
    world.clock.freeze()
    return world


@pytest.fixture
def person(world: World) -> Person:
    now = world.clock.now()
    person = make_person(Recipe(1, given_name="Anna", family_name="Łoś"), now)
    person.pesel, person.birth_date = "44051401359", now.date().replace(1944, 5, 14)
    person.phone = "+48500100200"
    person.trusted_profile = TrustedProfile("anna.los", "profile-password", now)
    person.mobywatel = MobywatelApp("app-password")
    person.id_card = IdCard("DAA000001", "111111", "2222", "33333333", now.date())
    for bank in person.bank_customers:
        person.bank_customers[bank] = BankCustomer(f"number-of-{bank}", f"password-of-{bank}")
    return person


def test_a_greeting_tells_every_address_and_every_credential(person: Person) -> None:
    assert greeting(Addresses(port=7), "http://127.0.0.1:7", person) == WORDS


@pytest.mark.parametrize("days", [1, 400, -400])
def test_the_greeting_is_the_same_at_every_start(world: World, days: int) -> None:
    told = greeting(Addresses(port=7), "http://127.0.0.1:7", make_ready_person(world))
    another = World("main")
    another.clock.advance(timedelta(days=days))
    assert greeting(Addresses(port=7), "http://127.0.0.1:7", make_ready_person(another)) == told


def test_the_ready_person_lives_there_and_can_log_in_tomorrow(world: World) -> None:
    ready = make_ready_person(world)
    assert list(world.people) == [ready]
    assert ready.trusted_profile
    assert ready.trusted_profile.valid_until > world.clock.now() + timedelta(days=1)
