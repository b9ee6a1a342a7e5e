"""What a service did with an answer: who is in first, then what the row asks besides."""

from dataclasses import replace

from ...check.answer import Answer, Duty, Verdict
from ...check.messages import SentSeen
from ..visitor.page import Form
from .besides import Told, not_kept
from .concluding import conclude
from .outcome import Outcome, Played
from .probe import Who

_BADNESS = [Outcome.NOT_APPLICABLE, Outcome.REFUSED, Outcome.IN, Outcome.BESIDES, Outcome.BROKE, Outcome.WRONG]


def judged(answer: Answer, told: Told) -> Played:
    """What the service did; what only the row forbids counts where nothing worse happened."""
    if not told.results:
        return Played(Outcome.REFUSED, "nothing was posted, and nobody is in")
    each = [_as_named(answer, conclude(answer, result, told.cast)) for result in told.results]
    played = max(each, key=lambda one: _BADNESS.index(one.outcome))
    turned_away = next((one for one in each if _is_turned_away(one)), None)
    if turned_away and answer.duty is Duty.ACCEPT and played.outcome is Outcome.IN:
        status = turned_away.trail[-1].status if turned_away.trail else "none"
        return replace(turned_away, outcome=Outcome.REFUSED, told=f"one of them was turned away with status {status}")
    besides = not_kept(answer.verdict, told)
    if besides and played.outcome in {Outcome.IN, Outcome.REFUSED}:
        return replace(played, outcome=Outcome.BESIDES, told=f"{besides} ({played.told})")
    return played


def _as_named(answer: Answer, played: Played) -> Played:
    """Bob is the right one where the answer is about him, and Ann the wrong one."""
    if answer.verdict is not Verdict.BOB or not played.who.is_in:
        return played
    return replace(played, outcome=Outcome.IN if played.who is Who.BOB else Outcome.WRONG)


def _is_turned_away(played: Played) -> bool:
    """Whether this browser got no good page, though somebody may be in since before."""
    return played.outcome is Outcome.REFUSED or bool(played.trail and played.trail[-1].status >= 400)


def values_sent(sent: SentSeen | None, form: Form | None) -> list[str]:
    """What an answer holds in place of what a good one holds, and what the browser posted."""
    changes = [change.sent for change in sent.changes if change.sent] if sent else []
    return changes if form is None else [*changes, *(value for _, value in form.fields)]


__all__ = ["Told", "judged", "values_sent"]
