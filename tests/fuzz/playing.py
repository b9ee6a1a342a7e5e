"""Playing episodes: each a world of its own, in which one client does everything that makes no sense."""

import asyncio
import ctypes
import gc
import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from resource import getpagesize

from mock_server.command.assembling import assemble
from mock_server.command.getting_ready import late_imports
from mock_server.server.app import MockServer
from mock_server.server.config import Config
from mock_server.server.listening import listen
from mock_server.web.addresses import Addresses
from tests.fuzz.looking import WAYS, let_in, look_around
from tests.fuzz.memory import Memory
from tests.fuzz.parties import PROVIDER, somebody
from tests.fuzz.steering import call_without_sense, steer
from tests.fuzz.visiting import get, next_step, visit_without_sense
from tests.fuzz.wire import Came, Sent, SocketServer, send_by_socket, send_directly

SPOILED, SOUND = 120, 20
"""Steps of an episode: first those without sense, then a person's who only wants to log in."""
_BY_SOCKET = 0.03
_TRIES = 60
"""Replays that a search for the fewest steps may cost."""


class Found(AssertionError):
    """A server did what none should, whatever it was sent."""


@dataclass
class Episode:
    """One world's story. The same seed and number play the same, as far as nothing random of the server's is in it.

    Attributes:
        failures: what sites have logged since they were last looked at.
        sent: what was sent so far, oldest first.
    """

    app: MockServer
    port: int
    seed: int
    number: int
    failures: list[str]

    def __post_init__(self) -> None:
        self.memory = Memory(f"f{self.number}")
        self.sent: list[Sent] = []
        self.faults = Random(f"{self.seed}:{self.number}").random() < 0.25
        self.blamed = False
        """Whether a fault has been planted in this world: what a site does from then on may be its doing."""

    async def play(self, steps: Sequence[int]) -> None:
        """Make the world, take these steps of all, and look at it.

        Raises:
            Found: something was wrong.
        """
        world = f"/worlds/{self.memory.world}"
        await self._send(steer("PUT", world))
        for seed in (self.number % 50, self.number % 50 + 50):
            await self._send(steer("PUT", f"{world}/people", somebody(seed)))
        await self._send(steer("POST", f"{world}/providers", PROVIDER))
        await self._send(get(self.memory, "mobywatel", f"/telefon/{somebody(self.number % 50)['phone']}"))
        for step in steps:
            if step == SPOILED:
                await look_around(self.memory, self._send)
            await self._step(Random(f"{self.seed}:{self.number}:{step}"), sound=step >= SPOILED)

    async def leave(self) -> None:
        """Drop whatever worlds the episode has made."""
        for name in [*self.app.worlds]:
            self.app.worlds.drop(name)

    async def _step(self, rng: Random, *, sound: bool) -> None:
        if sound or rng.random() < 0.25:
            await self._send(next_step(rng, self.memory, good=sound))
        elif rng.random() < 0.6:
            await self._send(call_without_sense(rng, self.memory, faults=self.faults), rng)
            if fresh := self.memory.fresh:
                await let_in(self.memory, self._send, fresh, rng.choice(WAYS))
        else:
            await self._send(visit_without_sense(rng, self.memory), rng)

    async def _send(self, sent: Sent, rng: Random | None = None) -> None:
        self.sent.append(sent)
        if rng and rng.random() < _BY_SOCKET:
            came = await send_by_socket(self.port, sent, cut=rng.random() < 0.1)
        else:
            came = await send_directly(self.app, sent)
        world, control = f"/control/worlds/{self.memory.world}", sent.target.startswith("/control/")
        if (sent.method, sent.target) in {("DELETE", world), ("POST", f"{world}/reset")}:
            self.memory.forget()
        else:
            self.memory.learn(sent, came)
        self.blamed = self.blamed or bool(self.memory.planted)
        self._judge(came, control=control)

    def _judge(self, came: Came, *, control: bool) -> None:
        failed = came.problem or (f"answered {came.status}: {came.text[-300:]}" if came.status >= 500 else None)
        if self.failures:  # of a site that another hides, too: the hub's, when a service asks it behind the page
            failed = f"{failed or came.status}; {'; '.join(self.failures)}"
            self.failures.clear()
        unanswered = failed and "no answer" in failed
        if failed and (unanswered or control or not self.blamed):
            raise Found(failed)


@dataclass
class Fuzz:
    """Plays episodes until enough requests were sent."""

    app: MockServer
    port: int
    seed: int
    failures: list[str]

    async def run(self, requests: int, measure_at: Sequence[int]) -> list[int]:
        """Send that many requests; the bytes of memory in use after each number of ``measure_at``.

        Raises:
            Found: something was wrong; the message has the seed and the fewest requests that show it.
        """
        sent, number = 0, 0
        measured: list[int] = []
        while sent < requests:
            sent += await self._episode(number)
            number += 1
            while len(measured) < len(measure_at) and sent >= measure_at[len(measured)]:
                measured.append(_memory_in_use())
        return measured

    async def _episode(self, number: int) -> int:
        episode = await self._play(number, range(SPOILED + SOUND))
        if isinstance(episode, Episode):
            return len(episode.sent)
        raise await self._fewest(number, episode)

    async def _play(self, number: int, steps: Sequence[int]) -> "Episode | tuple[Found, Episode]":
        episode = Episode(self.app, self.port, self.seed, number, self.failures)
        try:
            await episode.play(steps)
        except Found as found:
            return found, episode
        finally:
            await episode.leave()
        return episode

    async def _fewest(self, number: int, failed: "tuple[Found, Episode]") -> Found:
        """The failure again, with as few steps as a short search finds."""
        steps, tries, size = list(range(SPOILED + SOUND)), 0, 32
        while size and tries < _TRIES:
            for start in range(0, len(steps), size):
                fewer = steps[:start] + steps[start + size :]
                tries += 1
                again = await self._play(number, fewer)
                if not isinstance(again, Episode):
                    failed, steps = again, fewer
                    break
            else:
                size //= 2
        found, episode = failed
        told = "\n\n".join(map(str, episode.sent))
        return Found(f"{found}\n\nseed {self.seed}, episode {number}; the last of these requests shows it:\n\n{told}")


@asynccontextmanager
async def fuzzing(seed: int) -> AsyncIterator[Fuzz]:
    """A server in this event loop, to be fuzzed directly and over its socket."""
    app = assemble(Config(Addresses(port=7)))
    for load in late_imports():  # else what a start loads meanwhile, 20 MB for the first PDF, would pass for growth
        load()
    with listen() as listener, _failures() as failures:
        server = SocketServer(app)
        serving = asyncio.create_task(server.serve([listener]))
        try:
            yield Fuzz(app, listener.getsockname()[1], seed, failures)
        finally:
            server.should_exit = True
            await serving


@contextmanager
def _failures() -> Iterator[list[str]]:
    """What the sites log as errors."""
    failures: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            failures.append(record.getMessage())

    log, handler = logging.getLogger("mock_server"), Keeping(logging.ERROR)
    log.addHandler(handler)
    try:
        yield failures
    finally:
        log.removeHandler(handler)


def _memory_in_use() -> int:
    """Bytes; what the allocator keeps for itself after the largest request so far is no growth, and is given back."""
    gc.collect()
    with suppress(AttributeError):  # another C library has no such function
        ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize()
