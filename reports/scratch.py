"""Temporary files of a walk, which go with it however it ends: a worker that is killed cleans up nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory


@contextmanager
def scratch() -> Iterator[dict[str, str]]:
    """The environment of a program whose temporary files all lie in one folder, which is gone where the block ends."""
    with TemporaryDirectory(prefix="przepustka-", ignore_cleanup_errors=True) as folder:
        yield os.environ | {"TMPDIR": folder}
