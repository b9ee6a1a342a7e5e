"""``--connect``: what a Playwright server is told, and which is refused."""

import json
from pathlib import Path
from unittest.mock import Mock

import pytest
from playwright.sync_api import sync_playwright

from bootstrap.browsers import find_browser
from fixtures import browsers_elsewhere
from fixtures.browsers import launch_arguments, start
from fixtures.browsers_elsewhere import connection, program_there, refuse_server
from measure.farm.serving import playwright_server


def config(address: str, *, headed: bool = False) -> pytest.Config:
    options = {"--connect": address, "--headed": headed, "--mock-url": None}
    told = Mock(spec=pytest.Config)
    told.getoption.side_effect = lambda name, default=None: options.get(name, default)
    assert isinstance(told, pytest.Config)
    return told


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1:3000", "write the address of a Playwright server, as in ws://127.0.0.1:3000/"),
        ("ws:///", "write the address"),
        ("ws://127.0.0.1:1/", r"no Playwright server answers .*playwright run-server --unsafe"),
    ],
)
def test_what_is_no_playwright_server_is_refused(address: str, why: str) -> None:
    assert why.partition(" .*")[0] in refuse_server(config(address))
    assert why.partition(".*")[2] in refuse_server(config(address))


def test_no_window_is_promised_of_a_browser_elsewhere() -> None:
    assert "leave --headed out" in refuse_server(config("ws://127.0.0.1:1/", headed=True))


def test_a_server_of_this_version_starts_our_program_with_our_arguments_and_of_another_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PRZEPUSTKA_BROWSER", str(find_browser("chromium").executable or ""))
    with playwright_server("--port", "0", "--host", "127.0.0.1") as said:
        farm = config(said.split()[-1])
        assert refuse_server(farm) == ""
        with sync_playwright() as playwright:
            browser = start(playwright, farm, "chromium")
            page = browser.new_page()
            with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):  # by the guard's own argument
                page.goto("http://przepustka.example/")
            browser.close()
        monkeypatch.setattr(browsers_elsewhere, "version", lambda _package: "1.63.0")
        assert "that Playwright server is of another version; start one there" in refuse_server(farm)


def test_a_program_over_there_is_named_by_its_path_and_need_not_be_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRZEPUSTKA_BROWSER", "/over/there/firefox-esr")
    assert program_there("firefox") == {"executable_path": "/over/there/firefox-esr", "channel": "moz-firefox"}
    assert program_there("chromium") == {}
    arguments = launch_arguments(config("ws://there/"), "firefox", {"slow_mo": 5})
    (told,) = connection("ws://there/", arguments)["headers"].values()
    sent = json.loads(told)
    assert sent["executablePath"] == "/over/there/firefox-esr"
    assert sent["firefoxUserPrefs"]["fission.bfcacheInParent"] is False
    assert (sent["slowMo"], "handle_sigint" in sent) == (5, False)


def test_a_program_here_is_chosen_where_the_browsers_are_here() -> None:
    found = find_browser("chromium")
    assert launch_arguments(config(""), "chromium", {}).get("executable_path") == found.executable
    assert isinstance(found.executable, Path | None)
