"""The journal: what each site received and sent. PESEL and secrets are hidden unless asked for."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from .redaction import HIDDEN, is_secret, redacted, without_numbers

_KEPT = 2000
_KEPT_CHARACTERS = 4 * 2**20
_MESSAGES = {"xml", "assertion", "SAMLRequest", "SAMLResponse"}
_LONGEST_MESSAGE = 64 * 1024
"""Characters; a real ArtifactResponse has about 12,000."""
_LONGEST_FIELD = 2000
_LONGEST_NAME = 100
_MOST_FIELDS = 50

_DIGITS_AT_END = re.compile(r"(?<![\d\s-])[\d\s-]++\Z")
_CUT = "characters more)"


@dataclass(frozen=True)
class Entry:
    """One thing that happened at one site.

    Attributes:
        at: the world's time.
        site: where it happened.
        event: what happened, for example ``POST /login/SingleSignOnService 303``.
        details: names and values that explain it.
    """

    at: datetime
    site: str
    event: str
    details: dict[str, str] = field(default_factory=dict)

    @property
    def redacted_event(self) -> str:
        """What happened, without PESEL and codes."""
        return without_numbers(self.event)

    def redacted(self) -> "Entry":
        """The entry without PESEL, codes, passwords and other secrets; a field whose name was cut may hold one."""
        return replace(
            self,
            event=self.redacted_event,
            details={
                redacted(name): HIDDEN if is_secret(name) or name.endswith(_CUT) else redacted(value)
                for name, value in self.details.items()
            },
        )


def _cut(text: str, longest: int) -> str:
    """The beginning of a long text, and how much more there was; no number is cut, for half a PESEL looks like none.

    What is no text (half of a surrogate pair) is replaced: JSON cannot carry it.
    """
    if len(text) > longest:
        beginning = _DIGITS_AT_END.sub("", text[:longest])
        text = f"{beginning}… ({len(text) - len(beginning)} {_CUT}"
    return text.encode(errors="replace").decode()


def _bounded(entry: Entry) -> Entry:
    """The entry with the beginnings of what is too long to be kept."""
    details = {
        _cut(name, _LONGEST_NAME): _cut(value, _LONGEST_MESSAGE if name in _MESSAGES else _LONGEST_FIELD)
        for name, value in islice(entry.details.items(), _MOST_FIELDS)
    }
    if len(entry.details) > _MOST_FIELDS:
        details["…"] = f"{len(entry.details) - _MOST_FIELDS} fields more"
    return replace(entry, event=_cut(entry.event, _LONGEST_FIELD), details=details)


def _size(entry: Entry) -> int:
    return len(entry.event) + sum(len(name) + len(value) for name, value in entry.details.items())


def redacted_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry as :meth:`Entry.redacted` shows it."""
    return [entry.redacted() for entry in entries]


class Journal:
    """The last few thousand entries of a world, or fewer where they are long."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque()
        self._characters = 0

    def write(self, entry: Entry) -> Entry:
        """Keep an entry, long values cut; the oldest go when there are too many or they are too much.

        Returns:
            The entry as it is kept.
        """
        kept = _bounded(entry)
        self._entries.append(kept)
        self._characters += _size(kept)
        while len(self._entries) > _KEPT or self._characters > _KEPT_CHARACTERS:
            self._characters -= _size(self._entries.popleft())
        return kept

    def read(self, *, with_secrets: bool = False) -> list[Entry]:
        """Every entry kept, oldest first."""
        return list(self._entries) if with_secrets else redacted_entries(self._entries)
