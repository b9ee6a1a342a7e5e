"""What a page shows that no page may: errors of a server, the inside of a program, a person's number."""

import re
from collections.abc import Iterable

from ..visitor.fetching import Answered
from .people import Shown

_LOOKED_AT = 1 << 20
"""Characters of a page."""
_TRACES = (
    ("Python", re.compile(r"Traceback \(most recent call last\)|Werkzeug Debugger|You're seeing this error because")),
    ("Java", re.compile(r"^\s*at [\w$.<>]{3,200}\([\w$]{1,100}\.(?:java|kt|scala):\d{1,6}\)|Whitelabel Error", re.M)),
    ("PHP", re.compile(r"(?:Fatal|Parse) error: |Uncaught \w{1,80}(?:Exception|Error)|#0 /\S{1,200}\.php\(\d{1,6}\)")),
    ("JavaScript", re.compile(r"^\s*at .{1,200}[( ](?:file://|node:|/)\S{1,200}\.(?:c|m)?[jt]s:\d{1,6}:\d{1,6}", re.M)),
    (".NET", re.compile(r"^\s*at [\w.`]{3,200}\(.{0,200}\) in .{1,200}:line \d{1,6}|System\.\w{1,80}Exception", re.M)),
    ("Ruby", re.compile(r"\.rb:\d{1,6}:in [`']")),
    ("Go", re.compile(r"goroutine \d{1,6} \[running\]")),
)


def faults_of(answered: Answered, people: Iterable[Shown] = ()) -> list[str]:
    """What is wrong with a page that told of a refusal.

    Args:
        answered: the page.
        people: whose PESEL must not stand on it.
    """
    text = answered.text[:_LOOKED_AT]
    faults = [f"status {answered.status}"] if answered.status >= 500 else []
    faults += [f"a stack trace ({language}) is on the page" for language, trace in _TRACES if trace.search(text)]
    faults += ["a PESEL is on the page" for person in people if person.pesel in text]
    faults += ["a PESEL is in the address" for person in people if person.pesel in answered.address]
    return list(dict.fromkeys(faults))
