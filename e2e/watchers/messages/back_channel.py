"""What systems tell each other without the browser: every message as the journal has it at both ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from e2e.watchers.messages import tables
from e2e.watchers.messages.fields import named, parsed
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.trail import HUB
from fixtures.watching.watcher import Watched

_SOAP_PATHS = {tables.ARTIFACT, tables.LOGOUT}
_MOST_ENTRIES, _MOST_CHARACTERS = 2000, 4_000_000
"""Of a journal; with as many it may have lost the oldest."""


@dataclass(frozen=True)
class Passed:
    """A message that a site sent or received.

    Attributes:
        at: by the world's clock, once it was written or read.
        site: which wrote it down.
        name: of the message, such as ``ArtifactResolve``.
        sent: by this site; else it was received.
        text: as it was on the wire.
        envelope: the same, parsed.
        in_clear: the assertion that is encrypted in it, as the site says.
    """

    at: datetime
    site: str
    name: str
    sent: bool
    text: str
    envelope: etree._Element
    in_clear: str | None

    @property
    def message(self) -> etree._Element:
        """What is in the envelope; the envelope itself where there is nothing."""
        body = self.envelope.find("soap:Body", NAMESPACES)
        return self.envelope if body is None or not len(body) else body[0]


class JournalFull(Exception):
    """The journal may have lost the oldest messages of this world."""


def passed_in(watched: Watched) -> Iterator[Passed]:
    """Every SOAP message of the world, in order; what is none (a page of a site that is out) is left out.

    Raises:
        JournalFull: not all can be told.
    """
    entries = watched.world.journal(with_secrets=True)
    characters = sum(len(value) for entry in entries for value in entry.details.values())
    if len(entries) >= _MOST_ENTRIES or characters >= _MOST_CHARACTERS:
        raise JournalFull
    for entry in entries:
        name, _, act = entry.event.rpartition(" ")
        if act in {"sent", "received"} and "xml" in entry.details:
            try:
                envelope = parsed(entry.details["xml"])
            except etree.XMLSyntaxError:
                continue
            if named(envelope.tag) == "soap:Envelope":
                in_clear = entry.details.get("assertion")
                yield Passed(entry.at, entry.site, name, act == "sent", entry.details["xml"], envelope, in_clear)


def wire_complaints(watched: Watched, passed: list[Passed]) -> Iterator[str]:
    """Where what the hub answered over HTTP, or what another site received, is not what the journal says was sent."""
    sent = {one.text for one in passed if one.sent}
    for answer in watched.answers:
        if answer.site == HUB and answer.path in _SOAP_PATHS and answer.kind == "text/xml" and answer.text not in sent:
            yield f"{answer.address}: the journal does not have what was sent"
    for one in passed:
        if not one.sent and one.site in tables.OWN_PROVIDERS and one.text not in sent:
            yield f"{one.site}: received {one.name} that nobody sent"
