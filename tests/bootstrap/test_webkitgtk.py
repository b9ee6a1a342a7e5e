"""WebKitGTK is there whole, or the message says what to install."""

from pathlib import Path

import pytest

from bootstrap import system, webkitgtk
from bootstrap.problem import SetUpError
from bootstrap.shell import Outcome
from bootstrap.webkitgtk import WebKitGtk, find_webkitgtk

WHOLE = ("usr/bin/WebKitWebDriver", "usr/bin/Xvfb", "usr/bin/openbox", "usr/lib/some-linux/webkit2gtk-4.1/MiniBrowser")


def machine(root: Path, *programs: str) -> Path:
    for program in programs:
        (root / program).parent.mkdir(parents=True, exist_ok=True)
        (root / program).touch()
    return root


def test_its_programs_are_found(tmp_path: Path) -> None:
    found = find_webkitgtk(machine(tmp_path, *WHOLE))
    driver, screen, windows, browser = (tmp_path / program for program in WHOLE)
    assert found == WebKitGtk(driver=driver, browser=browser, screen=screen, windows=windows)


@pytest.mark.parametrize("lacking", WHOLE)
def test_a_program_that_is_missing_is_named_with_what_brings_it(tmp_path: Path, lacking: str) -> None:
    machine(tmp_path, *(program for program in WHOLE if program != lacking))
    told = rf"{Path(lacking).name} is missing\. Run: sudo apt-get install .*webkit2gtk-driver xvfb openbox$"
    with pytest.raises(SetUpError, match=told):
        find_webkitgtk(tmp_path)


def test_set_up_installs_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def install(packages: tuple[str, ...]) -> Outcome:
        machine(tmp_path, *WHOLE)
        return Outcome(0, " ".join(packages))

    monkeypatch.setattr(webkitgtk, "find_webkitgtk", lambda: find_webkitgtk(tmp_path))
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "apt_install", install)
    webkitgtk.provide()
    assert "MiniBrowser" in capsys.readouterr().out


def test_elsewhere_than_on_debian_set_up_says_where_it_is_driven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webkitgtk, "find_webkitgtk", lambda: find_webkitgtk(tmp_path))
    monkeypatch.setattr(system, "has_apt", lambda: False)
    with pytest.raises(SetUpError, match="Debian and Ubuntu alone"):
        webkitgtk.provide()
