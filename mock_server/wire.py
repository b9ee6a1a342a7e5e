"""SAML in the journal: every message that a site received or sent, as it was on the wire, decoded."""

from typing import Literal

from .web.visit import Visit

_LONGEST = 64 * 1024
"""Characters kept of one message; a real ArtifactResponse has about 12,000."""


def write_saml(
    visit: Visit, act: Literal["received", "sent"], message: str, xml: bytes, assertion: bytes | None = None
) -> None:
    """Write a message, and the assertion that it carries encrypted, if it does.

    Names, birth dates, PESEL and artifacts are hidden when the journal is read, unless asked for.
    """
    details = {"xml": _text(xml)} | ({"assertion": _text(assertion)} if assertion else {})
    visit.write(f"{message} {act}", **details)


def _text(xml: bytes) -> str:
    return xml[:_LONGEST].decode("utf-8", "replace")
