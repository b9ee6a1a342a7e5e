"""One person's real browser: it is told to go where the check without a screen would go, and presses what is seen."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from playwright.async_api import Browser, Locator
from playwright.async_api import Error as BrowserError

from ..visitor.page import Form, Page
from ..visitor.trouble import Kind, Trouble
from ..visitor.visitor import Visitor
from . import cookies
from .screen import MARK
from .tab import Tab

_NOTING = 5
"""Seconds to ask the browser what came; one whose page went down may not tell."""
_TYPED = "input:not([type=checkbox]):not([type=radio]):not([type=hidden]), textarea"


@dataclass(kw_only=True)
class BrowserVisitor(Visitor):
    """One context of a browser.

    Attributes:
        browser: that runs.
        tabs: where a tab is noted that was opened, so that somebody closes it.
    """

    browser: Browser
    tabs: list[Tab]
    _tab: Tab | None = field(default=None, init=False)

    async def send(self, form: Form, initiator: str | None = None, headers: dict[str, str] | None = None) -> Page:
        """Press what is marked, else send it from the page it is on; go on until a page is still, or is held.

        Raises:
            Trouble: it leads nowhere.
        """
        starts = initiator if initiator is not None else self.page.address if self.page else ""
        limits = self.fetcher.limits
        tab = await self._opened()
        try:
            async with asyncio.timeout(limits.seconds):
                await self._go(tab, form, starts, headers or {})
                await tab.going.still(limits.hops)
                self.page = await tab.screen(limits.size)
        except TimeoutError as error:
            raise Trouble(Kind.HANGS, f"{tab.going.waits_for} was not done after {limits.seconds:g} s") from error
        except BrowserError as error:
            raise Trouble(Kind.NO_HTTP, f"the browser: {str(error).strip().splitlines()[0][:200]}") from error
        finally:
            await self._note(tab)
        self.trail.append(self.page.answered)
        return self.page

    async def _opened(self) -> Tab:
        if self._tab is None:
            trusts_all = self.fetcher.ca is not None
            self._tab = await Tab.opened(self.browser, self.fetcher.reach, trusts_all=trusts_all)
            self.tabs.append(self._tab)
        await cookies.put(self.jar, self._tab.context)
        self._tab.begin()
        return self._tab

    async def _go(self, tab: Tab, form: Form, starts: str, headers: dict[str, str]) -> None:
        if form.mark:
            await self._press(tab, form)
        elif starts:
            await tab.send(form, starts, headers)
        else:
            await tab.open(form.action)

    async def _press(self, tab: Tab, form: Form) -> None:
        marked = tab.page.locator(f'[{MARK}="{form.mark}"]')
        if not await marked.count():
            raise Trouble(Kind.NO_WAY_ON, f"“{form.button}” is no longer on {tab.page.url[:120]}")
        for name, value in self.fills.items():
            await _fill(tab.page.locator(f'[name="{name}"]'), value)
        for box in await tab.page.locator("input[type=checkbox][required]").all():
            await box.check()
        await marked.click()

    async def _note(self, tab: Tab) -> None:
        """Remember what came, and what the browser keeps now."""
        with suppress(BrowserError, TimeoutError):
            async with asyncio.timeout(_NOTING):
                came = await tab.taken()
                self.trail += came
                for answered in came:
                    for name, value in answered.headers:
                        if name == "set-cookie":
                            self.jar.take(answered.address, value)
                self.jar.hold(await cookies.kept(tab.context))


async def _fill(place: Locator, value: str) -> None:
    """Type into a field, if it is there to be typed in."""
    typed = place.and_(place.page.locator(_TYPED))
    if await typed.count():
        await typed.first.fill(value)
    elif await place.count():
        await place.first.dispatch_event("click")
