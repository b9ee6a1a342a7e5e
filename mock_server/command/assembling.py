"""The whole server: the sites, with what stands above them hung in."""

import os
from functools import cache
from pathlib import Path

from starlette.types import ASGIApp

from ..kernel import making
from ..server.app import MockServer
from ..server.config import Config
from ..server.option_values import GRADING_VARIABLE


@cache
def load_control() -> ASGIApp:
    """The control API, with what it makes people from; imported at first use, so that a start stays fast."""
    from ..control.routes import Control  # noqa: PLC0415
    from .endpoints import ENDPOINTS  # noqa: PLC0415

    making.load()
    return Control(ENDPOINTS)


def assemble(config: Config) -> MockServer:
    """A server of all sites that the control API steers."""
    server, folder = MockServer(config, {"control": load_control}), os.environ.get(GRADING_VARIABLE)
    if folder:
        from ..check.orders import take_orders  # noqa: PLC0415 - only while tests are graded

        take_orders(server.worlds, Path(folder))
    return server
