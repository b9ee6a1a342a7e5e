"""Why a test did not pass, and by what it is grouped with others: its labels tell, otherwise its message."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fixtures.blocked import BLOCKED_BY
from fixtures.causes import MISSING, NO_MORE, OTHERWISE, UNANSWERED, WHEN, cause_in

_EXCEPTION = re.compile(r"^(?:[a-z_]\w*\.)*(?P<name>[A-Z]\w*): ")
_VARYING = re.compile(r"\b[0-9a-f]{8,}\b|\b\d+\b")
_LONGEST = 160
_HOW = {MISSING: "not there", UNANSWERED: "the server does not answer"}


@dataclass(frozen=True)
class Why:
    """A reason.

    Attributes:
        key: equal for tests that failed for the same reason.
        head: in a few words, for a heading.
        expected: what should have been there; empty where only the message is known.
        found: what was there instead.
    """

    key: str
    head: str
    expected: str = ""
    found: str = ""


def why(message: str, labels: Mapping[str, str]) -> Why:
    """Read it."""
    if cause := cause_in(labels):
        if cause.page:
            head = f"{cause.page}: {cause.step} – {_HOW.get(cause.kind, 'not as expected')}"
            return Why(cause.id, head, cause.expected, cause.found)
        if cause.found == NO_MORE:
            return Why(cause.id, cause.expected)
        head = cause.expected if cause.kind in {MISSING, OTHERWISE} else cause.found
        return Why(cause.id, head, cause.expected, f"{cause.found}, {WHEN.get(cause.step, cause.step)}")
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    if not lines:
        return Why("", "No reason was told")
    said = _EXCEPTION.sub(lambda found: "" if found["name"] == "AssertionError" else f"{found['name']}: ", lines[0])
    said = _VARYING.sub("…", said)
    head = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return Why(f"{BLOCKED_BY} {labels[BLOCKED_BY]}" if BLOCKED_BY in labels else head, head)
