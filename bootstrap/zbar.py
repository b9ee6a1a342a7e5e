"""libzbar, the library with which the phone reads QR codes."""

import ctypes

from bootstrap import system
from bootstrap.problem import SetUpError
from bootstrap.screen import say

_NAMES = ("libzbar.so.0", "/opt/homebrew/lib/libzbar.dylib", "/usr/local/lib/libzbar.dylib", "libzbar.dylib")


def present() -> bool:
    """Tell whether the library loads; asks the loader itself, which takes well under a millisecond."""
    for name in _NAMES:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def provide() -> None:
    """Install libzbar where it is missing; raises SetUpError saying what to run where that fails."""
    if present():
        say("libzbar", "already there")
        return
    system.install("libzbar", apt=["libzbar0"], brew="zbar")
    if not present():
        raise SetUpError("libzbar was installed, but does not load. Install Debian's libzbar0 or Homebrew's zbar.")
    say("libzbar", "installed")
