"""Every visit is logged: what was asked and answered, where, and nothing that identifies a person."""

import logging
from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl


def test_a_visit_is_logged_with_its_site_and_world(
    new_surfer: Callable[[], Surfer], world: WorldControl, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mock_server")
    new_surfer().open(world.url("ikp", "/nie-ma/44051401359"))
    (line,) = caplog.records
    assert (line.levelname, line.getMessage()) == ("INFO", "GET /nie-ma/[hidden] 404")
    assert (vars(line)["site"], vars(line)["world"]) == ("ikp", world.name)
