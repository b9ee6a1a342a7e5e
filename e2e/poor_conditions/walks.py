"""How a place is walked under each condition. Every walk ends as the place's last step does."""

import re
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Error, Request, Route, expect
from playwright.sync_api import TimeoutError as TimedOut

from e2e.poor_conditions.place import Back, Kind, Place, Step, into_account
from e2e.poor_conditions.scene import Scene
from fixtures.quiet_zone import MODULES, narrowest_margin
from fixtures.reach import out_of_reach
from pages.anywhere import Anywhere
from pages.login.refused import UsedPage
from pages.login_mobywatel.code import CodePage
from pages.pacjent.front import PortalPage

_STATUS = re.compile(r"/(stan|status|sesja/[^/]+)$")
"""Where waiting pages ask what has happened."""
_LONG = 60_000
"""Milliseconds after which a page has looked for itself, should nobody tell it anything."""
_SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""As Chromium's own tools mean it: milliseconds, and bytes a second."""
_BLACK = """() => {
  for (const one of document.querySelectorAll("html, body, main")) one.style.background = "#000";
}"""
_NOT_HIDDEN = """all => all.filter((one) => {
  for (let box = one; box; box = box.parentElement) if (getComputedStyle(box).display === "none") return false;
  return true;
}).map((one) => one.textContent)"""
"""What is folded up counts as not hidden: whoever unfolds it sees it."""
_LARGE = {"standard": 32, "fixed": 26}
"""Twice the sizes that Chromium gives text unless a person wants others, in pixels."""


def plainly(scene: Scene, place: Place) -> None:
    """Nothing more than the browser itself is poor."""
    place.open(scene)
    go_on(scene, place)


def without_scripts(scene: Scene, place: Place) -> None:
    """No script runs, and nothing stands there that only a script would do."""
    place.open(scene)
    assert scene.page.locator("button[type=button]").evaluate_all(_NOT_HIDDEN) == []
    go_on(scene, place)


def go_on(scene: Scene, place: Place) -> None:
    for step in place.steps:
        take(scene, place, step)


def take(scene: Scene, place: Place, step: Step) -> None:
    """One step. Who waits without scripts looks again by hand."""
    step.do(scene)
    if place.kind is Kind.WAIT and not scene.has_scripts:
        Anywhere(scene.page).choose_look_again()
    step.told(scene)


def within_reach(scene: Scene, place: Place) -> None:
    """Whatever there is to press on the way comes into the window under the wheel, with nothing over it."""
    place.open(scene)
    for step in place.steps:
        assert out_of_reach(scene.page) == []
        take(scene, place, step)
    assert out_of_reach(scene.page) == []


def with_large_text(scene: Scene, place: Place) -> None:
    """The person has set the browser's text to twice its size, and gets it."""
    scene.cdp.send("Page.setFontSizes", {"fontSizes": _LARGE})
    within_reach(scene, place)
    expect(scene.page.locator("body")).to_have_css("font-size", f"{_LARGE['standard']}px")


def with_streams(scene: Scene, spoil: Callable[[Route], None]) -> None:
    def answer(route: Route) -> None:
        if _is_stream(route.request):
            spoil(route)
        else:
            route.continue_()

    scene.page.context.route(_STATUS, answer)


def without_streams(scene: Scene, place: Place) -> None:
    """Every event stream is refused."""
    with_streams(scene, lambda route: route.abort())
    plainly(scene, place)


def with_silent_streams(scene: Scene, place: Place) -> None:
    """Every event stream opens and brings nothing: something on its way keeps it back."""
    with_streams(scene, lambda _route: None)
    scene.page.clock.install()
    place.open(scene)
    for step in place.steps:
        step.do(scene)
        scene.page.wait_for_load_state()  # else its script would begin to wait only after the jump
        scene.page.clock.fast_forward(_LONG)
        step.told(scene)


def with_streams_cut(scene: Scene, place: Place) -> None:
    """The stream breaks, and no further one opens."""
    place.open(scene)
    cut(scene)
    with_streams(scene, lambda route: route.abort())
    scene.network.mend()
    go_on(scene, place)


def cut(scene: Scene) -> None:
    """Cut the network; the page has asked in vain when this ends."""
    try:
        with scene.page.expect_event("requestfailed", lambda request: not _is_stream(request)):
            scene.network.cut()
    except TimedOut as error:
        raise AssertionError("the page gave up asking when the network was cut") from error


def without_network(scene: Scene, place: Place) -> None:
    """It happens while the network is gone; or the form is sent then, and again from the page before."""
    place.open(scene)
    first, *others = place.steps
    spoiled = {Kind.WAIT: happens_unheard, Kind.FILL: sends_in_vain, Kind.PASS: loses_the_last_request}
    spoiled[place.kind](scene, place, first)
    first.told(scene)
    for step in others:
        take(scene, place, step)


def happens_unheard(scene: Scene, _place: Place, step: Step) -> None:
    """What the page waits for happens while the network is gone."""
    cut(scene)
    step.do(scene)
    scene.network.mend()


def sends_in_vain(scene: Scene, _place: Place, step: Step) -> None:
    """A form reaches nobody; the person reloads when the network works again."""
    scene.network.cut()
    with suppress(Error):
        step.do(scene)
    stand_before_an_error(scene)
    scene.network.mend()
    scene.page.reload()


def loses_the_last_request(scene: Scene, place: Place, step: Step) -> None:
    """The page that passes on reaches nobody; the person reloads."""
    scene.page.route(place.loses, lambda route: route.abort(), times=1)
    with suppress(Error):
        step.do(scene)
    stand_before_an_error(scene)
    scene.page.reload()


def stand_before_an_error(scene: Scene) -> None:
    """The browser itself says that the page cannot be had; Firefox's own page is never told to be loaded."""
    scene.page.wait_for_url(lambda address: not address.startswith("http"), wait_until="commit")


def on_a_slow_line(scene: Scene, place: Place) -> None:
    """Bytes trickle, and the person presses everything twice."""
    place.open(scene)
    scene.cdp.send("Network.enable")
    scene.cdp.send("Network.emulateNetworkConditions", _SLOW_3G)
    go_on(scene, place)


def without_clipboard(scene: Scene, place: Place) -> None:
    """The browser lets no script write to the clipboard: the person's own keys do."""
    place.open(scene)
    page = CodePage(scene.page)
    page.copy_tile.click()
    page.expect_notice("Nie udało się skopiować")
    scene.page.keyboard.press("ControlOrMeta+C")
    typing = scene.phone.log_in().choose_qr().choose_type()
    typing.fill_from_clipboard().submit().choose_approve()
    into_account(scene)


def back_to_the_form(scene: Scene, place: Place) -> None:
    """The form has been sent, and the person goes back to it: to send it again, or to be told to begin again."""
    place.open(scene)
    first, *others = place.steps
    take(scene, place, first)
    scene.page.go_back()
    if place.back is Back.SPENT:
        UsedPage(scene.page).choose_portal(PortalPage)
        return
    for step in [first, *others] if place.back is Back.AGAIN else others:
        take(scene, place, step)


def given_up_elsewhere(scene: Scene, place: Place) -> None:
    """The person gives the login up in another tab: this one does not wait on."""
    place.open(scene)
    tab = scene.page.context.new_page()
    tab.goto(scene.page.url)
    Anywhere(tab).choose_cancel()
    UsedPage(scene.page)


def thawed(scene: Scene, place: Place) -> None:
    """The tab is frozen, the line breaks meanwhile, and the tab is woken."""
    place.open(scene)
    first, *others = place.steps
    scene.cdp.send("Page.setWebLifecycleState", {"state": "frozen"})
    scene.network.cut()
    first.do(scene)
    scene.network.mend()
    scene.cdp.send("Page.setWebLifecycleState", {"state": "active"})
    first.told(scene)
    for step in others:
        take(scene, place, step)


def as_time_passes(scene: Scene, place: Place) -> None:
    """Real time passes over the edge, with nobody's hand on the world's clock."""
    assert place.expire
    assert place.expired
    place.open(scene)
    place.expire(scene)
    place.expired(scene)


def in_the_dark(scene: Scene, place: Place) -> None:
    """The browser darkens every page, and what is around the code is black: it keeps its quiet zone."""
    scene.cdp.send("Emulation.setAutoDarkModeOverride", {"enabled": True})
    place.open(scene)
    scene.page.evaluate(_BLACK)
    margin = narrowest_margin(scene.page.screenshot())
    assert round(margin) >= MODULES, f"only {margin:.1f} modules of light are beside the code"
    go_on(scene, place)


def _is_stream(request: Request) -> bool:
    return request.headers.get("accept") == "text/event-stream"
