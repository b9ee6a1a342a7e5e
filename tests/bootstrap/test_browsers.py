import contextlib
import dataclasses
import os
import time
from pathlib import Path

import pytest

from bootstrap.browsers import Browser, BrowserMissing, find_browser, try_browsers
from bootstrap.machine import Machine
from tests.bootstrap.conftest import MakeProgram

OWN_SHELL = ("chromium_headless_shell-7", "chrome-headless-shell-linux64/chrome-headless-shell")
OWN_CHROMIUM = ("chromium-7", "chrome-linux64/chrome")
OWN_FIREFOX = ("firefox-5", "firefox/firefox")


def test_playwrights_own_goes_first(machine: Machine, make_program: MakeProgram, make_own: MakeProgram) -> None:
    make_program("bin/chromium-headless-shell")
    make_own(*OWN_SHELL)
    assert find_browser("chromium", machine=machine) == Browser("chromium", None, None, "156.0")


def test_half_a_download_does_not_count(machine: Machine, make_program: MakeProgram, make_own: MakeProgram) -> None:
    shell = make_program("bin/chromium-headless-shell")
    make_own(*OWN_SHELL, whole=False)
    assert find_browser("chromium", machine=machine).executable == shell


def test_another_revision_does_not_count(machine: Machine, make_own: MakeProgram) -> None:
    make_own("chromium_headless_shell-6", OWN_SHELL[1])
    with pytest.raises(BrowserMissing):
        find_browser("chromium", machine=machine)


def test_without_a_window_playwrights_whole_chromium_serves_too(machine: Machine, make_own: MakeProgram) -> None:
    make_own(*OWN_CHROMIUM)
    assert find_browser("chromium", machine=machine).channel == "chromium"


def test_with_a_window_a_headless_shell_does_not_serve(
    machine: Machine, make_program: MakeProgram, make_own: MakeProgram
) -> None:
    make_own(*OWN_SHELL)
    make_program("bin/chromium-headless-shell")
    chrome = make_program("bin/google-chrome")
    assert find_browser("chromium", headed=True, machine=machine).executable == chrome


def test_order_on_the_machine(machine: Machine, make_program: MakeProgram) -> None:
    names = ["microsoft-edge", "chromium", "google-chrome", "chromium-headless-shell"]
    for name in names:
        program = make_program(f"bin/{name}")
        assert find_browser("chromium", machine=machine).executable == program


def test_an_application_of_macos_is_found(machine: Machine, make_program: MakeProgram, tmp_path: Path) -> None:
    program = make_program("Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    mac = dataclasses.replace(machine, applications=(tmp_path / "Applications",))
    assert find_browser("chromium", machine=mac).executable == program


def test_a_stock_firefox_is_driven_over_bidi(machine: Machine, make_program: MakeProgram) -> None:
    program = make_program("bin/firefox-esr")
    assert find_browser("firefox", machine=machine) == Browser("firefox", program, "moz-firefox", "")


def test_playwrights_own_firefox_needs_no_channel(machine: Machine, make_own: MakeProgram) -> None:
    make_own(*OWN_FIREFOX)
    assert find_browser("firefox", machine=machine) == Browser("firefox", None, None, "157.0")


def test_webkit_is_found_by_a_revision_of_an_older_system(machine: Machine, make_own: MakeProgram) -> None:
    make_own("webkit-2", "pw_run.sh")
    assert find_browser("webkit", machine=machine) == Browser("webkit", None, None, "27.2")


def test_a_browser_that_does_not_start_is_passed_over(machine: Machine, make_program: MakeProgram) -> None:
    make_program("bin/chromium-headless-shell", version="")
    chrome = make_program("bin/google-chrome", version="155.0.1")
    assert try_browsers("chromium", headed=False, machine=machine) == Browser("chromium", chrome, None, "155.0.1")
    assert find_browser("chromium", machine=machine).executable == chrome


def test_a_repaired_browser_is_seen_again(machine: Machine, make_program: MakeProgram) -> None:
    broken = make_program("bin/chromium", version="")
    with pytest.raises(BrowserMissing):
        try_browsers("chromium", headed=False, machine=machine)
    make_program("bin/chromium", version="156.0.1")
    os.utime(broken, ns=(1, 1))
    assert try_browsers("chromium", headed=False, machine=machine).version == "156.0.1"


def test_finding_starts_nothing(machine: Machine, make_program: MakeProgram, tmp_path: Path) -> None:
    program = make_program("bin/chromium")
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n", encoding="utf-8")
    find_browser("chromium", machine=machine)
    assert not (tmp_path / "started").exists()


def test_finding_is_fast() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        with contextlib.suppress(BrowserMissing):
            find_browser("chromium")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.05  # the best of five: the machine may be busy


def test_a_chosen_browser_goes_before_all(machine: Machine, make_program: MakeProgram, make_own: MakeProgram) -> None:
    make_own(*OWN_SHELL)
    mine = make_program("opt/thorium")
    assert find_browser("chromium", machine=dataclasses.replace(machine, chosen=str(mine))).executable == mine


def test_a_chosen_firefox_leaves_chromium_alone(
    machine: Machine, make_program: MakeProgram, make_own: MakeProgram
) -> None:
    make_own(*OWN_SHELL)
    chosen = dataclasses.replace(machine, chosen=str(make_program("opt/firefox-nightly")))
    assert find_browser("chromium", machine=chosen).executable is None
    assert find_browser("firefox", machine=chosen).channel == "moz-firefox"


def test_a_chosen_browser_that_is_not_there_is_named(machine: Machine) -> None:
    chosen = dataclasses.replace(machine, chosen="/nowhere/chrome")
    with pytest.raises(BrowserMissing, match="PRZEPUSTKA_BROWSER names /nowhere/chrome, and there is no such file"):
        find_browser("chromium", machine=chosen)


def test_the_message_names_what_was_looked_for_and_what_to_do(machine: Machine) -> None:
    with pytest.raises(BrowserMissing) as raised:
        find_browser("firefox", headed=True, machine=machine)
    assert "Playwright's own; on this machine: firefox, firefox-esr" in str(raised.value)
    assert "python3 -m bootstrap e2e --browser firefox --headed" in str(raised.value)


def test_an_unknown_name_lists_the_known_ones(machine: Machine) -> None:
    with pytest.raises(BrowserMissing, match=r"'opera'\. Choose one of: chromium, firefox, webkit"):
        find_browser("opera", machine=machine)


def test_before_playwright_is_installed_the_machines_browser_serves(
    machine: Machine, make_program: MakeProgram
) -> None:
    program = make_program("bin/chromium")
    assert find_browser("chromium", machine=dataclasses.replace(machine, driver=None)).executable == program
