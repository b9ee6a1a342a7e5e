"""Hypothesis walks the model: act after act at random, and of what it finds the shortest walk that still shows it."""

from functools import cache

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from e2e.model.table import ACTIONS, possible
from e2e.model.tour import START, taken
from e2e.model.walk import ModelBroken, WalkMaker

BATCH, STEPS = 15, 30


def explore(new_walk: WalkMaker, number: int, *, walks: int = BATCH, steps: int = STEPS) -> None:
    """Do a batch of random walks; the same number repeats the same walks, as long as the same modules are loaded.

    (Hypothesis draws on constants that it meets in them. What is found is printed, so nothing hangs on the number.)

    Raises:
        ModelBroken: a walk found something; it is the shortest that shows it.
    """
    broken: list[ModelBroken] = []

    @cache  # while it shortens, Hypothesis comes back to walks that it has done
    def found(acts: tuple[str, ...]) -> ModelBroken | None:
        known = (one for one in broken if acts[: len(one.actions)] == one.actions)
        return next(known, None) or walked(acts)

    def walked(acts: tuple[str, ...]) -> ModelBroken | None:
        try:
            with new_walk() as walk:
                walk.follow(*acts)
        except ModelBroken as one:
            broken.append(one)
            return one
        return None

    class Machine(RuleBasedStateMachine):
        """Draws one walk through the table, and does it at the end, in a world of its own."""

        def __init__(self) -> None:
            super().__init__()
            self._state = START
            self._acts: list[str] = []

        @rule(data=st.data())
        def step(self, data: st.DataObject) -> None:
            """Draw any act that is possible now, from all acts: so it stays the same when another is left out."""
            act = data.draw(st.sampled_from(ACTIONS).filter(possible(self._state).__contains__))
            _, self._state = taken(self._state, act)
            self._acts.append(act)

        def teardown(self) -> None:
            """Do the walk."""
            one = found(tuple(self._acts))
            if one:
                raise ModelBroken(one.reason, one.actions)

    bounded = settings(
        max_examples=walks,
        stateful_step_count=steps,
        phases=(Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(Machine), settings=bounded)
