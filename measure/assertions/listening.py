"""Being told of every act of a story and of everything that it expects of a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

import pytest
from playwright.sync_api import BrowserContext, Keyboard, Locator, Mouse, Page
from playwright.sync_api._generated import LocatorAssertions, PageAssertions

from measure.assertions.expectation import NOTHING, Given
from measure.assertions.story import ARRIVAL
from mock_server.client import Control
from pages.base import BasePage

_ACTS: dict[type, tuple[str, ...]] = {
    Locator: (
        *("check", "clear", "click", "dblclick", "dispatch_event", "drag_to", "fill", "press", "press_sequentially"),
        *("select_option", "set_checked", "set_input_files", "tap", "type", "uncheck"),
    ),
    Page: ("close", "go_back", "go_forward", "goto", "reload", "set_content"),
    BrowserContext: ("add_cookies", "clear_cookies", "close", "set_offline"),
    Keyboard: ("insert_text", "press", "type"),
    Mouse: ("click", "dblclick", "wheel"),
}
_OF_THE_WORLD = ("/clock", "/faults", "/phones")
"""What is told to the control API about these is an act, too: time passes, something breaks, the phone answers."""
_EXPECTS = ("to_", "not_to_")


class Listener(Protocol):
    """Who is told."""

    def acting(self, name: str, page: Page | None) -> None:
        """An act is about to be done, on a page where it is one of the screen."""

    def expecting(self, what: str, page: Page, selector: str | None, given: Given = NOTHING) -> None:
        """Something is about to be expected, of an element or of the page itself."""


def listen(listener: Callable[[], Listener | None], patch: pytest.MonkeyPatch) -> None:
    """Tell whoever listens at the time, until the patch is undone."""
    for kind, names in _ACTS.items():
        for name in names:
            patch.setattr(kind, name, _telling_act(getattr(kind, name), f"{kind.__name__}.{name}", listener))
    for assertions in (LocatorAssertions, PageAssertions):
        for name in vars(assertions):
            if name.startswith(_EXPECTS):
                patch.setattr(assertions, name, _telling_expectation(getattr(assertions, name), name, listener))
    patch.setattr(Control, "_call", _telling_call(Control._call, listener))
    patch.setattr(BasePage, "__init__", _telling_arrival(BasePage.__init__, listener))


def _telling_act(act: Callable[..., Any], name: str, listener: Callable[[], Listener | None]) -> Callable[..., Any]:
    @wraps(act)
    def told(subject: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - Playwright's
        if (hearing := listener()) and not named.get("trial"):  # whether one could is no act
            hearing.acting(name, _page_of(subject))
        return act(subject, *arguments, **named)

    return told


def _telling_expectation(
    expectation: Callable[..., Any], name: str, listener: Callable[[], Listener | None]
) -> Callable[..., Any]:
    @wraps(expectation)
    def told(subject: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - Playwright's
        hearing, about = listener(), subject._impl_obj
        if hearing and isinstance(subject, PageAssertions):
            hearing.expecting(name, Page(about._actual_page), None, (arguments, named))
        elif hearing and about._actual_locator._frame is about._actual_locator._frame._page.main_frame:
            locator = about._actual_locator
            hearing.expecting(name, Page(locator._frame._page), locator._selector, (arguments, named))
        return expectation(subject, *arguments, **named)

    return told


def _telling_call(call: Callable[..., Any], listener: Callable[[], Listener | None]) -> Callable[..., Any]:
    @wraps(call)
    def told(control: Control, method: str, path: str, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        part = "/".join(["", *path.split("/")[3:4]])
        if (hearing := listener()) and method != "GET" and part in _OF_THE_WORLD:
            hearing.acting(f"{method} {part}", None)
        return call(control, method, path, *arguments, **named)

    return told


def _telling_arrival(init: Callable[..., None], listener: Callable[[], Listener | None]) -> Callable[..., None]:
    @wraps(init)
    def told(shown: BasePage, page: Page) -> None:
        if hearing := listener():
            heading = page.get_by_role("heading", level=1, name=shown.heading)
            hearing.expecting(ARRIVAL, page, heading._impl_obj._selector)
        init(shown, page)

    return told


def _page_of(subject: object) -> Page | None:
    match subject:
        case Page():
            return subject
        case Locator():
            return subject.page
    return None
