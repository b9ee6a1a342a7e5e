"""The verdict as data: ``reports/out/strength.json``."""

import json
from dataclasses import asdict
from pathlib import Path

from measure.strength.verdict import ControlVerdict, FaultVerdict, Strength


def document_of(strength: Strength, *, partial: bool, seconds: float) -> dict[str, object]:
    """What the file holds; ``score`` is in percent."""
    return {
        "faults": [_fault(fault) for fault in strength.faults],
        "controls": {
            "nothing_is_wrong": _control(strength.nothing),
            "every_site_answers_500": _control(strength.only_500) | {"crashed": strength.only_500.crashed},
        },
        "idle_tests": [asdict(idle) for idle in strength.idle],
        "score": strength.score,
        "killed": strength.killed,
        "total": len(strength.faults),
        "by_found_alone": list(strength.by_found_alone),
        "tests_without_claim": strength.silent,
        "unfinished": strength.unfinished,
        "of_one_source": strength.houses <= 1,
        "partial": partial,
        "seconds": round(seconds, 1),
    }


def write_document(document: dict[str, object], file: Path) -> None:
    """Write it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _fault(verdict: FaultVerdict) -> dict[str, object]:
    return {
        "id": verdict.fault.id,
        "title": verdict.fault.title,
        "behaviour": verdict.fault.behaviour,
        "killed": verdict.killed,
        "killed_by": list(verdict.killed_by),
        "assertion": verdict.assertion,
        "survived": list(verdict.survived),
        "broken": list(verdict.broken),
        "noticed_by": list(verdict.noticed_by),
    }


def _control(control: ControlVerdict) -> dict[str, object]:
    wrong = [{"test": test, "ended": ended} for test, ended in control.wrong]
    return {"right": control.right, "tests": control.tests, "wrong": wrong}
