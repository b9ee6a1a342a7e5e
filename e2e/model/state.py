"""Where the two people at one computer are in the model, and what their next page depends on."""

from dataclasses import dataclass

FIRST, SECOND = "first", "second"
"""Two people share the computer. The first confirms by SMS and has an e-dowód; the second confirms on the phone."""

PATIENCE = 4
"""How often one walk may strain a site's patience: the fifth wrong try would lock, and an hour of waiting would end a
login. Those limits have stories of their own."""


@dataclass(frozen=True)
class State:
    """All that decides what the next act leads to.

    Attributes:
        place: of the table.
        signed_in: whose account is open in this browser.
        at_the_door: whom login.gov.pl has identified, and who must still accept the regulations.
        accepted: who has accepted them.
        under_way: the login begun last can still be taken up.
        wrong_codes: typed by the first since this way through the trusted profile began.
        wrong_pins: typed since the card was last opened; the card itself remembers them.
        strain: how much of the sites' patience is used up.
    """

    place: str = "portal"
    signed_in: str | None = None
    at_the_door: str | None = None
    accepted: frozenset[str] = frozenset()
    under_way: bool = False
    wrong_codes: int = 0
    wrong_pins: int = 0
    strain: int = 0

    @property
    def bearable(self) -> bool:
        """Whether no site has lost its patience."""
        return self.strain <= PATIENCE
