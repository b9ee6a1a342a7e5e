"""Which lines of the stories a fault of the catalogue has turned red, as ``make strength`` left it."""

import re
from collections.abc import Iterable
from pathlib import Path

from measure.strength.fingerprint import digest, digest_of_test
from measure.strength.plugin.records import Outcome, Record, Tail
from measure.strength.suite import catalogue

_PLACE = re.compile(r"(e2e/\S+?:\d+): ")


def struck_lines(results: Path, root: Path) -> frozenset[str] | None:
    """Those of faults and tests that still are what they were; None where no fault was ever planted."""
    if not results.exists():
        return None
    faults = {fault.id: fault.digest for fault in catalogue()}
    modules: dict[str, str] = {}

    def counts(record: Record) -> bool:
        module = record.test.partition("::")[0]
        if module not in modules:
            modules[module] = digest_of_test(module, root) if (root / module).exists() else ""
        return record.digest == digest(faults.get(record.fault, ""), modules[module])

    return lines_of(record for record in Tail(results).read() if counts(record))


def lines_of(records: Iterable[Record]) -> frozenset[str]:
    """The lines at which an assertion failed."""
    told = (_PLACE.match(record.said) for record in records if record.outcome is Outcome.KILLED)
    return frozenset(place[1] for place in told if place)
