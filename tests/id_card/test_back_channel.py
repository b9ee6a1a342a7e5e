"""What e-dowod tells the eDO App over the back channel."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import pytest

from mock_server.command.assembling import assemble
from mock_server.kernel.language import Language
from mock_server.kernel.making import Holding, Recipe, make_person
from mock_server.kernel.people import IdCard, Person
from mock_server.kernel.world import World
from mock_server.server.app import MockServer
from mock_server.server.config import Config
from mock_server.shared.id_card.messages import (
    APPROVE,
    DECLINE,
    READ_CODE,
    READ_NUMBER,
    CardCodeReply,
    CardCodeResult,
    CodeScanned,
    LoginApproved,
    LoginDeclined,
    NumberTyped,
)
from mock_server.sites.e_dowod.state import CardLogin, CardLogins, Code, CodeState
from mock_server.web.addresses import Addresses
from mock_server.web.delegation import Ask
from mock_server.web.exchange import Exchange, Question

MINE, YOURS = "my-phone", "your-phone"


@dataclass(frozen=True)
class CardScene:
    """A login that shows a code, and a person with a card."""

    server: MockServer
    world: World
    person: Person
    card: IdCard
    flow: CardLogin

    @property
    def code(self) -> Code:
        assert self.flow.code
        return self.flow.code

    def ask(self, exchange: Exchange[Question, CardCodeReply], *questions: Question) -> list[CardCodeReply]:
        """What e-dowod replies to questions that are asked at the same time."""

        async def together() -> list[CardCodeReply]:
            channel = self.server.services.back_channel
            return await asyncio.gather(*(channel.ask("w", "e-dowod", exchange, question) for question in questions))

        return asyncio.run(together())

    def read(self, app: str = MINE, code: str | None = None) -> CardCodeResult:
        return self.ask(READ_CODE, CodeScanned(app, code or self.code.id))[0].result

    def type_number(self, number: str | None = None, app: str = MINE) -> CardCodeResult:
        return self.ask(READ_NUMBER, NumberTyped(app, number or self.code.number))[0].result

    def decline(self) -> CardCodeResult:
        return self.ask(DECLINE, LoginDeclined(MINE, self.code.id))[0].result

    def approval(self, app: str = MINE) -> LoginApproved:
        return LoginApproved(app, self.code.id, self.card.number)

    def approve(self, app: str = MINE) -> CardCodeResult:
        return self.ask(APPROVE, self.approval(app))[0].result

    @property
    def wrong_number(self) -> str:
        return "000000000" if self.code.number != "000000000" else "000000001"


@pytest.fixture
def scene() -> CardScene:
    server = assemble(Config(Addresses()))
    world = server.worlds.create("w")
    world.clock.freeze()
    person = world.people.add(make_person(Recipe(1, frozenset({Holding.ID_CARD})), world.clock.now()))
    logins = world.state(CardLogins)
    flow = logins.begin(CardLogin("browser", world.clock.now(), ask=Ask("login", "IKP", language=Language.POLISH)))
    logins.show_new_code(flow, world.clock.now())
    assert person.id_card
    return CardScene(server, world, person, person.id_card, flow)


def test_a_code_that_was_read_names_who_asks_and_what_is_sent(scene: CardScene) -> None:
    (reply,) = scene.ask(READ_CODE, CodeScanned(MINE, scene.code.id))
    assert reply.login
    assert reply.login.service == "IKP"
    assert "PESEL" in reply.login.data
    assert scene.code.state is CodeState.READ


def test_the_number_is_the_same_transaction(scene: CardScene) -> None:
    (reply,) = scene.ask(READ_NUMBER, NumberTyped(MINE, scene.code.number))
    assert reply.login
    assert reply.login.code == scene.code.id


def test_of_two_phones_exactly_one_reads(scene: CardScene) -> None:
    replies = scene.ask(READ_CODE, *(CodeScanned(phone, scene.code.id) for phone in (MINE, YOURS)))
    assert sorted(reply.result for reply in replies) == ["read", "used"]


def test_of_parallel_approvals_exactly_one_wins(scene: CardScene) -> None:
    scene.read()
    replies = scene.ask(APPROVE, *[scene.approval()] * 5)
    assert sorted(reply.result for reply in replies) == ["approved", *["used"] * 4]
    assert scene.code.pesel == scene.person.pesel


def test_a_code_that_nobody_read_cannot_be_approved(scene: CardScene) -> None:
    assert scene.approve() == "used"
    assert scene.code.pesel is None


def test_another_phone_cannot_approve(scene: CardScene) -> None:
    scene.read()
    assert scene.approve(YOURS) == "used"
    assert scene.code.state is CodeState.READ


def test_a_declined_code_cannot_be_approved(scene: CardScene) -> None:
    scene.read()
    assert scene.decline() == "declined"
    assert scene.approve() == "used"


@pytest.mark.parametrize(("seconds", "result"), [(299.999, "approved"), (300, "expired")])
def test_approval_counts_until_the_codes_last_second(scene: CardScene, seconds: float, result: str) -> None:
    scene.read()
    scene.world.clock.advance(timedelta(seconds=seconds))
    assert scene.approve() == result


def test_a_card_revoked_at_the_last_moment_does_not_approve(scene: CardScene) -> None:
    scene.read()
    scene.card.revoked = True
    assert scene.approve() == "card"
    assert scene.code.pesel is None


def test_a_refreshed_code_kills_the_old_one(scene: CardScene) -> None:
    old = scene.code
    scene.world.state(CardLogins).show_new_code(scene.flow, scene.world.clock.now())
    assert scene.read(code=old.id) == "replaced"
    assert scene.type_number(old.number) == "replaced"
    assert scene.read() == "read"


def test_a_login_that_ended_otherwise_leaves_no_code(scene: CardScene) -> None:
    scene.flow.done = True
    assert scene.read() == "used"


def test_guessing_numbers_is_cut_off_for_this_phone_only(scene: CardScene) -> None:
    assert [scene.type_number(scene.wrong_number) for _ in range(5)] == ["unknown"] * 4 + ["blocked"]
    assert scene.type_number() == "blocked"
    assert scene.type_number(app=YOURS) == "read"


def test_an_approval_forgives_earlier_wrong_numbers(scene: CardScene) -> None:
    assert [scene.type_number(scene.wrong_number) for _ in range(4)] == ["unknown"] * 4
    assert scene.type_number() == "read"
    assert scene.approve() == "approved"
    assert [scene.type_number(scene.wrong_number) for _ in range(5)] == ["unknown"] * 4 + ["blocked"]


def test_the_block_opens_after_ten_minutes(scene: CardScene) -> None:
    for _ in range(5):
        scene.type_number(scene.wrong_number)
    scene.world.clock.advance(timedelta(minutes=9, seconds=59))
    assert scene.type_number(scene.wrong_number) == "blocked"
    scene.world.clock.advance(timedelta(seconds=1))
    assert scene.type_number(scene.wrong_number) == "unknown"


def test_a_stranger_gets_nothing(scene: CardScene) -> None:
    async def post() -> int:
        channel = scene.server.services.back_channel
        return (await channel.post("w", "e-dowod", "/back/read", json={}, headers={"X-Back-Channel": "x"})).status_code

    assert asyncio.run(post()) == 404
