"""The mock, as the checker steers it: people, chosen answers, and what was sent."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from secrets import randbelow
from typing import TypeVar

from ...check.answers import GOOD
from ...check.messages import LogoutSeen, SentSeen
from ...check.posted import Posted
from ...client import ControlFailed, WorldControl
from ...kernel.people import Person
from ...shared.federation import HUB_SITE
from .people import Cast

Told = TypeVar("Told")


@dataclass
class Mock:
    """One world of a mock that runs, asked beside the loop.

    Attributes:
        world: is steered over the control API.
        token: that it wants.
    """

    world: WorldControl
    token: str | None = None
    _seeds: Iterator[int] = field(default_factory=lambda: count(randbelow(1 << 30)))

    @property
    def origins(self) -> set[str]:
        """Where browsers find the hub's pages."""
        return {self.world.url(HUB_SITE, "").rstrip("/")}

    async def _ask(self, call: Callable[[], Told]) -> Told:
        return await asyncio.to_thread(call)

    async def make_cast(self) -> Cast:
        """Two people who are nobody else."""
        return Cast(await self._ask(self._person), await self._ask(self._person))

    def _person(self) -> Person:
        return self.world.make_person(next(self._seeds), holdings=("id_card",))

    async def dismiss(self, cast: Cast) -> None:
        """Let both leave the world."""
        for _, person in cast.named():
            await asyncio.to_thread(self.world.remove_person, person.pesel)

    async def choose(
        self, request: str, send: str, cast: Cast, *, earlier: str | None = None, listener: str | None = None
    ) -> None:
        """Let the login of a request be answered so; Bob is the cast's.

        Raises:
            ControlFailed: the mock cannot.
        """
        more = {"other": cast.bob.pesel, "earlier": earlier, "listener": listener}
        await self._ask(lambda: self.world.choose_answer(request, send, **more))

    async def roll(self, stage: str) -> None:
        """Put the hub's keys into a state: ``old``, ``both``, ``new`` or ``rsa``."""
        await asyncio.to_thread(self.world.change_hub, keys=stage)

    async def advance(self, seconds: float) -> None:
        """Let time go by in the world, and for the mock's own services with it."""
        await asyncio.to_thread(self.world.advance, seconds)

    async def choose_good(self, request: str, session_seconds: int | None = None) -> None:
        """Let the good answer be sent, and remembered; with an end of the session, if one is given."""
        await self._ask(lambda: self.world.choose_answer(request, GOOD, session_seconds=session_seconds))

    async def sent(self, request: str) -> SentSeen | None:
        """What a login was answered with; None where the service never asked for the answer."""
        try:
            return await self._ask(lambda: self.world.sent_answer(request))
        except ControlFailed:
            return None

    async def received(self, kind: str) -> list[str]:
        """Every message of a kind, such as ``LogoutRequest``, as the hub got it."""
        entries = await asyncio.to_thread(self.world.journal, with_secrets=True)
        return [str(entry.details.get("xml", "")) for entry in entries if entry.event == f"{kind} received"]

    async def questions(self, artifact: str) -> list[str]:
        """The ArtifactResolve messages with an artifact, or what begins with it, as the hub got them."""
        return [message for message in await self.received("ArtifactResolve") if artifact and artifact in message]

    async def posted(self, request: str) -> Posted:
        """What a browser may post for a login."""
        return await self._ask(lambda: self.world.posted(request))

    async def further_artifact(self, request: str, send: str, **more: object) -> str:
        """Another artifact for a login that was answered."""
        return await self._ask(lambda: self.world.issue_artifact(request, send, **more))

    async def ask_to_log_out(self, request: str, send: str) -> LogoutSeen:
        """Let the hub ask the service to end a login."""
        return await self._ask(lambda: self.world.ask_to_log_out(request, send))
