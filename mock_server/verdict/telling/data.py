"""The verdict for programs."""

import json

from ..judging.verdict import Verdict
from .addresses import page_of


def as_json(verdict: Verdict) -> str:
    """All of it, as JSON."""
    told = {
        "service": verdict.service,
        "summary": verdict.summary,
        "exit_code": verdict.exit_code,
        "no_verdict": verdict.too_little,
        "seconds": round(verdict.seconds, 1),
        "answers": [_answer(verdict, index) for index in range(len(verdict.records))],
        "looks": [
            {"id": one.id, "sign": one.sign, "told": one.told, "why": one.why, "source": one.source}
            for one in verdict.looks
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def _answer(verdict: Verdict, index: int) -> dict[str, object]:
    record = verdict.records[index]
    answer = verdict.table[record.answer]
    known = {
        "duty": answer.duty,
        "gravity": answer.gravity,
        "reach": answer.reach_of(record.send),
        "change": answer.change,
        "source": answer.source,
        "page": page_of(record.answer),
    }
    return record.as_data() | known
