"""A signal that wakes those who wait for something in a world to change."""

import asyncio


class Signal:
    """Many tasks of one event loop may wait: for any change, or for changes of one thing."""

    def __init__(self) -> None:
        self._waiters: dict[asyncio.Future[None], str | None] = {}

    def notify(self, about: str | None = None) -> None:
        """Wake all who wait now; if only one thing changed, all but those who wait for another."""
        woken = [waiter for waiter, thing in self._waiters.items() if about is None or thing is None or thing == about]
        for waiter in woken:
            del self._waiters[waiter]
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, timeout: float, about: str | None = None) -> None:
        """Return at the next notification that may be about this thing, or after ``timeout`` real seconds."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters[waiter] = about
        try:
            async with asyncio.timeout(timeout):
                await waiter
        except TimeoutError:
            pass
        finally:
            self._waiters.pop(waiter, None)
