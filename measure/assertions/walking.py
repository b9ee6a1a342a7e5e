"""The two walks of a story: one that writes down, one that asks."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from measure.assertions.expectation import NOTHING, Expectation, Given
from measure.assertions.story import caller, is_watching

_TAKES_AWAY = frozenset(f"Page.{name}" for name in ("goto", "reload", "go_back", "go_forward", "set_content"))
"""Acts after which nothing is left of what a page showed."""


class _Pages:
    """The pages of a walk, in the order in which the story touched them."""

    def __init__(self) -> None:
        self.all: list[Page] = []

    def number_of(self, page: Page) -> int:
        numbers = [number for number, known in enumerate(self.all) if known._impl_obj is page._impl_obj]
        if not numbers:
            self.all.append(page)
        return (numbers or [len(self.all) - 1])[0]


@dataclass
class Recording:
    """The first walk.

    Attributes:
        acts: the name of each, in order.
        expected: what stands after how many acts.
    """

    root: Path
    acts: list[str] = field(default_factory=list)
    expected: defaultdict[int, list[Expectation]] = field(default_factory=lambda: defaultdict(list))
    _pages: _Pages = field(default_factory=_Pages)

    def acting(self, name: str, page: Page | None) -> None:
        """Write down an act. What its own step has expected since the last is its condition, and no claim of that."""
        if is_watching(self.root):
            return
        if acts := caller(self.root, name):
            before = self.expected[len(self.acts)]
            before[:] = [one for one in before if (one.caller.story, one.caller.step) != (acts.story, acts.step)]
        self.acts.append(name)
        if page:
            self._pages.number_of(page)

    def expecting(self, what: str, page: Page, selector: str | None, given: Given = NOTHING) -> None:
        """Write down what is expected; nothing that comes from no story."""
        if not is_watching(self.root) and (states := caller(self.root, what)):
            expectation = Expectation(states, what, self._pages.number_of(page), selector, given)
            self.expected[len(self.acts)].append(expectation)


@dataclass
class Asking:
    """The second walk: before each act it is asked what stands after it.

    Attributes:
        answers: before which act what was asked, and whether it held already.
        lost: whether the story went another way than on the first walk, so that nothing further was asked.
    """

    recording: Recording
    answers: list[tuple[int, Expectation, bool]] = field(default_factory=list)
    lost: bool = False
    _done: int = 0
    _quiet: bool = False
    _pages: _Pages = field(default_factory=_Pages)

    def acting(self, name: str, page: Page | None) -> None:
        """Ask what stands after this act. What is there after a page was taken away is new, whatever it is."""
        if self._quiet or is_watching(self.recording.root):
            return
        if page:
            self._pages.number_of(page)
        self.lost = self.lost or self.recording.acts[self._done : self._done + 1] != [name]
        self._done += 1
        if not self.lost:
            with self._asking():
                gone = self._pages.number_of(page) if page and name in _TAKES_AWAY else None
                for one in self.recording.expected[self._done]:
                    new = one.page == gone and not one.is_negative
                    self.answers.append((self._done, one, not new and one.holds(self._pages.all)))

    def expecting(self, _what: str, page: Page, _selector: str | None, _given: Given = NOTHING) -> None:
        """Know the page."""
        if not self._quiet and not is_watching(self.recording.root):
            self._pages.number_of(page)

    @contextmanager
    def _asking(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
