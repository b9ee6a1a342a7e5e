"""What is under way in a tab: requests that were asked, where the page goes, and when it is still."""

import asyncio
from dataclasses import dataclass, field

from playwright.async_api import Error as BrowserError
from playwright.async_api import Frame, Page, Request, Response

from ..visitor.reach import Reach
from ..visitor.trouble import Kind, Trouble

_WAITED_FOR = {"document", "script", "stylesheet", "xhr", "fetch"}
_STILL = 0.4
"""Seconds without a request under way until a page counts as finished."""
_KINDS = {
    "net::ERR_CONNECTION_REFUSED": Kind.UNREACHABLE,
    "net::ERR_TOO_MANY_REDIRECTS": Kind.ENDLESS,
    "net::ERR_UNKNOWN_URL_SCHEME": Kind.ELSEWHERE,
    "net::ERR_UNSAFE_REDIRECT": Kind.ELSEWHERE,
}
_LEFT = "net::ERR_ABORTED"
"""It was held, or the page went on to somewhere else."""


@dataclass
class Going:
    """What happens in one tab since it was last told to go somewhere.

    Attributes:
        document: what the page itself was answered with.
        hops: how often it went somewhere.
        trouble: why it could not go where it was led.
    """

    page: Page
    reach: Reach
    document: Response | None = None
    hops: int = 0
    trouble: Trouble | None = None
    _latest: Request | None = None
    _open: dict[Request, None] = field(default_factory=dict)
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    def begin(self) -> None:
        """Forget what was before."""
        self.document, self.trouble, self.hops = None, None, 0

    def moved(self) -> None:
        """Something happened: a page that waits to be still waits anew."""
        self._moved.set()

    def asked(self, request: Request) -> None:
        """A request begins."""
        if self.is_pages_own(request):
            self.hops += 1
            self.trouble, self._latest = None, request
        if request.resource_type in _WAITED_FOR:
            self._open[request] = None
        self.moved()

    def ended(self, request: Request) -> None:
        """A request is done, or failed."""
        self._open.pop(request, None)
        self.moved()
        why = request.failure
        if why and not why.startswith(_LEFT) and self.is_pages_own(request):
            outside = not (self.reach.is_service(request.url) or self.reach.is_hub(request.url))
            kind = Kind.ELSEWHERE if outside else _KINDS.get(why, Kind.NO_HTTP)
            self.trouble = Trouble(kind, f"{request.url.partition('?')[0][:120]} ({why})")

    def navigated(self, frame: Frame) -> None:
        """A new document stands there: of what the one before it had asked for nobody tells any more."""
        if frame == self.page.main_frame and self._latest in self._open:
            for request in list(self._open)[: list(self._open).index(self._latest)]:
                del self._open[request]
        self.moved()

    def crashed(self, _page: Page) -> None:
        """The page took its process down."""
        self.trouble = Trouble(Kind.NO_HTTP, f"{self.page.url[:120]} crashes the browser's tab")
        self._open.clear()
        self.moved()

    def is_pages_own(self, request: Request) -> bool:
        """Whether the page on the screen goes there itself."""
        try:
            return request.is_navigation_request() and request.frame == self.page.main_frame
        except BrowserError:  # the frame of a new window is not there yet
            return False

    async def still(self, hops: int) -> None:
        """Wait until nothing is under way, and nothing has been for a moment.

        Raises:
            Trouble: the page goes on for ever.
        """
        while True:
            self._moved.clear()
            if self.hops > hops:
                raise Trouble(Kind.ENDLESS, f"more than {hops} in a row, the last to {self.page.url[:120]}")
            try:
                async with asyncio.timeout(None if self._open else _STILL):
                    await self._moved.wait()
            except TimeoutError:
                return

    @property
    def waits_for(self) -> str:
        """The oldest request that is under way, in short."""
        oldest = next(iter(self._open), None)
        return (oldest.url if oldest else self.page.url).partition("?")[0][:120]
