import pytest

from bootstrap import browser_install, system
from bootstrap.browsers import Browser, BrowserMissing
from bootstrap.shell import Outcome

REFUSED = Outcome(1, "Downloading\nError: getaddrinfo ENOTFOUND\n    at somewhere")


class Attempts:
    """Stands for a machine on which a browser works after the given number of programs were run."""

    def __init__(self, patch: pytest.MonkeyPatch, *, works_after: int, apt: Outcome) -> None:
        self.ran: list[str] = []
        self._apt = apt
        self._works_after = works_after
        patch.setattr(browser_install, "try_browsers", self.try_browsers)
        patch.setattr(browser_install, "run", self.run)
        patch.setattr(browser_install, "_downloaded", lambda _name: False)
        patch.setattr(system, "has_apt", lambda: True)
        patch.setattr(system, "apt_install", self.apt_install)

    def try_browsers(self, name: str, *, headed: bool) -> Browser:
        if len(self.ran) < self._works_after:
            raise BrowserMissing(f"No {name} here, headed {headed}.")
        return Browser(name, None, None, "156.0")

    def run(self, command: list[str], *, seconds: float) -> Outcome:
        assert seconds > 0
        self.ran.append("download " + str(command[-1]))
        return REFUSED

    def apt_install(self, packages: list[str]) -> Outcome:
        self.ran.append("apt " + packages[0])
        return self._apt


def test_a_browser_that_works_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = Attempts(monkeypatch, works_after=0, apt=REFUSED)
    browser_install.provide("chromium", headed=False)
    assert attempts.ran == []


def test_the_download_goes_before_the_distribution(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    attempts = Attempts(monkeypatch, works_after=2, apt=Outcome(0, ""))
    browser_install.provide("chromium", headed=False)
    assert attempts.ran == ["download chromium", "apt chromium-headless-shell"]
    assert "Playwright's download cannot be had: Error: getaddrinfo ENOTFOUND\n" in capsys.readouterr().out


def test_without_a_shell_the_whole_browser_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = Attempts(monkeypatch, works_after=9, apt=REFUSED)
    with pytest.raises(BrowserMissing, match=r"none can be had: Playwright's download \(Error: .*; package chromium "):
        browser_install.provide("chromium", headed=False)
    assert attempts.ran == ["download chromium", "apt chromium-headless-shell", "apt chromium"]


def test_firefox_comes_from_debian_as_esr(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = Attempts(monkeypatch, works_after=2, apt=Outcome(0, ""))
    browser_install.provide("firefox", headed=False)
    assert attempts.ran == ["download firefox", "apt firefox-esr"]
