"""What e-dowod tells the eDO App over the back channel."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from mock_server.command.assembling import assemble
from mock_server.kernel.making import Holding, Recipe, make_person
from mock_server.kernel.people import IdCard, Person
from mock_server.kernel.world import World
from mock_server.server.app import MockServer
from mock_server.server.config import Config
from mock_server.sites.e_dowod.state import CardLogin, CardLogins, Code, CodeState
from mock_server.web.addresses import Addresses
from mock_server.web.delegation import Ask

Message = dict[str, str]


@dataclass(frozen=True)
class Scene:
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

    def ask(self, *questions: tuple[str, Message]) -> list[dict[str, Any]]:
        """What e-dowod answers to questions that are asked at the same time."""

        async def together() -> list[dict[str, Any]]:
            channel = self.server.services.back_channel
            return await asyncio.gather(
                *(channel.ask("w", "e-dowod", f"/back/{what}", message) for what, message in questions)
            )

        return asyncio.run(together())

    def result(self, what: str, **message: str) -> str:
        return str(self.ask((what, {"app": "my-phone", **message}))[0]["result"])

    def approve(self) -> str:
        return self.result("approve", code=self.code.id, card=self.card.number)


@pytest.fixture
def scene() -> Scene:
    server = assemble(Config(Addresses()))
    world = server.worlds.create("w")
    world.clock.freeze()
    person = world.people.add(make_person(Recipe(1, frozenset({Holding.ID_CARD})), world.clock.now()))
    logins = world.state(CardLogins)
    flow = logins.begin(CardLogin("browser", world.clock.now(), ask=Ask("login", "IKP")))
    logins.show_new_code(flow, world.clock.now())
    assert person.id_card
    return Scene(server, world, person, person.id_card, flow)


def test_a_code_that_was_read_names_who_asks_and_what_is_sent(scene: Scene) -> None:
    (answer,) = scene.ask(("read", {"app": "my-phone", "code": scene.code.id}))
    assert answer["service"] == "IKP"
    assert answer["data"] == ["Imię", "Nazwisko", "PESEL", "Data urodzenia"]
    assert scene.code.state is CodeState.READ


def test_the_number_is_the_same_transaction(scene: Scene) -> None:
    (answer,) = scene.ask(("read", {"app": "my-phone", "number": scene.code.number}))
    assert answer["code"] == scene.code.id


def test_of_two_phones_exactly_one_reads(scene: Scene) -> None:
    answers = scene.ask(*(("read", {"app": phone, "code": scene.code.id}) for phone in ("mine", "yours")))
    assert sorted(answer["result"] for answer in answers) == ["read", "used"]


def test_of_parallel_approvals_exactly_one_wins(scene: Scene) -> None:
    scene.result("read", code=scene.code.id)
    message = {"app": "my-phone", "code": scene.code.id, "card": scene.card.number}
    answers = scene.ask(*[("approve", message)] * 5)
    assert sorted(answer["result"] for answer in answers) == ["approved", *["used"] * 4]
    assert scene.code.pesel == scene.person.pesel


def test_a_code_that_nobody_read_cannot_be_approved(scene: Scene) -> None:
    assert scene.approve() == "used"
    assert scene.code.pesel is None


def test_another_phone_cannot_approve(scene: Scene) -> None:
    scene.result("read", code=scene.code.id)
    assert scene.result("approve", app="yours", code=scene.code.id, card=scene.card.number) == "used"
    assert scene.code.state is CodeState.READ


def test_a_declined_code_cannot_be_approved(scene: Scene) -> None:
    scene.result("read", code=scene.code.id)
    assert scene.result("decline", code=scene.code.id) == "declined"
    assert scene.approve() == "used"


@pytest.mark.parametrize(("seconds", "result"), [(299.999, "approved"), (300, "expired")])
def test_approval_counts_until_the_codes_last_second(scene: Scene, seconds: float, result: str) -> None:
    scene.result("read", code=scene.code.id)
    scene.world.clock.advance(timedelta(seconds=seconds))
    assert scene.approve() == result


def test_a_card_revoked_at_the_last_moment_does_not_approve(scene: Scene) -> None:
    scene.result("read", code=scene.code.id)
    scene.card.revoked = True
    assert scene.approve() == "card"
    assert scene.code.pesel is None


def test_a_refreshed_code_kills_the_old_one(scene: Scene) -> None:
    old = scene.code
    scene.world.state(CardLogins).show_new_code(scene.flow, scene.world.clock.now())
    assert scene.result("read", code=old.id) == "replaced"
    assert scene.result("read", number=old.number) == "replaced"
    assert scene.result("read", code=scene.code.id) == "read"


def test_a_login_that_ended_otherwise_leaves_no_code(scene: Scene) -> None:
    scene.flow.done = True
    assert scene.result("read", code=scene.code.id) == "used"


def test_guessing_numbers_is_cut_off_for_this_phone_only(scene: Scene) -> None:
    wrong = "000000000" if scene.code.number != "000000000" else "000000001"
    assert [scene.result("read", number=wrong) for _ in range(5)] == ["unknown"] * 4 + ["blocked"]
    assert scene.result("read", number=scene.code.number) == "blocked"
    assert scene.result("read", app="yours", number=scene.code.number) == "read"


def test_an_approval_forgives_earlier_wrong_numbers(scene: Scene) -> None:
    wrong = "000000000" if scene.code.number != "000000000" else "000000001"
    assert [scene.result("read", number=wrong) for _ in range(4)] == ["unknown"] * 4
    assert scene.result("read", number=scene.code.number) == "read"
    assert scene.approve() == "approved"
    assert [scene.result("read", number=wrong) for _ in range(5)] == ["unknown"] * 4 + ["blocked"]


def test_the_block_opens_after_ten_minutes(scene: Scene) -> None:
    wrong = "000000000" if scene.code.number != "000000000" else "000000001"
    for _ in range(5):
        scene.result("read", number=wrong)
    scene.world.clock.advance(timedelta(minutes=9, seconds=59))
    assert scene.result("read", number=wrong) == "blocked"
    scene.world.clock.advance(timedelta(seconds=1))
    assert scene.result("read", number=wrong) == "unknown"


def test_a_stranger_gets_nothing(scene: Scene) -> None:
    async def post() -> int:
        channel = scene.server.services.back_channel
        return (await channel.post("w", "e-dowod", "/back/read", json={}, headers={"X-Back-Channel": "x"})).status_code

    assert asyncio.run(post()) == 404
