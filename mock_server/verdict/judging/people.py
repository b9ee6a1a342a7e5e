"""Who logs in: a person for each login, so that two logins never mean the same one."""

import re
from dataclasses import dataclass
from typing import Protocol

_PLACE = re.compile(r"\{(\w+)\}")
NAMES = ("pesel", "full_name", "given_name", "family_name", "birth_date")
"""What may stand in braces where a user says what a page shows."""


class Shown(Protocol):
    """A person, as far as a page may show them."""

    pesel: str
    given_name: str
    family_name: str

    @property
    def full_name(self) -> str:
        """Both names."""
        ...

    @property
    def birth_date(self) -> object:
        """A date."""
        ...


@dataclass(frozen=True)
class Cast:
    """The two of one login: who logs in, and somebody else."""

    ann: Shown
    bob: Shown

    def named(self) -> tuple[tuple[str, Shown], ...]:
        """Both, as a report calls them."""
        return ("Ann", self.ann), ("Bob", self.bob)


def filled_in(pattern: str, person: Shown) -> str:
    """What a page shows of a person.

    Raises:
        ValueError: something in braces is not known.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] not in NAMES:
            known = ", ".join(f"{{{name}}}" for name in NAMES)
            raise ValueError(f"{pattern!r}: {found[0]} is not known; write one of {known}")
        return str(getattr(person, found[1]))

    return _PLACE.sub(value, pattern)
