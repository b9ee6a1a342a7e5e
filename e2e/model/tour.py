"""The transitions of the table, their pairs, and walks that together meet every pair."""

from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from e2e.model.state import State
from e2e.model.table import TABLE, possible

LONGEST, LONGEST_SEEN = 40, 16
"""Acts of one walk over HTTP and in a browser, after which the next begins in a world of its own."""
_FAR = 6
"""Acts on the way to something new; when that is farther away, the walk ends."""


class Transition(NamedTuple):
    """An act at a place, and where it led."""

    place: str
    action: str
    then: str


Pair = tuple[Transition, Transition]
START = State()


def taken(state: State, action: str) -> tuple[Transition, State]:
    """The transition that an act should make, and the state after it."""
    after = TABLE[state.place][action].of(state)
    return Transition(state.place, action, after.place), after


@cache
def steps_from(state: State) -> tuple[tuple[Transition, State], ...]:
    """Every transition that is possible now."""
    return tuple(taken(state, action) for action in possible(state))


@dataclass(frozen=True)
class Reach:
    """All that walks can meet."""

    transitions: frozenset[Transition]
    pairs: frozenset[Pair]


@cache
def reach() -> Reach:
    """Explore every state that walks can come to, were the sites' patience endless."""
    seen, ahead = {START}, deque([START])
    pairs: set[Pair] = set()
    transitions: set[Transition] = set()
    while ahead:
        for made, after in steps_from(ahead.popleft()):
            transitions.add(made)
            pairs.update((made, following) for following, _ in steps_from(after))
            rested = replace(after, strain=0)
            if rested not in seen:
                seen.add(rested)
                ahead.append(rested)
    return Reach(frozenset(transitions), frozenset(pairs))


New = Callable[[Transition | None, Transition], Hashable]
"""What a transition, coming after another, is worth to a tour."""


@dataclass
class _Planner:
    """Plans one walk after another, each as far as it meets something new nearby."""

    missing: set[Hashable]
    new: New
    longest: int
    plans: list[list[str]] = field(default_factory=list)

    def plan(self) -> list[list[str]]:
        """Go on until nothing is missing."""
        while self.missing:
            self._plan_walk()
        return self.plans

    def _plan_walk(self) -> None:
        walk: list[str] = []
        state, last = START, None
        while len(walk) < self.longest:
            way = self._way_to_something_new(state, last, farthest=_FAR if walk else self.longest)
            if way is None:
                break
            for action in way:
                made, state = taken(state, action)
                self.missing.discard(self.new(last, made))
                last = made
            walk += way
        assert walk, f"no walk meets {next(iter(self.missing))}"
        self.plans.append(walk)

    def _way_to_something_new(self, state: State, last: Transition | None, farthest: int) -> list[str] | None:
        ahead: deque[tuple[State, Transition | None, list[str]]] = deque([(state, last, [])])
        seen = {(state, last)}
        while ahead:
            here, before, way = ahead.popleft()
            for made, after in steps_from(here):
                longer = [*way, made.action]
                if self.new(before, made) in self.missing:
                    return longer
                if len(longer) < farthest and (after, made) not in seen:
                    seen.add((after, made))
                    ahead.append((after, made, longer))
        return None


@cache
def tour_of_pairs() -> list[list[str]]:
    """Walks that meet every pair of consecutive transitions, as lists of acts."""
    return _Planner(set(reach().pairs), new=lambda last, made: (last, made), longest=LONGEST).plan()


@cache
def tour_of_transitions() -> list[list[str]]:
    """Walks that make every transition."""
    return _Planner(set(reach().transitions), new=lambda _, made: made, longest=LONGEST_SEEN).plan()
