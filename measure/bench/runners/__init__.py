"""(j) The ten paths under other runners, against ours: ``@playwright/test`` in TypeScript, and selenium with pytest."""

from measure.bench.runners.race import measure

__all__ = ["measure"]
