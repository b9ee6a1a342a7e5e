"""What a start still loads when it is told to end."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mock_server.command import getting_ready
from mock_server.command.assembling import assemble
from mock_server.command.getting_ready import GettingReady
from mock_server.command.options import read_options
from mock_server.saml.keyring import Keyring
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses


def nothing() -> None:
    """Nobody is told."""


def test_an_ended_start_finishes_what_it_has_begun_and_begins_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_finish, loaded = threading.Event(), threading.Event(), list[str]()

    def first() -> None:
        begun.set()
        assert may_finish.wait(60)
        loaded.append("first")

    def late_imports() -> Iterator[Callable[[], object]]:
        yield first
        yield lambda: loaded.append("second")

    monkeypatch.setattr(getting_ready, "late_imports", late_imports)
    app = assemble(Config(Addresses(), Keyring(tmp_path)))
    start = GettingReady(app, read_options(["--keys", str(tmp_path)]), 7, nothing, nothing)
    start.start()
    assert begun.wait(60)
    ending = threading.Thread(target=start.end)
    ending.start()
    assert start._ended.wait(60)
    may_finish.set()
    ending.join(60)
    assert loaded == ["first"]


def test_a_start_that_never_began_ends_at_once(tmp_path: Path) -> None:
    start = GettingReady(assemble(Config(Addresses())), read_options(["--keys", str(tmp_path)]), 7, nothing, nothing)
    start.end()
    assert not start.failed
