"""Starting a browser that reaches nobody but the service and the mock, whatever a page asks it to do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from ..judging.baseline import CannotJudge
from ..visitor.fetching import Fetcher
from ..visitor.reach import Reach, origin_of
from ..visitor.trouble import Trouble
from ..visitor.visitors import Visitors

_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--no-first-run",
)
_INSTALL = "pip install 'przepustka[browser]' && playwright install chromium"


@asynccontextmanager
async def browser_visitors(named: str, fetcher: Fetcher) -> AsyncIterator[Visitors]:
    """Visitors of one Chromium.

    Args:
        named: its program, or a channel of Playwright's such as ``chrome``; empty for Playwright's own.
        fetcher: knows who may be spoken to, and whom https is trusted by.

    Raises:
        CannotJudge: there is no Playwright, no such browser, or a certificate that is not to be trusted.
    """
    try:
        from playwright.async_api import Error, async_playwright  # noqa: PLC0415 - the wheel does without

        from .visitors import BrowserVisitors  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise CannotJudge(f"--browser needs Playwright, which is not installed: {_INSTALL}") from error
    await _trusted(fetcher)
    async with async_playwright() as playwright:
        arguments = [*_ARGUMENTS, f"--host-resolver-rules={resolver_rules(fetcher.reach)}"]
        program, channel = _program(named)
        try:
            browser = await playwright.chromium.launch(args=arguments, executable_path=program, channel=channel)
        except Error as error:
            told = str(error).strip().splitlines()[0]
            mend = f"install one ({_INSTALL}), or name yours: --browser /path/to/chromium"
            raise CannotJudge(f"the browser does not start ({told}): {mend}") from error
        yield BrowserVisitors(browser)
        await browser.close()


def resolver_rules(reach: Reach) -> str:
    """What the browser finds by any name or number: the service, the mock, and else nothing."""
    rules = []
    for origin in sorted({origin_of(one) for one in (*reach.service, *reach.hub)}):
        there, port = reach.where(origin)
        named = urlsplit(origin)
        rules.append(f"MAP {_host(named.hostname or '')}:{named.port} {_host(there)}:{port}")
    return ", ".join([*rules, "MAP * ~NOTFOUND"])


def _host(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _program(named: str) -> tuple[str | None, str | None]:
    """The file to start, or the channel."""
    if not named or Path(named).is_file():
        return named or None, None
    if "/" in named or "\\" in named:
        raise CannotJudge(f"--browser names {named}, and there is no such file: correct it, or leave it out")
    return None, named


async def _trusted(fetcher: Fetcher) -> None:
    """Check certificates where --ca says by whom: Chromium takes no authority by its command line."""
    for origin in sorted(fetcher.reach.service):
        if fetcher.ca and origin.startswith("https:"):
            try:
                await fetcher.fetch("HEAD", f"{origin}/", {})
            except Trouble as trouble:
                raise CannotJudge(f"{origin} cannot be reached: {trouble}") from trouble
