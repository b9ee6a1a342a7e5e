"""The last lines of a run: how many paths passed, and where to look."""

from collections.abc import Sequence

from bootstrap.places import shown
from reports.paths import PathRow
from reports.places import INDEX, KNOWN_ISSUES, PATHS

_NAMED = 20


def summary(rows: Sequence[PathRow], missing: int = 0, known: int = 0, expired: int = 0, shard: str = "") -> str:
    """Return the summary, naming the first failures.

    Args:
        rows: the login paths.
        missing: how many tests, of paths or not, left no result.
        known: how many failed as a known issue says.
        expired: how many known issues have run out.
        shard: which part of the suite this was, as ``--shard`` has it; nothing where it was the whole.
    """
    failed = sorted((row for row in rows if not row.passed), key=lambda row: row.result == "not walked")
    passed = f"{len(rows) - len(failed)} of {len(rows)} login paths passed."
    lines = [passed if rows else "No test of this run walked a login path."]
    if shard:
        lines[0] = f"Shard {shard} alone: {lines[0]}"
    lines += [f"  {row.result}: {row.id} ({row.device}, {row.browser})" for row in failed[:_NAMED]]
    if len(failed) > _NAMED:
        lines.append(f"  and {len(failed) - _NAMED} more")
    if missing:
        lines.append(
            f"{missing} collected tests left no result: a worker crashed, the run was cut, or a shard is missing."
        )
    if known:
        lines.append(f"{known} known: failed as {shown(KNOWN_ISSUES)} says.")
    if expired:
        lines.append(f"{expired} expired: too old to excuse a failure in {shown(KNOWN_ISSUES)}.")
    lines += [
        f"Report:  {shown(INDEX)}",
        f"As data: {shown(PATHS)}",
    ]
    if shard:
        lines.append('One report of all shards: make report ARGS="--merge DIR…", each DIR what one of them left.')
    return "\n".join(lines)
