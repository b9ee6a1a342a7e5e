"""The whole server: the sites, with what stands above them hung in."""

from functools import cache

from starlette.types import ASGIApp

from ..kernel import making
from ..server.app import MockServer
from ..server.config import Config


@cache
def load_control() -> ASGIApp:
    """The control API, with what it makes people from; imported at first use, so that a start stays fast."""
    from ..control.routes import Control  # noqa: PLC0415
    from .endpoints import ENDPOINTS  # noqa: PLC0415

    making.load()
    return Control(ENDPOINTS)


def assemble(config: Config) -> MockServer:
    """A server of all sites that the control API steers."""
    return MockServer(config, {"control": load_control})
