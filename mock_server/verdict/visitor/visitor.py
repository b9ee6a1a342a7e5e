"""One person's browser without a screen: it goes where it is led, keeps cookies, and remembers what came back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin

from .cookies import Jar
from .fetching import Answered, Fetcher
from .page import Form, Page
from .trouble import Kind, Trouble

_FORM = "application/x-www-form-urlencoded"
HELD = ("SAMLRequest", "SAMLart")
"""Fields of a page that sends itself and yet stays on the screen: whoever checks looks at it first."""
_REDIRECTS = {301, 302, 303, 307, 308}
_KEEP_METHOD = {307, 308}
_BROWSER = {
    "User-Agent": "Mozilla/5.0 (przepustka check)",
    "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
    "Accept-Language": "pl,en;q=0.8",
}


@dataclass
class Visitor:
    """One browser.

    Attributes:
        fetcher: what speaks HTTP.
        jar: its cookies.
        trail: every answer so far.
        page: the one on the screen, once there is one.
        then: what buttons or links say that are pressed where they stand on the page after a login.
        fills: what is typed there, by names of fields.
    """

    fetcher: Fetcher
    jar: Jar = field(default_factory=Jar)
    trail: list[Answered] = field(default_factory=list)
    page: Page | None = None
    then: tuple[str, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)

    async def open(self, address: str) -> Page:
        """Type an address, and go as far as redirects and pages that send themselves lead.

        Raises:
            Trouble: it leads nowhere.
        """
        return await self.send(Form("GET", address, ()), "")

    async def send(self, form: Form, initiator: str | None = None, headers: dict[str, str] | None = None) -> Page:
        """Send a form or follow a link, and go on until a page stays, or wants to go to the hub.

        Args:
            form: what to send.
            initiator: the page that it is on, where that is not the one on the screen.
            headers: for this request alone.

        Raises:
            Trouble: it leads nowhere.
        """
        starts = initiator if initiator is not None else self.page.address if self.page else ""
        with_it = headers or {}
        for _ in range(self.fetcher.limits.hops):
            answered = await self._ask(form, starts, with_it)
            onward = _redirected(answered, form)
            if onward is None:
                self.page = Page(answered)
                onward, starts = self.page.onward, answered.address
            if onward is None or onward.has(*HELD):
                return self.page or Page(answered)
            form, with_it = onward, {}
        raise Trouble(Kind.ENDLESS, f"more than {self.fetcher.limits.hops} in a row, the last to {form.action[:120]}")

    async def come_back(self, form: Form, initiator: str | None = None) -> Page:
        """Send what the hub's page sends, and press what a service asks before it lets anybody in.

        Raises:
            Trouble: it leads nowhere.
        """
        page = await self.send(form, initiator)
        for text in self.then:
            pressed = page.saying(text)
            page = await self.send(pressed.filled(self.fills)) if pressed else page
        return page

    async def _ask(self, form: Form, initiator: str, headers: dict[str, str]) -> Answered:
        address, content = form.address, b""
        own: dict[str, str] = {}
        if form.method == "POST":
            content, own = urlencode(form.fields).encode(), {"Content-Type": _FORM}
        cookies = self.jar.header(address, form.method, initiator)
        if cookies:
            own["Cookie"] = cookies
        answered = await self.fetcher.fetch(form.method, address, _BROWSER | own | headers, content)
        for name, value in answered.headers:
            if name == "set-cookie":
                self.jar.take(address, value)
        self.trail.append(answered)
        return answered


def _redirected(answered: Answered, form: Form) -> Form | None:
    """Where a redirect leads."""
    location = answered.header("location")
    if answered.status not in _REDIRECTS or not location:
        return None
    try:
        there = urljoin(answered.address, location)
    except ValueError as error:
        raise Trouble(Kind.ELSEWHERE, f"a redirect to {location[:120]!r}") from error
    return Form(form.method, there, form.fields) if answered.status in _KEEP_METHOD else Form("GET", there, ())
