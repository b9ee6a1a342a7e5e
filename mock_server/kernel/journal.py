"""The journal: what each site received and sent. PESEL and secrets are hidden unless asked for."""

import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime

_KEPT = 2000
_HIDDEN = "[hidden]"
_NUMBERS = re.compile(r"(?<!\d)(\d{11}|\d{8})(?!\d)")
_PERSONAL_XML = re.compile(r"(?s)(<(?:\w+:)?(AttributeValue|Artifact)\b[^>]*>).*?(?=</(?:\w+:)?\2\s*>|$)")
"""What an element of a SAML message says of a person, or what stands for that."""
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
    """XML without names, birth dates, PESEL and artifacts; any other text as it is."""
    return _PERSONAL_XML.sub(rf"\1{_HIDDEN}", text)


class Journal:
    """The last few thousand entries of a world."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=_KEPT)

    def write(self, entry: Entry) -> None:
        """Keep an entry; the oldest goes when there are too many."""
        self._entries.append(entry)

    def read(self, *, with_secrets: bool = False) -> list[Entry]:
        """Every entry kept, oldest first."""
        return [entry if with_secrets else entry.redacted() for entry in self._entries]
