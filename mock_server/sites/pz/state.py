"""Who is signed in at pz.gov.pl."""

from dataclasses import dataclass, field

from ...web.session import Session, Sessions


@dataclass
class OwnSession(Session):
    """A person on their own account. ``notice`` is told on the next page, once."""

    notice: str = field(default="", kw_only=True)

    def take_notice(self) -> str:
        """Take what the next page tells."""
        notice, self.notice = self.notice, ""
        return notice


class OwnSessions(Sessions[OwnSession]):
    """The sessions of one world, with the house's usual limits."""

    site = "pz"
