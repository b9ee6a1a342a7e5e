"""The command ``check``: with a mock of its own, its reports and its exit code."""

from pathlib import Path

import pytest

from mock_server.command.words import main
from mock_server.server.listening import listen

NOBODY = ["--start", "http://127.0.0.1:9/", "--inside", "http://127.0.0.1:9/"]


def test_a_service_that_is_not_there_cannot_be_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    words = ["check", *NOBODY, "--port", "0", "--keys", str(tmp_path / "keys"), "--output", str(folder)]
    assert main(words) == 2
    assert "no verdict: the page of --inside cannot be had" in capsys.readouterr().out
    assert {file.name for file in folder.iterdir()} >= {"index.html", "junit.xml", "verdict.json"}


def test_a_taken_port_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with listen() as taken:
        port = taken.getsockname()[1]
        assert main(["check", *NOBODY, "--port", str(port), "--output", str(tmp_path)]) == 2
    assert str(port) in capsys.readouterr().err


def test_a_mock_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *NOBODY, "--mock-url", "http://127.0.0.1:9", "--output", str(tmp_path)]) == 2
    assert "no mock answers" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (["--start", "service"], "write it whole"),
        (["--pointer", "user"], "begins with /"),
        (["--shows", "{psel}"], "{pesel}"),
        (["--at-once", "0"], "from 1"),
        (["--patience", "never"], "from 1 to 600"),
    ],
    ids=["start", "pointer", "shows", "at-once", "patience"],
)
def test_a_wrong_word_is_told_what_to_write(word: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", *NOBODY, *word])
    assert told in capsys.readouterr().err
