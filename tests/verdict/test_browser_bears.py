"""Whatever a page does to a real browser is told, and reaches nobody who was not named."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bootstrap.browsers import find_browser
from mock_server.verdict.browser.launching import browser_visitors, resolver_rules
from mock_server.verdict.visitor.fetching import Fetcher
from mock_server.verdict.visitor.limits import Limits
from mock_server.verdict.visitor.reach import Reach, origin_of
from mock_server.verdict.visitor.trouble import Kind, Trouble
from mock_server.verdict.visitor.visitor import Visitor
from tests.verdict.services import Asked, service
from tests.verdict.visiting import NO_MOCK

pytestmark = pytest.mark.timeout(120)


def browse(origin: str, act: Callable[[Visitor], Awaitable[object]]) -> Visitor:
    """A visitor after an act; what a page costs is short."""

    async def whole() -> Visitor:
        fetcher = Fetcher(Reach({origin_of(origin)}, set(), NO_MOCK), Limits(seconds=5, size=100_000, hops=5))
        found = find_browser("chromium")
        named = str(found.executable or found.channel or "")
        async with browser_visitors(named, fetcher) as visitors, visitors.together():
            visitor = visitors.visitor(fetcher, (), {})
            await act(visitor)
        return visitor

    return asyncio.run(whole())


BAD = {
    "loop": ("<script>for (;;);</script>", Kind.HANGS),
    "fetch": ("<script>fetch('/never')</script>", Kind.HANGS),
    "reload": ("<script>location.reload()</script>", Kind.ENDLESS),
    "large": ("<p>" + "x" * 200_000, Kind.TOO_LARGE),
    "silent": ("", Kind.NO_HTTP),
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_page_does_is_told(name: str) -> None:
    content, kind = BAD[name]

    def answer(asked: Asked) -> None:
        if asked.path == "/never":
            asked.handler.rfile.read(1)
        elif name != "silent":
            asked.answer(content)

    with service(answer) as origin, pytest.raises(Trouble) as trouble:
        browse(origin, lambda visitor: visitor.open(origin + "/"))
    assert trouble.value.kind is kind


LEADS = {
    "redirect": lambda asked, other: asked.answer(status=302, Location=other),
    "script": lambda asked, other: asked.answer(f"<script>location = '{other}'</script>"),
    "refresh": lambda asked, other: asked.answer(f'<meta http-equiv="refresh" content="0; url={other}">'),
}


@pytest.mark.parametrize("name", LEADS)
def test_nobody_else_is_gone_to(name: str) -> None:
    called: list[str] = []
    with (
        service(lambda asked: called.append(asked.path)) as other,
        service(lambda asked: LEADS[name](asked, other)) as origin,
        pytest.raises(Trouble) as trouble,
    ):
        browse(origin, lambda visitor: visitor.open(origin + "/"))
    assert trouble.value.kind is Kind.ELSEWHERE
    assert called == []


def test_nobody_else_is_asked_by_a_page_that_stays() -> None:
    called: list[str] = []
    with service(lambda asked: called.append(asked.path)) as other:
        asks = f"<img src='{other}/a'><script>fetch('{other}/b').catch(() => document.title = 'refused')</script>"
        with service(lambda asked: asked.answer(asks)) as origin:
            visitor = browse(origin, lambda visitor: visitor.open(origin + "/"))
    assert "refused" in (visitor.page.answered.text if visitor.page else "")
    assert called == []


def test_what_scripts_ask_is_remembered_with_its_status() -> None:
    def answer(asked: Asked) -> None:
        asked.answer(
            "<script>fetch('/data')</script>" if asked.path == "/" else "Traceback", 200 if asked.path == "/" else 500
        )

    with service(answer) as origin:
        visitor = browse(origin, lambda visitor: visitor.open(origin + "/"))
    assert ("/data", 500, "Traceback") in [
        (one.address.removeprefix(origin), one.status, one.text) for one in visitor.trail
    ]


def test_a_browser_knows_the_hub_by_its_name_alone() -> None:
    reach = Reach({"https://my.service.gov.pl:443"}, {"http://login.localhost:8000"}, "http://127.0.0.1:8000")
    assert resolver_rules(reach) == (
        "MAP login.localhost:8000 127.0.0.1:8000, MAP my.service.gov.pl:443 my.service.gov.pl:443, MAP * ~NOTFOUND"
    )
