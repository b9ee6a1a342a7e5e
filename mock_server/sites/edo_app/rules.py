"""What the eDO App decides about a code before it asks anybody about it."""

import re

from ...kernel.rules import rule

SCHEMES = frozenset({"edo"})
"""Schemes of the codes that the app takes up."""


@rule
def scheme_is_ours(scheme: str) -> bool:
    """A code of another scheme is not for this app."""
    return scheme in SCHEMES


@rule
def host_is_ours(host: str, allowed: frozenset[str]) -> bool:
    """A code of another host is not trusted: exactly the login page's own host counts."""
    return host in allowed


@rule
def number_is_well_formed(number: str) -> bool:
    """A number has nine digits; blanks between them do not matter."""
    return re.fullmatch("[0-9]{9}", number) is not None
