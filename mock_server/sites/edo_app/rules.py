"""What the eDO App decides about a code before it asks anybody about it."""

import re

from ...kernel.rules import rule
from ...shared.id_card.payload import SCHEME


@rule
def scheme_is_ours(scheme: str) -> bool:
    """A code of another scheme is not for this app."""
    return scheme == SCHEME


@rule
def host_is_ours(host: str, ours: str) -> bool:
    """A code of another host is not trusted: exactly the login page's own host counts."""
    return host == ours


@rule
def number_is_well_formed(number: str) -> bool:
    """A number has nine digits; blanks between them do not matter."""
    return re.fullmatch("[0-9]{9}", number) is not None
