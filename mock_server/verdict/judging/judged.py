"""What is asked after an answer besides who is in, as its row says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ...check.answer import Answer, Verdict
from ...check.steering import SentSeen
from ..visitor.page import Form
from .concluding import Result, conclude
from .listener import Listener
from .markup import taking_effect
from .outcome import Outcome, Played
from .people import Cast
from .probe import Who


@dataclass(frozen=True)
class Told:
    """All that is known after an answer.

    Attributes:
        results: what each browser got that brought it.
        sent: values that were sent and are not in the good answer.
        listener: that counted who called, if one did.
    """

    results: Sequence[Result]
    cast: Cast
    sent: Sequence[str] = ()
    listener: Listener | None = None


def judged(answer: Answer, told: Told) -> Played:
    """What the service did; what only the row forbids counts where nothing worse happened."""
    if not told.results:
        return Played(Outcome.REFUSED, "nothing was posted, and nobody is in")
    each = [conclude(answer, result, told.cast) for result in told.results]
    played = max(each, key=lambda one: _BADNESS.index(one.outcome))
    extra = _EXTRA.get(answer.verdict, _nothing)(told, played) or _called(told)
    if extra and played.outcome in {Outcome.IN, Outcome.REFUSED}:
        return replace(played, outcome=Outcome.BESIDES, told=f"{extra} ({played.told})")
    return played


_BADNESS = [Outcome.NOT_APPLICABLE, Outcome.REFUSED, Outcome.IN, Outcome.BESIDES, Outcome.BROKE, Outcome.WRONG]


def values_sent(sent: SentSeen | None, form: Form | None) -> list[str]:
    """What an answer holds in place of what a good one holds, and what the browser posted."""
    changes = [change.sent for change in sent.changes if change.sent] if sent else []
    return changes if form is None else [*changes, *(value for _, value in form.fields)]


def _nothing(_told: Told, _played: Played) -> str | None:
    return None


def _called(told: Told) -> str | None:
    """Whoever asks the listener was made to by the answer."""
    calls = told.listener.calls if told.listener else []
    return f"it called the address in the answer: {calls[0]}" if calls else None


def _takes_effect(told: Told, _played: Played) -> str | None:
    pages = [page for result in told.results for page in result.came]
    pages += [result.shown.answered for result in told.results if result.shown]
    found = taking_effect(told.sent, pages)
    return f"what was sent stands on a page as markup: {found[:80]}" if found else None


def _several_sessions(told: Told, _played: Played) -> str | None:
    inside = sum(result.who.is_in for result in told.results)
    return f"one answer opened {inside} sessions" if inside > 1 else None


def _not_wholly(told: Told, _played: Played) -> str | None:
    return None if told.results[-1].who is Who.ANN else f"the last answer's person is not in: {told.results[-1].who}"


_EXTRA: dict[Verdict, Callable[[Told, Played], str | None]] = {
    Verdict.HARMLESS: _takes_effect,
    Verdict.ONE_SESSION: _several_sessions,
    Verdict.WHOLLY: _not_wholly,
}
