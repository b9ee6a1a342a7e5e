"""Every visit is logged: what was asked and answered, where, and nothing that identifies a person."""

import logging
from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.faults import RuleFault


def test_a_visit_is_logged_with_its_site_and_world(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mock_server")
    new_http_browser().open(world.url("ikp", "/nie-ma/44051401359"))
    (line,) = caplog.records
    assert (line.levelname, line.getMessage()) == ("INFO", "GET /nie-ma/[hidden] 404")
    assert (vars(line)["site"], vars(line)["world"]) == ("ikp", world.name)


def test_a_failure_is_logged_without_its_words_and_its_trace_only_at_debug(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, caplog: pytest.LogCaptureFixture
) -> None:
    world.plant("broken", RuleFault("pacjent.message_of", "raise"))
    for level, expected in ((logging.INFO, ["ERROR", "INFO"]), (logging.DEBUG, ["ERROR", "DEBUG", "INFO"])):
        caplog.clear()
        caplog.set_level(level, "mock_server")
        assert new_http_browser().open(world.url("pacjent")).status == 500
        assert [line.levelname for line in caplog.records] == expected
    assert caplog.records[1].exc_info
