"""A busy machine: processes that do nothing but take the processor's time.

Chromium's own throttle (``Emulation.setCPUThrottlingRate``) would be lost at every change of site: it holds for a
process of the renderer, and each login goes through several sites (measured: 300 ms instead of 1,350 ms for the same
loop right after the first redirect). It would also spare the server, the test and every other browser. These
processes slow all of them, as a busy CI machine does.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PER_CORE = 2
_SPIN = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    sum(range(100_000))"


@contextmanager
def busy_machine(*, wanted: bool) -> Iterator[None]:
    """Let as many processes compete with the suite on each core while the block lasts, if that is wanted."""
    count = (os.cpu_count() or 1) * PER_CORE if wanted else 0
    spinning = [subprocess.Popen([sys.executable, "-c", _SPIN]) for _ in range(count)]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()
