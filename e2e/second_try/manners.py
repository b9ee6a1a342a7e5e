"""In which manners somebody chooses again, and what each must lead to: whatever a fresh choice leads to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from e2e.second_try.choices import Choice, Option
from e2e.second_try.stage import Shown, Stage, Step, Tab
from pages.login.refused import UsedPage


class End(NamedTuple):
    """What a choice led to: what was seen after each of its steps, and who is signed in then."""

    trail: list[Shown]
    account: dict[str, object] | None


@dataclass
class Storyteller:
    """Tells the stories of one choice in one world; what a fresh choice leads to is tried once for each option."""

    stage: Stage
    choice: Choice
    _fresh: dict[str, End] = field(default_factory=dict)

    def fresh(self, option: Option) -> End:
        """What this option leads to when it is chosen in a browser that nobody has used."""
        if option.name not in self._fresh:
            self.stage.rest()
            self._fresh[option.name] = self.end_of(self.at_choice(), option)
        return self._fresh[option.name]

    def at_choice(self) -> Tab:
        """A new tab that shows where one chooses."""
        tab = self.stage.new_tab().do(*self.choice.reach)
        tab.trail.clear()
        return tab

    def end_of(self, tab: Tab, option: Option, begun: int = 0) -> End:
        """Take the steps of an option, but for those that were taken already."""
        tab.do(*option.steps[begun:])
        return End(tab.trail, tab.signed_in())

    def expect_as_fresh(self, tab: Tab, option: Option, begun: int = 0) -> None:
        """The rest of the way with an option is that of a fresh choice, to the person who is signed in at its end."""
        told, fresh = self.end_of(tab, option, begun), self.fresh(option)
        assert told.account == fresh.account
        for number, (now, then) in enumerate(zip(told.trail, fresh.trail, strict=True), start=1):
            assert now == then, f"step {number} of {option.name}"

    def expect_used(self, tab: Tab, option: Option, begun: int) -> None:
        """The rest of the way with an option changes nothing: its login has ended."""
        account = tab.signed_in()
        for step in option.steps[begun:]:
            try_step(tab, step)
            if tab.computer.heading == UsedPage.heading:
                break
        assert tab.computer.heading == UsedPage.heading, f"{option.name} goes on after the login has ended"
        assert tab.signed_in() == account


def try_step(tab: Tab, step: Step) -> None:
    """Take a step that may be gone meanwhile; the page on the computer looks what became of it."""
    try:
        step(tab)
    except AssertionError:  # no such button any more, or the phone refuses
        tab.computer.open(tab.computer.address)


Manner = Callable[[Storyteller, Option, Option], None]


def _steps_before_last(option: Option) -> int:
    """How far a person comes who stops before the end; the choice itself is made."""
    return max(1, len(option.steps) - 1)


def _back_after(how_far: Callable[[Option], int]) -> Manner:
    def manner(teller: Storyteller, first: Option, second: Option) -> None:
        tab = teller.at_choice()
        address = teller.choice.address(tab)
        tab.do(*first.steps[: how_far(first)])
        teller.choice.go_back(tab, address)
        tab.trail.clear()
        teller.expect_as_fresh(tab, second)

    return manner


def _given_up(teller: Storyteller, first: Option, second: Option) -> None:
    """Where one chooses tells nothing of what was given up, once something else has been chosen."""
    tab, fresh = teller.at_choice(), teller.at_choice()
    address = teller.choice.address(tab)
    tab.do(first.steps[0])
    tab.computer.press("Anuluj")
    teller.choice.go_back(tab, address)
    begun = teller.choice.address(fresh)
    for one, place in ((tab, address), (fresh, begun)):
        one.trail.clear()
        one.do(second.steps[0], partial(teller.choice.go_back, address=place))
    assert tab.trail == fresh.trail
    tab.trail.clear()
    teller.expect_as_fresh(tab, second)


def _two_tabs(teller: Storyteller) -> tuple[Tab, Tab]:
    tab = teller.at_choice()
    return tab, tab.duplicated()


def _other_tab_ends(teller: Storyteller, first: Option, second: Option) -> None:
    tab, other = _two_tabs(teller)
    tab.do(*first.steps[: _steps_before_last(first)])
    teller.expect_as_fresh(other, second)
    if second.identifies:
        teller.expect_used(tab, first, len(first.steps) - 1)
    else:
        try_step(tab, first.steps[-1])
        assert tab.signed_in() is None, f"{first.name} counts, though {second.name} was chosen after it"


def _first_tab_is_refused(teller: Storyteller, first: Option, second: Option) -> None:
    tab, other = _two_tabs(teller)
    tab.do(first.steps[0])
    other.do(second.steps[0])
    teller.expect_used(tab, first, 1)
    teller.expect_as_fresh(other, second, 1)


MANNERS: dict[str, Manner] = {
    "back_at_once": _back_after(lambda _: 1),
    "back_at_the_end": _back_after(_steps_before_last),
    "given_up": _given_up,
    "other_tab_ends": _other_tab_ends,
    "first_tab_is_refused": _first_tab_is_refused,
}
"""By name: back to the choice from the page that it led to, from before the last step, or after giving it up; a second
tab, in which the other option is gone through to its end while the first waits before its last step; and a first tab
that goes on after another choice in the second: the choice made last counts."""
