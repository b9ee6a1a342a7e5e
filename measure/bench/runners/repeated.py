"""A pytest plugin, ``-p measure.bench.runners.repeated``: each test as many times as the run has rounds."""

import pytest

from measure.bench.runners.given import read_given


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Number the repetitions, by which their tests have names of their own."""
    metafunc.fixturenames.append("repetition")
    metafunc.parametrize("repetition", range(read_given().rounds))
