"""Which test is likely to catch a fault, as far as names tell: an order that makes a run short, and no more."""

import re

from measure.strength.suite import Fault, SuiteTest

_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
"""Letters in which two forms of a word are alike."""
_TELLS_NOTHING = frozenset({"and", "are", "does", "for", "from", "has", "its", "not", "test", "that", "the", "with"})


def likeliness(fault: Fault, test: SuiteTest) -> float:
    """Higher where the test claims little else, and where its name has words of the fault's name and title."""
    alike = _stems(f"{fault.id.partition('.')[2]} {fault.title}") & _stems(test.function.rpartition("::")[2])
    return (1 + 2 * len(alike)) / max(1, len(test.claims))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _TELLS_NOTHING}
