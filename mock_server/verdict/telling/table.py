"""The verdict in a terminal."""

from collections.abc import Iterator

from ..judging.outcome import Ruling
from ..judging.verdict import Verdict
from ..looks.look import Sign
from .addresses import page_of
from .plain import plain

_TOLD = 160


def lines(verdict: Verdict, again: str) -> Iterator[str]:
    """Line by line.

    Args:
        verdict: to tell.
        again: the command that checks once more.
    """
    for record in verdict.findings:
        answer = verdict.table[record.answer]
        yield f"{record.ruling.upper():16} {record.send}  ({answer.gravity}; {answer.reach_of(record.send)})"
        yield f"    sent   {plain(answer.change, _TOLD)}"
        yield f"    came   {plain(record.told, _TOLD)}"
        yield f"    gives  {plain(answer.gain, _TOLD)}"
        yield f"    mend   {plain(answer.mend, _TOLD)}"
        yield f"    again  {again} --only {record.send}"
        yield f"    more   {page_of(record.answer)}"
    for look in verdict.looks:
        if look.sign in {Sign.BAD, Sign.ADVICE}:
            told = "OTHER FINDING" if look.is_finding else "advice"
            yield f"{told:16} {look.id}: {plain(look.told, _TOLD)} ({'; '.join(filter(None, (look.why, look.source)))})"
    for ruling in (Ruling.ADVICE, Ruling.NOT_APPLICABLE, Ruling.NOT_JUDGED, Ruling.SKIPPED):
        for record in verdict.records:
            if record.ruling is ruling:
                yield f"{ruling:16} {record.send}: {plain(record.told, _TOLD)}"
    if verdict.too_little:
        yield f"no verdict: {plain(verdict.too_little, 1000)}"
    if verdict.records:
        yield f"{verdict.summary}  ({verdict.seconds:.0f} s)"
