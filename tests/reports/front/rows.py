"""A few paths of a run."""

from e2e.paths import PATHS
from reports.paths import PathRow


def row(number: int, method: str, provider: str, device: str, browser: str = "chromium", *, ok: bool = True) -> PathRow:
    """A path, confirmed by a bank, with its result."""
    return PathRow(
        id=f"p{number}",
        entry="menu" if number % 2 else "banner",
        method=method,
        provider=provider,
        confirmation="bank" if provider else "",
        device=device,
        browser=browser,
        destination="ikp",
        language="pl",
        test="e2e.login.test_table#test_path",
        result="passed" if ok else "failed",
        seconds=2.0,
        link=f"link{number}",
    )


ROWS = [
    row(1, "trusted_profile", "bos", "pixel"),
    row(2, "trusted_profile", "bos", "computer"),
    row(3, "trusted_profile", "ing", "computer", ok=False),
    row(4, "mobywatel", "mobywatel", "iphone"),
]


def rows_of_table() -> list[PathRow]:
    """Every path of the table, in the order of a run, and all of them passed."""
    parts = ("id", "entry", "method", "provider", "confirmation", "device", "destination", "language")
    told = [{part: getattr(path, part) for part in parts} for path in sorted(PATHS, key=lambda path: path.id)]
    return [PathRow(**parts, browser="chromium", test="", result="passed", seconds=1.0) for parts in told]
