"""The command line of ``python -m mock_server``."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .. import __version__
from ..kernel.secret import opaque_id
from ..server import option_values
from ..server.listening import LOOPBACK
from ..web.addresses import Addresses, is_loopback

DEFAULT_PORT = 8000
DEFAULT_FOLDER = Path(".przepustka")
TOKEN_VARIABLE = "PRZEPUSTKA_TOKEN"
_EVERY_ADDRESS = {"0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104 - which one a person asks, of all


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        token: of the control API; given, or made where others than this machine may ask; else None.
        allowed_hosts: by which further names the bare host may be asked.
        folder: where keys and the certificate authority are kept.
        providers: a file of service providers, known in every world.
    """

    host: str
    port: int
    public_url: str | None
    allowed_hosts: tuple[str, ...]
    tls: bool
    token: str | None
    folder: Path
    providers: Path | None
    node: str
    lenient: bool
    log: str

    def addresses(self, port: int) -> Addresses:
        """How browsers reach the sites of a server that listens on this port."""
        if self.public_url is None:
            return Addresses("https" if self.tls else "http", port=port)
        public = urlsplit(self.public_url)
        return Addresses(public.scheme, public.hostname or "localhost", public.port)

    def bare_host(self, port: int) -> str:
        """Where a person asks the control API of a server that listens on this port."""
        host = _EVERY_ADDRESS.get(self.host, self.host)
        own = f"{'https' if self.tls else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"
        return own if self.public_url is None else self.public_url


def program() -> str:
    """How the command is called, whatever name the package has."""
    return f"python -m {__package__.partition('.')[0]}"


def read_options(arguments: list[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog=program(),
        description="login.gov.pl and every system around it, on one port.",
        epilog="More commands, each with --help: "
        "check judges a service, grade its tests, forward leads browsers elsewhere to the mock.",
    )
    parser.add_argument("--version", action="version", version=f"przepustka {__version__}")
    parser.add_argument(
        "--port", type=option_values.port, default=DEFAULT_PORT, help="0 takes any free one (default: %(default)s)"
    )
    parser.add_argument(
        "--host", type=option_values.host, default=LOOPBACK, help="where to listen (default: %(default)s)"
    )
    parser.add_argument(
        "--public-url",
        type=option_values.public_url,
        metavar="URL",
        help="what browsers see instead, such as http://localhost:9000 before a container",
    )
    parser.add_argument(
        "--allow-host",
        type=option_values.host,
        action="append",
        default=[],
        metavar="NAME",
        help="a further name by which the bare host may be asked, such as the container's; repeatable",
    )
    parser.add_argument("--tls", action="store_true", help="https, with a certificate authority made on this machine")
    parser.add_argument(
        "--token",
        type=option_values.given_by(TOKEN_VARIABLE, option_values.token),
        default=os.environ.get(TOKEN_VARIABLE),
        help=f"of the control API; or {TOKEN_VARIABLE}",
    )
    parser.add_argument(
        "--keys",
        type=option_values.folder,
        default=DEFAULT_FOLDER,
        metavar="FOLDER",
        help="keys live here, made at need",
    )
    parser.add_argument("--providers", type=Path, metavar="FILE", help="service providers: YAML, JSON or SAML metadata")
    parser.add_argument("--node", choices=("symulator", "integration", "production"), default="symulator")
    parser.add_argument("--lenient", action="store_true", help="accept unknown issuers with the certificate they send")
    parser.add_argument("--log", choices=("text", "json"), default="text", help="how to log (default: %(default)s)")
    given = parser.parse_args(arguments)
    public = urlsplit(given.public_url or "").hostname
    private = is_loopback(given.host) and (public is None or is_loopback(public))
    token = given.token or (None if private else opaque_id())
    return Options(
        given.host, given.port, given.public_url, tuple(given.allow_host), given.tls, token, given.keys,
        given.providers, given.node, given.lenient, given.log,
    )  # fmt: skip
