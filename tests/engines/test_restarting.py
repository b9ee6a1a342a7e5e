"""A browser that grows is replaced after so many tests, and never within one."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import MagicMock

from playwright.sync_api import Browser

from fixtures.restarting import Browsers


class Started:
    """Counts the browsers that run and have run."""

    def __init__(self) -> None:
        self.all = self.running = 0

    @contextmanager
    def launch(self) -> Iterator[Browser]:
        self.all, self.running = self.all + 1, self.running + 1
        yield MagicMock(spec=Browser)
        self.running -= 1


def test_another_browser_comes_after_so_many_tests_and_the_old_one_has_ended() -> None:
    started = Started()
    browsers = Browsers(started.launch, most=2)
    given = [browsers.for_test() for _ in range(5)]
    assert given[0] is given[1]
    assert given[1] is not given[2]
    assert (started.all, started.running) == (3, 1)
    browsers.close()
    assert started.running == 0


def test_a_browser_that_does_not_grow_lasts() -> None:
    started = Started()
    browsers = Browsers(started.launch, most=None)
    assert len({id(browsers.for_test()) for _ in range(200)}) == 1
    assert browsers.current() is browsers.for_test()
    assert started.all == 1


def test_no_browser_is_started_for_nobody() -> None:
    started = Started()
    Browsers(started.launch, most=1).close()
    assert started.all == 0
