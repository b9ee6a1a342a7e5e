"""``python -m examples.provider``: the provider, registered at a mock that runs."""

import argparse
from pathlib import Path

from .desk import Desk
from .registering import make_provider, read_hub, register
from .server import make_server

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m examples.provider", description=__doc__)
    parser.add_argument("--mock", default="http://127.0.0.1:8000", help="its bare host (default: %(default)s)")
    parser.add_argument("--world", default="main")
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--keys", type=Path, default=Path(".przepustka/example"), help="the provider's key lives here")
    given = parser.parse_args()
    provider = make_provider(f"http://localhost:{given.port}", given.keys)
    register(provider, given.mock, given.world)
    print(f"Open http://localhost:{given.port} and log in; Ctrl+C stops.", flush=True)
    try:
        make_server(Desk(provider, read_hub(given.mock, given.world))).serve_forever()
    except KeyboardInterrupt:
        print()
