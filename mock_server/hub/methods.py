"""The four methods of the new login page, in its order."""

from dataclasses import dataclass

from ..saml.levels import Level
from . import rules


@dataclass(frozen=True)
class Method:
    """A way to prove who one is.

    Attributes:
        id: its name in every table.
        site: the site that identifies the person.
        label: the tile's heading.
        line: the tile's second line.
        level: the level of assurance that it reaches (facts: the trusted profile is substantial; the rest is
            our choice after the schemes notified under eIDAS).
    """

    id: str
    site: str
    label: str
    line: str
    level: Level


METHODS: tuple[Method, ...] = (
    Method("trusted_profile", "pz", "Profil zaufany", "Hasło, bank lub inny dostawca", Level.SUBSTANTIAL),
    Method("mojeid", "mojeid", "mojeID", "Zaloguj się przez swój bank", Level.SUBSTANTIAL),
    Method("id_card", "e-dowod", "e-dowód", "Dowód osobisty z warstwą elektroniczną", Level.HIGH),
    Method(
        "mobywatel",
        "login-mobywatel",
        "Aplikacja mObywatel",
        "Skanuj kod QR za pomocą aplikacji mObywatel",
        Level.SUBSTANTIAL,
    ),
)


def method(id: str) -> Method | None:  # noqa: A002
    """The method of this id, or None."""
    return next((known for known in METHODS if known.id == id), None)


def offered_at(wanted: Level) -> list[Method]:
    """The methods that reach this level."""
    return [known for known in METHODS if rules.method_reaches_level(known.level, wanted)]
