"""What a start does while the server answers already: its keys, the ready person, and what it has not loaded yet."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module

from ..kernel.kept_files import KeysUnusable
from ..kernel.world import MAIN
from ..server.app import MockServer, site_of
from ..server.aside import load_alone
from .assembling import load_control
from .options import Options


class GettingReady:
    """The work of one start, done in a thread of its own.

    Args:
        app: what is started.
        options: with which it is started.
        port: on which it listens.
        done: called once /ready may say so.
        give_up: called when this server can never be ready; why is printed.

    Attributes:
        failed: whether it gave up.
    """

    def __init__(
        self, app: MockServer, options: Options, port: int, done: Callable[[], None], give_up: Callable[[], None]
    ) -> None:
        self._app, self._options, self._port = app, options, port
        self._done, self._give_up = done, give_up
        self._thread = threading.Thread(target=self._run, name="getting-ready", daemon=True)
        self._ended = threading.Event()
        self.failed = False

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def end(self) -> None:
        """Let it finish what it has begun and no more: a process that ends while a thread imports may never end."""
        self._ended.set()
        if self._thread.ident:
            self._thread.join()

    def _run(self) -> None:
        """Get ready, say so, then load what would keep the first callers waiting."""
        from .logs import set_up_logs  # noqa: PLC0415 - not needed to answer

        set_up_logs(self._options.log)
        try:
            self._open_keys()
        except KeysUnusable as error:
            print(error, file=sys.stderr)
            self.failed = True
            self._give_up()
            return
        told = self._make_person()
        self._done()
        with suppress(OSError):  # nobody reads it
            print(told, flush=True)
        for load in late_imports():
            if self._ended.is_set():
                return
            load()

    def _open_keys(self) -> None:
        """Load every pair of keys that a world may need, or make it: what is wrong with one shows now."""
        from ..saml.node_profiles import NODE_PROFILES  # noqa: PLC0415
        from ..shared.federation import OWN_PARTIES  # noqa: PLC0415 - not needed to answer

        for owner in (*(node.host for node in NODE_PROFILES.values()), *(p.issuer for p in OWN_PARTIES.values())):
            self._app.services.keyring.key_pair(owner)

    def _make_person(self) -> str:
        """Make the ready person; what tells of them and of this start."""
        from .greeting import greeting, make_ready_people  # noqa: PLC0415 - not needed to answer

        options, world = self._options, self._app.worlds.get(MAIN)
        assert world  # noqa: S101 - the main world is always there
        told = [greeting(self._app.addresses, options.bare_host(self._port), make_ready_people(world))]
        if options.token:
            told.append(f"The control API asks for: Authorization: Bearer {options.token}")
        if options.tls:
            told.append(f"Let your browser trust {options.folder / 'ca.pem'}.")
        return "\n".join(told)


def late_imports() -> Iterator[Callable[[], object]]:
    """What a start leaves out, one package at a time so that nobody waits long for one of them."""
    yield partial(load_alone, load_control)
    yield partial(load_alone, site_of, "pacjent")
    for late in ("httpx", "fpdf"):
        yield partial(load_alone, import_module, late)
