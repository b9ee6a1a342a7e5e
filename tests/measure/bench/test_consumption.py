import subprocess
import sys

import pytest

from measure.bench.runners.consumption import consumption

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measured on Linux only")

WORK_S = 1.2
WORK = f"import time\nwhile time.process_time() < {WORK_S}: pass"


def test_work_of_a_process_whose_parent_is_gone_counts_and_so_does_its_memory() -> None:
    orphaning = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {WORK!r}])"
    with consumption() as taken:
        subprocess.run([sys.executable, "-c", orphaning], check=True)
    assert WORK_S <= taken.cpu_s < 2 * WORK_S
    assert taken.memory_mb > 1
