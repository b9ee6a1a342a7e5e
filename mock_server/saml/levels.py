"""Levels of assurance (eIDAS, Regulation 2015/1502), ordered."""

from enum import IntEnum

from .errors import SamlRefused, expected_got
from .names import NO_AUTHN_CONTEXT, REQUESTER

PREFIX = "http://eidas.europa.eu/LoA/"


class Level(IntEnum):
    """A level of assurance; a higher one compares greater."""

    LOW = 1
    SUBSTANTIAL = 2
    HIGH = 3

    @property
    def uri(self) -> str:
        """The AuthnContextClassRef that stands for this level."""
        return PREFIX + self.name.lower()

    @classmethod
    def from_uri(cls, uri: str) -> "Level":
        """The level an AuthnContextClassRef stands for.

        Raises:
            SamlRefused: ``level_unknown``, no level has this URI.
        """
        for level in cls:
            if level.uri == uri:
                return level
        detail = expected_got("level of assurance", [level.uri for level in cls], uri)
        raise SamlRefused("level_unknown", detail, REQUESTER, NO_AUTHN_CONTEXT)
