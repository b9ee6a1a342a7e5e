"""Every deed, by the way to send it that it makes."""

from ..stages import Deed
from . import (
    addresses,
    binding,
    encryption,
    odd_content,
    odd_writing,
    parsing,
    people,
    plaintext,
    references,
    second_values,
    signature,
    statuses,
    times,
    transport,
    wrapping,
)

DEEDS: dict[str, Deed] = {}
for _family in (
    signature,
    references,
    second_values,
    wrapping,
    parsing,
    binding,
    addresses,
    times,
    people,
    encryption,
    plaintext,
    statuses,
    transport,
    odd_writing,
    odd_content,
):
    DEEDS |= _family.DEEDS


def deed_of(send: str) -> Deed | None:
    """How the hub answers the login; None is the good answer, where somebody else does the deed."""
    return DEEDS.get(send)
