"""``przepustka check``: with a mock that runs, or with one of its own."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ..saml.keyring import Keyring
from ..server.listening import CannotListen
from ..verdict.checking import check
from ..verdict.judging.picking import PickingRefused
from ..verdict.options import CheckOptions, read_check_options
from ..verdict.telling.progress import Teller
from ..verdict.telling.reports import tell_all
from .options import program
from .running import RunningServer


def main(arguments: list[str]) -> int:
    """Judge a service; returns the exit code."""
    options = read_check_options(arguments, program())
    try:
        with _mock(options) as url:
            verdict = asyncio.run(check(options, url, Teller(sys.stderr).step))
    except (PickingRefused, CannotListen, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped; go on with --resume", file=sys.stderr)
        return 2
    tell_all(verdict, options, f"{program()} check", sys.stdout)
    return verdict.exit_code


@contextmanager
def _mock(options: CheckOptions) -> Iterator[str]:
    """The bare host of the mock."""
    if options.mock_url:
        yield options.mock_url
        return
    with RunningServer(options.port, keyring=Keyring(options.keys)) as server:
        yield f"http://127.0.0.1:{server.port}"
