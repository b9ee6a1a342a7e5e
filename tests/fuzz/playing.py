"""Playing episodes: each a world of its own, in which one client does everything that makes no sense."""

import asyncio
import gc
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from resource import getpagesize
from urllib.parse import urlsplit

from mock_server.app import MockServer
from mock_server.house import Wishes
from mock_server.running import listen
from mock_server.web.addresses import Addresses
from tests.fuzz.memory import Memory
from tests.fuzz.parties import PROVIDER, somebody
from tests.fuzz.steering import call_without_sense, steer
from tests.fuzz.visiting import get, next_step, straight_on, visit_without_sense
from tests.fuzz.wire import Came, Sent, SocketServer, send_by_socket, send_directly

SPOILED, SOUND = 75, 25
"""Steps of an episode: first those without sense, then a person's who only wants to log in."""
_BY_SOCKET = 0.03
_HOPS = 7
_TRIES = 60
"""Replays that a search for the fewest steps may cost."""
_ACCOUNT = (
    "konto", "moje-konto", "api/konto", "recepty", "skierowania", "wizyty", "zwolnienia", "szczepienia", "uprawnienia"
)  # fmt: skip
_SHOWN = (
    ("mojeikp", "/"),
    ("pz", "/account"),
    ("mobywatel", "/powiadomienia"),
    ("pacjent", "/"),
    ("login", "/metadata"),
)
_READ = ("", "/people", "/inbox", "/journal", "/journal?secrets=true", "/clock", "/settings", "/providers", "/faults")


class Found(AssertionError):
    """A server did what none should, whatever it was sent."""


@dataclass
class Episode:
    """One world's story. The same seed and number play the same, as far as nothing random of the server's is in it.

    Attributes:
        sent: what was sent so far, oldest first.
    """

    app: MockServer
    port: int
    seed: int
    number: int

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
                await self._look_around(world)
            await self._step(Random(f"{self.seed}:{self.number}:{step}"), sound=step >= SPOILED)

    async def leave(self) -> None:
        """Drop whatever worlds the episode has made."""
        for name in [*self.app.worlds]:
            self.app.worlds.drop(name)

    async def _step(self, rng: Random, *, sound: bool) -> None:
        if sound or rng.random() < 0.3:
            await self._send(next_step(rng, self.memory, good=sound))
        elif rng.random() < 0.5:
            await self._send(call_without_sense(rng, self.memory, faults=self.faults), rng)
        else:
            await self._send(visit_without_sense(rng, self.memory), rng)

    async def _look_around(self, world: str) -> None:
        """Read all that can be read, mend all, and let everybody log in without the pages."""
        for path in _READ:
            await self._send(steer("GET", world + path))
        for name in sorted(self.memory.planted):
            await self._send(steer("DELETE", f"{world}/faults/{name}"))
        for pesel in [*self.memory.people][-3:]:
            self.memory.cookies.clear()
            await self._send(steer("PUT", f"{world}/next-login", {"pesel": pesel}))
            await self._send(get(self.memory, "ikp", "/zaloguj"))
            for _ in range(_HOPS):
                if onward := straight_on(self.memory):
                    await self._send(onward)
            for page in _ACCOUNT:
                await self._send(get(self.memory, "ikp", f"/{page}"))
            for document in [link for link in self.memory.links if "/recepty/" in link][:1]:
                await self._send(get(self.memory, "ikp", f"{urlsplit(document).path}/pdf"))
        for site, path in _SHOWN:
            await self._send(get(self.memory, site, path))

    async def _send(self, sent: Sent, rng: Random | None = None) -> None:
        self.sent.append(sent)
        if rng and rng.random() < _BY_SOCKET:
            came = await send_by_socket(self.port, sent, cut=rng.random() < 0.1)
        else:
            came = await send_directly(self.app, sent)
        control = sent.target.startswith("/control/")
        if (
            control and sent.method == "DELETE" and sent.target == f"/control/worlds/{self.memory.world}"
        ) or sent.target.endswith("/reset"):
            self.memory.forget()
        else:
            self.memory.learn(sent, came)
        self.blamed = self.blamed or bool(self.memory.planted)
        self._judge(came, control=control)

    def _judge(self, came: Came, *, control: bool) -> None:
        failed = came.problem or (f"answered {came.status}: {came.text[-300:]}" if came.status >= 500 else None)
        unanswered = failed and "no answer" in failed
        if failed and (unanswered or control or not self.blamed):
            raise Found(failed)


@dataclass
class Fuzz:
    """Plays episodes until enough requests were sent."""

    app: MockServer
    port: int
    seed: int

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
        episode = Episode(self.app, self.port, self.seed, number)
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
    app = MockServer(Wishes(Addresses(port=7)))
    with listen() as listener:
        server = SocketServer(app)
        serving = asyncio.create_task(server.serve([listener]))
        try:
            yield Fuzz(app, listener.getsockname()[1], seed)
        finally:
            server.should_exit = True
            await serving


def _memory_in_use() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize()
