"""The last lines of a strength run."""

from bootstrap.places import shown
from measure.strength.places import DOCUMENT, PAGE
from measure.strength.plugin.plan import FOUND
from measure.strength.verdict import ControlVerdict, Strength

_NAMED = 20


def summary(strength: Strength) -> str:
    """What is to be told, the survivors by name."""
    survivors = [verdict for verdict in strength.faults if not verdict.killed]
    lines = [f"{strength.killed} of {len(strength.faults)} faults caught ({strength.score:g} %)."]
    for verdict in survivors[:_NAMED]:
        elsewhere = f"; noticed only by {verdict.noticed_by[0]}" if verdict.noticed_by else ""
        crashed = f"; {len(verdict.broken)} crashed" if verdict.broken else ""
        lines.append(f"  survives: {verdict.fault.id} ({verdict.fault.behaviour}){crashed}{elsewhere}")
    if len(survivors) > _NAMED:
        lines.append(f"  and {len(survivors) - _NAMED} more")
    lines += [f"  caught by {FOUND} alone, and no story: {fault}" for fault in strength.by_found_alone]
    lines += _control("Nothing is wrong: every test asked passes", strength.nothing)
    lines += _control("Every site answers 500: every test asked notices", strength.only_500)
    unjustified = [idle.test for idle in strength.idle if not idle.justified]
    if strength.idle:
        lines.append(f"{len(strength.idle)} tests kill nothing, {len(unjustified)} without a reason.")
    lines += [f"  idle: {test}" for test in unjustified[:_NAMED]]
    if strength.unfinished:
        lines.append(f"{strength.unfinished} pairs have not been run. Run make strength again: it goes on.")
    if strength.houses > 1:
        lines.append('Some results are of an earlier source. One proof: make strength ARGS="--fresh"')
    return "\n".join([*lines, f"Matrix:  {shown(PAGE)}", f"As data: {shown(DOCUMENT)}"])


def _control(what: str, control: ControlVerdict) -> list[str]:
    told = "right" if control.right else f"WRONG for {len(control.wrong)}" if control.tests else "not run"
    lines = [f"Control: {what}: {told} ({control.tests} tests)"]
    return lines + [f"  {test}: {ended}" for test, ended in control.wrong[:_NAMED]]
