"""A run that is killed leaves neither display, driver nor browser behind."""

import os
import select
import subprocess
import sys
from contextlib import ExitStack

import pytest

from bootstrap.problem import SetUpError
from bootstrap.webkitgtk import find_webkitgtk
from measure.processes import tree_now

try:
    find_webkitgtk()
except SetUpError as error:
    pytest.skip(str(error), allow_module_level=True)

_RUN = """
from playwright.sync_api import sync_playwright
from fixtures.webkitgtk.connecting import webkitgtk
with sync_playwright() as playwright, webkitgtk(playwright) as browser:
    browser.new_context().new_page()
    print("shown", flush=True)
    input()
"""
_PATIENCE = 20
"""Seconds until a process that nobody needs has ended."""


def test_a_killed_run_leaves_no_process() -> None:
    with (
        subprocess.Popen([sys.executable, "-c", _RUN], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run,
        ExitStack() as stack,
    ):
        assert run.stdout
        assert run.stdout.readline() == b"shown\n"
        left = {os.pidfd_open(one.pid): one.name for one in tree_now().below(run.pid)}
        for one in left:
            stack.callback(os.close, one)
        assert {"Xvfb", "openbox", "WebKitWebDriver", "MiniBrowser"} <= set(left.values())
        run.kill()
        while left and (ended := select.select(list(left), [], [], _PATIENCE)[0]):
            left = {one: name for one, name in left.items() if one not in ended}
    assert not left.values()
