"""The first word says what to do, and without one the sites are served as ever."""

import pytest

from mock_server.command import words


@pytest.mark.parametrize(
    ("given", "left"), [([], []), (["serve"], []), (["serve", "--port", "0"], ["--port", "0"]), (["--tls"], ["--tls"])]
)
def test_the_sites_are_served(given: list[str], left: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[list[str]] = []
    monkeypatch.setattr(words, "serve", served.append)
    words.main(given)
    assert served == [left]


def test_check_wants_a_service(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        words.main(["check"])
    assert ended.value.code == 2
    assert "--start, --inside" in capsys.readouterr().err
