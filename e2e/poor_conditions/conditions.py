"""The table of poor conditions: what is poor, how a place is walked then, and where that makes no sense."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from e2e.poor_conditions import walks
from e2e.poor_conditions.forms import ARRIVAL, PASSING_ON
from e2e.poor_conditions.place import Kind, Place
from e2e.poor_conditions.scene import Scene
from e2e.poor_conditions.waiting import COPY, SESSION

CHROMIUM, FIREFOX = "chromium", "firefox"


@dataclass(frozen=True)
class Condition:
    """One row.

    Attributes:
        id: its name in the report.
        walk: walks a place under it.
        context: what the browser context is given beyond the place's device, or instead.
        spares: why it does not touch a place; nothing where it does.
        engines: the browsers that can be brought into it.
        elsewhere: why the others cannot.
        cuts: whether the browser's bytes go over a network that can be cut.
        before: a script that every page begins with.
        is_about_qr: whether it is a QR that is in danger, which no phone shows.
    """

    id: str
    walk: Callable[[Scene, Place], None]
    spares: Callable[[Place], str] = lambda _place: ""
    context: Mapping[str, Any] = field(default_factory=dict)
    engines: tuple[str, ...] = (CHROMIUM, FIREFOX)
    elsewhere: str = ""
    cuts: bool = False
    before: str = ""
    is_about_qr: bool = False


_NARROW = 700
"""Pixels of width up to which a window is taken for a phone's by e-dowód."""
NO_READER = "no reader is offered to a touch screen or a narrow window: e2e/id_card holds that"
_BY_CDP = "only Chromium's own protocol does that"


def _needs_a_stream(place: Place) -> str:
    return "" if place.kind is Kind.WAIT else "the page waits for nothing"


def _can_be_given_up(place: Place) -> str:
    return "a session ends in every tab: its own story" if place is SESSION else _needs_a_stream(place)


def _needs_a_form(place: Place) -> str:
    return "" if place.kind is Kind.FILL else "nothing is sent from there"


def _needs_an_edge(place: Place) -> str:
    return "" if place.expire else "the page tells of no end: its story holds both sides of the edge"


def _needs_a_qr(place: Place) -> str:
    return "" if place.shows_qr else "no QR is shown"


def _needs_scripts(place: Place) -> str:
    return (
        "the warning is a script's: without one the next page says that the session is over" if place is SESSION else ""
    )


def _shows_a_page(place: Place) -> str:
    if place is COPY:
        return "the window decides between code and QR"
    return "the page is gone at once where scripts run" if place is PASSING_ON else ""


def _offers_a_reader(place: Place) -> str:
    if place.by_reader:
        return NO_READER
    return _shows_a_page(place)


def _copies(place: Place) -> str:
    return "" if place is COPY else "nothing is copied there"


def _sends_something(place: Place) -> str:
    return "nothing is sent from there" if place is ARRIVAL else ""


def _window(id: str, width: int, height: int, **more: Any) -> Condition:  # noqa: A002, ANN401 - a context's own
    context = {"viewport": {"width": width, "height": height}, **more}
    spares = _shows_a_page if width > _NARROW and "has_touch" not in more else _offers_a_reader
    return Condition(id, walks.within_reach, spares, context)


def _touched(id: str, width: int, height: int) -> Condition:  # noqa: A002
    window = _window(id, width, height, has_touch=True)
    return replace(window, engines=(CHROMIUM,), elsewhere="Firefox has no touch screen here")


_IMPATIENT = """{
  const again = (button) => setTimeout(() => button?.click(), 100);
  addEventListener("click", (event) => { if (event.isTrusted) again(event.target.closest("button")); });
  addEventListener("DOMContentLoaded", () => again(document.querySelector("#auto-post button")));
}"""
"""Presses each button again while nothing seems to happen, be it pressed by hand or by the page's script."""
_SENT_LATE = """{
  const send = HTMLFormElement.prototype.requestSubmit;
  HTMLFormElement.prototype.requestSubmit = function (button) {
    addEventListener("load", () => setTimeout(() => send.call(this, button)));
  };
}"""
"""A form that sends itself does so when its page has loaded: a browser then keeps a place in the history for it."""
_NO_CLIPBOARD = """if (navigator.clipboard) navigator.clipboard.writeText = async () => {
  throw new DOMException("Write permission denied.", "NotAllowedError");
};"""

CONDITIONS: tuple[Condition, ...] = (
    Condition("stream-refused", walks.without_streams, _needs_a_stream),
    Condition("stream-silent", walks.with_silent_streams, _needs_a_stream),
    Condition("stream-cut", walks.with_streams_cut, _needs_a_stream, cuts=True),
    Condition("network-gone", walks.without_network, cuts=True),
    Condition(
        "slow-3g",
        walks.on_a_slow_line,
        _sends_something,
        engines=(CHROMIUM,),
        elsewhere=_BY_CDP,
        before=_IMPATIENT,
    ),
    Condition("clipboard-denied", walks.without_clipboard, _copies, before=_NO_CLIPBOARD),
    Condition(
        "no-scripts",
        walks.without_scripts,
        _needs_scripts,
        context={"java_script_enabled": False},
        engines=(CHROMIUM,),
        elsewhere="Firefox is driven by scripts of its own",
    ),
    Condition("given-up-elsewhere", walks.given_up_elsewhere, _can_be_given_up),
    Condition("back-to-form", walks.back_to_the_form, _needs_a_form),
    Condition("back-to-passing-on", walks.back_to_the_form, _needs_a_form, before=_SENT_LATE),
    Condition("thawed", walks.thawed, _needs_a_stream, engines=(CHROMIUM,), elsewhere=_BY_CDP, cuts=True),
    Condition("time-passes", walks.as_time_passes, _needs_an_edge),
    _touched("tablet", 820, 1180),
    _touched("touch-wide", 1280, 800),
    _window("low-wide", 1280, 400),
    _window("low-small", 640, 360),
    _window("zoom-200", 640, 450, device_scale_factor=2),
    Condition("text-200", walks.with_large_text, _shows_a_page, engines=(CHROMIUM,), elsewhere=_BY_CDP),
    Condition(
        "dark",
        walks.in_the_dark,
        _needs_a_qr,
        context={"color_scheme": "dark"},
        is_about_qr=True,
        engines=(CHROMIUM,),
        elsewhere=_BY_CDP,
    ),
)
