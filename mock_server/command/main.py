"""Serving from the command line until stopped."""

import io
import sys
import threading
from collections.abc import Callable
from ssl import SSLContext

from ..kernel.world import World
from ..saml.keyring import Keyring
from ..server.app import MockServer
from ..server.config import Config
from ..server.listening import CannotListen, StoppableServer, listen
from .assembling import assemble
from .getting_ready import GettingReady
from .options import Options, read_options


def main(arguments: list[str] | None = None) -> int:
    """Serve until stopped; returns the exit code. Without arguments those of the command line count."""
    _print_what_the_console_cannot_show_too()
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    ready = threading.Event()
    try:
        listener = listen(options.port, options.host)
        port = listener.getsockname()[1]
        hosts = frozenset((options.host, *options.allowed_hosts))
        keyring, prepare = Keyring(options.folder), _preparation(options)
        app = assemble(Config(options.addresses(port), keyring, options.token, prepare, hosts, ready.is_set))
        tls = _tls(options, app)
    except (CannotListen, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    server = StoppableServer(app, tls)
    getting_ready = GettingReady(app, options, port, ready.set, server.stop)
    server.when_started(getting_ready.start)
    server.run(sockets=[listener])
    getting_ready.end()
    return 1 if getting_ready.failed else 0


def _print_what_the_console_cannot_show_too() -> None:
    """Let no letter that the console's encoding lacks end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _preparation(options: Options) -> Callable[[World], None]:
    """What every new world is given."""
    if not (options.providers or options.lenient or options.node != "symulator"):
        return lambda _world: None
    from ..saml.node_profiles import NODE_PROFILES  # noqa: PLC0415
    from ..shared.federation import Federation  # noqa: PLC0415 - SAML need not load at a plain start
    from ..shared.registration import read_providers_file  # noqa: PLC0415

    providers = read_providers_file(options.providers) if options.providers else {}
    node = NODE_PROFILES[options.node]
    return lambda world: world.put(Federation(node, options.lenient, providers=dict(providers)))


def _tls(options: Options, app: MockServer) -> SSLContext | None:
    if not options.tls:
        return None
    from ..server.tls import context_of_server  # noqa: PLC0415 - only where it is asked for

    return context_of_server(app, options.folder, options.host, *options.allowed_hosts)
