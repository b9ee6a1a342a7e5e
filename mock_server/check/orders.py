"""Orders to a mock while somebody's own tests are graded: over the control API, or in a folder that it finds.

A suite that uses a mock which runs already is graded by the first. A mock that the suite starts by itself inherits the
folder's name in its environment.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from ..control.api import Api, Call, Message, Nothing
from ..kernel.world import MAIN, World, Worlds
from .grading import GradedWorld, GradingOrder, Happened, Tally, What, current_test
from .hostile_hub import choices_of

ORDER_FILE = "order.json"
SEEN_FILE = "seen.jsonl"
api = Api()


class HappenedSeen(Message):
    """Something that was seen, and how often."""

    what: str
    answer: str
    test: str
    times: int


class GradingSeen(Message):
    """What is altered, and what was seen since that was said."""

    order: GradingOrder
    seen: list[HappenedSeen]


@api.endpoint("GET", "/grading", Nothing, GradingSeen)
async def show(call: Call, _body: Nothing) -> GradingSeen:
    """What is altered while tests are graded, and what was seen of them since."""
    return _seen(call.server.worlds)


@api.endpoint("PUT", "/grading", GradingOrder, GradingSeen)
async def give(call: Call, body: GradingOrder) -> GradingSeen:
    """Alter this in every world, from now on, in the place of what was altered before; what was seen is forgotten."""
    put_in_force(call.server.worlds, body, Tally())
    return _seen(call.server.worlds)


@api.endpoint("DELETE", "/grading", Nothing, Nothing)
async def end(call: Call, _body: Nothing) -> Nothing:
    """Alter and count nothing any more."""
    put_in_force(call.server.worlds, GradingOrder(), None)
    return Nothing()


def put_in_force(worlds: Worlds, order: GradingOrder, tally: Tally | None) -> None:
    """Let every world alter this, and tell the tally."""
    if tally:
        tally.write(What.MOCK)

    def attend(world: World) -> None:
        world.put(GradedWorld(order, tally))
        choices_of(world)

    worlds.attend(attend)


def take_orders(worlds: Worlds, folder: Path) -> None:
    """Do what the folder says, and write down there what is seen.

    Raises:
        ValueError: it holds no order.
    """
    try:
        order = GradingOrder.model_validate_json((folder / ORDER_FILE).read_bytes())
    except OSError as error:
        raise ValueError(f"there is no order in {folder}: {error}") from error
    put_in_force(worlds, order, Tally(_writing(folder / SEEN_FILE), current_test))


def _writing(file: Path) -> Callable[[Happened], None]:
    def write(happened: Happened) -> None:
        with file.open("a", encoding="utf-8") as seen:
            seen.write(json.dumps(asdict(happened)) + "\n")

    return write


def read_seen(folder: Path) -> Tally:
    """What the mocks wrote down in a folder."""
    tally, file = Tally(), folder / SEEN_FILE
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            tally.seen[Happened(What(said["what"]), said["answer"], said["test"])] += 1
    return tally


def _seen(worlds: Worlds) -> GradingSeen:
    main = worlds.get(MAIN)
    assert main  # noqa: S101 - the main world is always there
    grading = main.state(GradedWorld)
    counts = grading.tally.seen if grading.tally else {}
    return GradingSeen(
        order=grading.order,
        seen=[HappenedSeen(what=one.what, answer=one.answer, test=one.test, times=n) for one, n in counts.items()],
    )
