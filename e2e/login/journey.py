"""What a walk along a path is given."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from e2e.consented import consented
from e2e.paths import Path
from fixtures.people import Person
from fixtures.phone import Phone
from pages.login.methods import MethodsPage


@dataclass(frozen=True)
class Journey:
    """A person at the hub, on their way into the account.

    Attributes:
        path: the row of the table.
        hub: the page on the screen.
        person: who logs in.
        phone: theirs.
        service: the relying party's name, as every page should tell it.
        still_closed: asserts that the account is closed; each walk asks just before the last confirmation.
        edo_address: where the eDO App lives.
    """

    path: Path
    hub: MethodsPage
    person: Person
    phone: Phone
    service: str
    still_closed: Callable[[], None]
    edo_address: str

    @property
    def page(self) -> Page:
        """The screen of the browser in which the person logs in."""
        return self.hub.page

    @property
    def touched(self) -> bool:
        """Whether that screen is touched, and no mouse hovers over it."""
        return bool(self.page.evaluate("matchMedia('(hover: none) and (pointer: coarse)').matches"))

    @property
    def data(self) -> dict[str, str]:
        """What the person agrees to share, as pages tell it."""
        return consented(self.person)
