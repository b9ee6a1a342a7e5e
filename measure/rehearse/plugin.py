"""The pytest plugin of the rehearsal: breaks what no fault of the mock can, the machine and our own code.

Loaded only by the runner (``-p measure.rehearse.plugin``); no other run knows of it.
"""

import asyncio
import os
import signal
from collections.abc import Callable

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

SECONDS = 40
"""After which a slow hub answers: longer than anything waits."""
_KILLED = "mojeid"
"""The test that kills its worker has this in its name."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    parser.addoption("--rehearse", choices=sorted(_BREAKS), metavar="BREAK", help="break this")


def pytest_configure(config: pytest.Config) -> None:
    """Break it."""
    if wanted := config.getoption("--rehearse"):
        _BREAKS[wanted](config)


def _slow(_config: pytest.Config) -> None:
    from mock_server.server import app  # noqa: PLC0415 - what is broken is loaded only where it is

    true_site = app.site_of

    def slow_site_of(name: str) -> ASGIApp:
        site = true_site(name)

        async def answer_late(scope: Scope, receive: Receive, send: Send) -> None:
            await asyncio.sleep(SECONDS)
            await site(scope, receive, send)

        return answer_late if name == "login" else site

    setattr(app, "site_of", slow_site_of)  # noqa: B010 - a name of another module


def _fixture(_config: pytest.Config) -> None:
    from fixtures import account  # noqa: PLC0415

    setattr(account, "bare_client", None)  # noqa: B010 - a name of another module


def _browser(_config: pytest.Config) -> None:
    from bootstrap import browsers  # noqa: PLC0415

    setattr(browsers, "_wanted", lambda *_which, **_how: ())  # noqa: B010 - a name of another module


def _worker(config: pytest.Config) -> None:
    config.pluginmanager.register(_Killer())


class _Killer:
    """Kills the process that runs a test, in the middle of it."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        """As the kernel does where memory is short."""
        if _KILLED in item.name:
            os.kill(os.getpid(), signal.SIGKILL)


_BREAKS: dict[str, Callable[[pytest.Config], None]] = {
    "slow": _slow,
    "fixture": _fixture,
    "browser": _browser,
    "worker": _worker,
}
