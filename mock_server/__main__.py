"""``python -m mock_server``: the sites alone, on one port."""

import sys
import threading
from collections.abc import Callable
from ssl import SSLContext

from .app import MockServer
from .house import Wishes
from .kernel.world import MAIN, World
from .keyring import Keyring
from .options import Options, read_options
from .running import PortInUse, StoppableServer, listen
from .web.addresses import host_name


def main(arguments: list[str] | None = None) -> int:
    """Serve until stopped; returns the exit code. Without arguments those of the command line count."""
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    try:
        listener = listen(options.port, options.host)
        prepare = _preparation(options)
    except (PortInUse, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    port = listener.getsockname()[1]
    hosts = frozenset(map(host_name, (options.host, *options.allowed_hosts)))
    wishes = Wishes(options.addresses(port), Keyring(options.folder), options.token, prepare, hosts)
    app = MockServer(wishes)
    server = StoppableServer(app, _tls(options))
    server.when_started(lambda: threading.Thread(target=_greet, args=(app, options, port), daemon=True).start())
    server.run(sockets=[listener])
    return 0


def _preparation(options: Options) -> Callable[[World], None]:
    """What every new world is given."""
    if not (options.providers or options.lenient or options.node != "symulator"):
        return lambda _world: None
    from .federation import Federation  # noqa: PLC0415 - SAML need not load at a plain start
    from .registration import read_providers_file  # noqa: PLC0415
    from .saml.node_profiles import NODE_PROFILES  # noqa: PLC0415

    providers = read_providers_file(options.providers) if options.providers else {}
    node = NODE_PROFILES[options.node]
    return lambda world: world.put(Federation(node, options.lenient, providers=dict(providers)))


def _tls(options: Options) -> SSLContext | None:
    if not options.tls:
        return None
    from .tls import certificate_authority, server_context  # noqa: PLC0415 - only where it is asked for

    return server_context(certificate_authority(options.folder), options.host)


def _greet(app: MockServer, options: Options, port: int) -> None:
    """Make and present the ready person while the server already answers."""
    from .greeting import greeting, make_ready_person  # noqa: PLC0415 - not needed to answer
    from .logs import set_up_logs  # noqa: PLC0415

    set_up_logs(options.log)
    world = app.worlds.get(MAIN)
    if world:
        print(greeting(app.addresses, options.bare_host(port), make_ready_person(world)), flush=True)
        if options.token:
            print(f"The control API asks for: Authorization: Bearer {options.token}", flush=True)
        if options.tls:
            print(f"Let your browser trust {options.folder / 'ca.pem'}.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
