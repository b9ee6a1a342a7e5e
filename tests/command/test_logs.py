"""The server's log, as text and as JSON, on standard error."""

import json
import logging
import re
from collections.abc import Iterator

import pytest

from mock_server.command.logs import set_up_logs

LOG = logging.getLogger("mock_server")
AT = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}"


@pytest.fixture(autouse=True)
def _the_log_is_left_as_it_was() -> Iterator[None]:
    handlers, level = list(LOG.handlers), LOG.level
    yield
    LOG.handlers[:] = handlers
    LOG.setLevel(level)


def written(form: str, capsys: pytest.CaptureFixture[str], **extra: str) -> str:
    set_up_logs(form)
    LOG.debug("too quiet")
    LOG.info("somebody %s", "came", extra=extra)
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_text_tells_time_level_and_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert re.fullmatch(rf"{AT} INFO somebody came\n", written("text", capsys))


def test_json_tells_site_and_world_too(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(written("json", capsys, site="ikp", world="main"))
    assert re.fullmatch(AT, told.pop("asctime"))
    assert told == {"levelname": "INFO", "message": "somebody came", "site": "ikp", "world": "main"}


def test_json_has_a_place_for_what_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(written("json", capsys))
    assert (told["site"], told["world"]) == (None, None)


def test_the_log_has_the_level_info(capsys: pytest.CaptureFixture[str]) -> None:
    written("text", capsys)
    assert LOG.level == logging.INFO
