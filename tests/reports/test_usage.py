"""A wrong argument is told once, with workers as without."""

from pathlib import Path

import pytest

from tests.reports.session import run

PLUGIN = "fixtures.usage"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-k", "no such"), "Wrong expression passed to '-k'"),
        (("-m", "a b"), "Wrong expression passed to '-m'"),
        (("nowhere.py",), "file or directory not found: nowhere.py"),
    ],
)
@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_wrong_argument_is_told_once_and_ends_as_pytest_says(
    tmp_path: Path, arguments: tuple[str, ...], said: str, workers: str
) -> None:
    (tmp_path / "test_it.py").write_text("def test_one(): pass\n")
    done = run(tmp_path, PLUGIN, "-n", workers, *arguments)
    printed = done.stdout + done.stderr
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert printed.count(said) == 1, printed
    assert "INTERNALERROR" not in printed


def test_no_test_chosen_ends_as_pytest_says(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text("def test_one(): pass\n")
    assert run(tmp_path, PLUGIN, "-n", "2", "-k", "two").returncode == pytest.ExitCode.NO_TESTS_COLLECTED
