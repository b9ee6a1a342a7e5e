"""(j) The ten paths under other runners, against ours: ``@playwright/test`` in TypeScript, and selenium with pytest."""

from measure.bench.figures import Figure
from measure.bench.options import Effort


def measure(effort: Effort) -> list[Figure]:
    """Walk the paths by each in turn."""
    # The others' suites are in this package, too, and should not pay for what ours imports.
    from measure.bench.runners.race import measure as race  # noqa: PLC0415

    return race(effort)
