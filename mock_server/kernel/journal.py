"""The journal: what each site received and sent. PESEL and secrets are hidden unless asked for."""

import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

_KEPT = 2000
_KEPT_CHARACTERS = 16 * 2**20
_MESSAGES = {"xml", "assertion", "SAMLRequest", "SAMLResponse"}
_LONGEST_MESSAGE = 64 * 1024
"""Characters; a real ArtifactResponse has about 12,000."""
_LONGEST_FIELD = 2000
_LONGEST_NAME = 100
_MOST_FIELDS = 50

_HIDDEN = "[hidden]"
_NUMBERS = re.compile(r"(?<!\d)(\d{11,}|\d{8})(?!\d)")
"""A PESEL, or a longer number that may hold one; a card's code."""
_PERSONAL_TAG = re.compile(r"(/?)(?:[\w.-]+:)?(AttributeValue|Artifact)(?=[\s/>]|$)")
"""From behind its ``<``: an element of a SAML message that tells of a person, or what stands for that."""
_SECRET_FIELDS = re.compile(r"(?i)pass|pin|puk|can\b|code|secret|token|cookie|number|artifact|samlart|scan")


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
        """The entry without PESEL, codes, passwords and other secrets."""
        return replace(
            self,
            event=self.redacted_event,
            details={
                name: _HIDDEN if _SECRET_FIELDS.search(name) else without_numbers(_without_personal_data(value))
                for name, value in self.details.items()
            },
        )


def without_numbers(text: str) -> str:
    """The text without what may be a PESEL, a code or a card's number."""
    return _NUMBERS.sub(_HIDDEN, text)


def _without_personal_data(text: str) -> str:
    """XML without names, birth dates, PESEL and artifacts; any other text as it is.

    It goes through the text once, tag by tag: a pattern over whole elements takes minutes where none of them ends.
    """
    before, *tags = text.split("<")
    told, hiding = [before], ""
    for tag in tags:
        opened = _PERSONAL_TAG.match(tag)
        if hiding:
            if not (opened and opened.group(1) and opened.group(2) == hiding):
                continue
            hiding = ""
        elif opened and not opened.group(1):
            start, end, _ = tag.partition(">")
            if not start.endswith("/"):
                hiding = opened.group(2)
                tag = f"{start if end else opened.group()}{end or ' '}{_HIDDEN}"  # noqa: PLW2901 - what is told of it
        told.append(tag)
    return "<".join(told)


def _cut(text: str, longest: int) -> str:
    """The beginning of a long text, and how much more there was."""
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text) - longest} characters more)"


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


class Journal:
    """The last few thousand entries of a world, or fewer where they are long."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque()
        self._characters = 0

    def write(self, entry: Entry) -> None:
        """Keep an entry, long values cut; the oldest go when there are too many or they are too much."""
        kept = _bounded(entry)
        self._entries.append(kept)
        self._characters += _size(kept)
        while len(self._entries) > _KEPT or self._characters > _KEPT_CHARACTERS:
            self._characters -= _size(self._entries.popleft())

    def read(self, *, with_secrets: bool = False) -> list[Entry]:
        """Every entry kept, oldest first."""
        return [entry if with_secrets else entry.redacted() for entry in self._entries]
