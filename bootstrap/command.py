"""The command line of set-up."""

import argparse
import sys
from collections.abc import Sequence

from bootstrap import browser_install, ffmpeg, node_packages, python_packages, venv, webkitgtk, zbar
from bootstrap.candidates import NAMES
from bootstrap.children import STOPPED, stoppable
from bootstrap.problem import SetUpError
from bootstrap.screen import say


def main(arguments: Sequence[str]) -> int:
    """Bring what the goal needs; returns the exit code, 1 after a line that names the missing piece."""
    parser = argparse.ArgumentParser(prog="python3 -m bootstrap", description=__doc__, allow_abbrev=False)
    parser.add_argument("goal", nargs="?", default="e2e", choices=("e2e", "mock", "report"), help="what is to run")
    parser.add_argument("--browser", action="append", choices=NAMES, help="chromium by default; may be repeated")
    parser.add_argument("--webkitgtk", action="store_true", help="the distribution's own WebKit")
    parser.add_argument("--headed", action="store_true", help="a browser with a window")
    parser.add_argument("--connect", help="where the browsers are, if not here: then none is brought")
    # The arguments of the run come along, so that `make e2e ARGS="--browser firefox -k mojeid"` sets up a Firefox.
    wish, _ = parser.parse_known_args(arguments)
    try:
        with stoppable():
            _provide(wish)
    except SetUpError as error:
        print(f"[set-up] {error}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("[set-up] Stopped. The same command goes on from here.", file=sys.stderr, flush=True)
        return STOPPED
    return 0


def _provide(wish: argparse.Namespace) -> None:
    venv.provide()
    python_packages.provide()
    if wish.goal == "mock":
        _try_node_packages()
    else:
        node_packages.provide()
    if wish.goal == "e2e":
        zbar.provide()
        for name in () if wish.connect else dict.fromkeys(wish.browser or ([] if wish.webkitgtk else ["chromium"])):
            browser_install.provide(name, headed=wish.headed)
        if wish.webkitgtk:
            webkitgtk.provide()
        ffmpeg.provide()


def _try_node_packages() -> None:
    """Bring the npm packages to who only clicks, for the one that reads QR codes; the mock does without if it must."""
    try:
        node_packages.provide()
    except SetUpError as error:
        say("npm packages", f"missing, so the app's camera reads no codes. {error}")
