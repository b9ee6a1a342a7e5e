"""The verdict as data: ``reports/out/assertions.json``."""

from dataclasses import asdict

from measure.assertions.verdict import MOST, Verdict


def document_of(verdict: Verdict, seconds: float) -> dict[str, object]:
    """What the file holds; ``share`` is in percent."""
    return {
        "walked": verdict.walked,
        "asked": len(verdict.positive),
        "share": verdict.share,
        "allowed": MOST,
        "empty": [asdict(one) for one in verdict.empty],
        "unexplained": len(verdict.unexplained),
        "negative": [asdict(one) for one in verdict.negative],
        "lost": list(verdict.lost),
        "failed": list(verdict.failed),
        "seconds": round(seconds, 1),
    }
