"""What the eDO App remembers: each login that it was asked to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...kernel.open_things import Kind, OpenThing
from ...kernel.recent import Recent
from ...kernel.rules import seam
from ...shared.id_card.messages import CardCodeResult, LoginDetails
from ...web.flow import Flow, Flows


@dataclass
class Confirmation(Flow):
    """One code that this phone read, and how far its owner has come with it."""

    login: LoginDetails
    agreed: bool = False
    can: str | None = None
    can_error: str | None = None
    card: str | None = None
    """The number of the card that is held to the phone; its CAN was right."""
    notice: str | None = None
    result: CardCodeResult | None = None
    """What e-dowód said to the answer."""

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The confirmation while the phone has not answered, and the card that is held to it."""
        if self.result is None:
            yield from super().open_things(site)
            if self.card:
                yield OpenThing(Kind.CARD, site, "held", browser=self.browser, until=self.over_at)

    @seam
    def take_card_off(self) -> None:
        """Forget the card that was held to the phone, and what was told of it."""
        self.card = self.notice = None

    def end(self, result: CardCodeResult) -> None:
        """Remember what became of it; the first answer stands."""
        self.result = self.result or result


class Confirmations(Flows[Confirmation]):
    """The confirmations under way in one world, also found by the phone and the code that it read."""

    site = "edo-app"

    def __init__(self) -> None:
        super().__init__()
        self._by_code: Recent[tuple[str, str], Confirmation] = Recent("code in the eDO App", missed=_is_open)

    def begin_once(self, new: Confirmation) -> Confirmation:
        """Begin, or go on with what this phone began with the same code."""
        known = self._by_code.get((new.browser, new.login.code))
        if known:
            return known
        self._by_code[new.browser, new.login.code] = new
        return self.begin(new)


def _is_open(confirmation: Confirmation) -> bool:
    return confirmation.result is None
