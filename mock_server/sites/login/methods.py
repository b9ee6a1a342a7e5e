"""The four methods of the new login page, in its order."""

from dataclasses import dataclass

from ...kernel.translation import Text
from ...saml.levels import Level
from . import rules


@dataclass(frozen=True)
class Method:
    """A way to prove who one is.

    Attributes:
        id: its name in every table.
        site: the site that identifies the person.
        label: the tile's heading.
        line: the tile's second line.
        phone_line: the same on a phone, where the method begins otherwise there.
        level: the level of assurance that it reaches (facts: the trusted profile is substantial; the rest is
            our choice after the schemes notified under eIDAS).
        authority: who says so in the answer to the provider.
        by_a_bank: whether a bank may have identified the person before it.
    """

    id: str
    site: str
    label: str
    line: str
    level: Level
    authority: str
    by_a_bank: bool = False
    phone_line: str = ""


METHODS: tuple[Method, ...] = (
    Method(
        id="trusted_profile",
        site="pz",
        label=Text("Profil zaufany"),
        line=Text("Hasło, bank lub inny dostawca"),
        level=Level.SUBSTANTIAL,
        authority="pz.gov.pl",
        by_a_bank=True,
    ),
    Method(
        id="mojeid",
        site="mojeid",
        label="mojeID",
        line=Text("Zaloguj się przez swój bank"),
        level=Level.SUBSTANTIAL,
        authority="mojeid.pl",
        by_a_bank=True,
    ),
    Method(
        id="id_card",
        site="e-dowod",
        label="e-dowód",
        line=Text("Dowód osobisty z warstwą elektroniczną"),
        level=Level.HIGH,
        authority="e-dowod",
    ),
    Method(
        id="mobywatel",
        site="login-mobywatel",
        label=Text("Aplikacja mObywatel"),
        line=Text("Skanuj kod QR za pomocą aplikacji mObywatel"),
        phone_line=Text("Skopiuj kod do aplikacji mObywatel"),
        level=Level.SUBSTANTIAL,
        authority="mobywatel",
    ),
)
"""The table of login methods: a further one is a row here, a site of its own and its paths in ``e2e/paths.py``."""


def method(id: str) -> Method | None:  # noqa: A002
    """The method of this id, or None."""
    return next((known for known in METHODS if known.id == id), None)


def offered_at(wanted: Level) -> list[Method]:
    """The methods that reach this level."""
    return [known for known in METHODS if rules.method_reaches_level(known.level, wanted)]
