"""A driver does the acts of the table at one computer."""

from abc import ABC, abstractmethod

import httpx

from e2e.model.cast import Cast
from e2e.model.places import PLACES, Place


class Driver(ABC):
    """The computer of two people: what each kind of screen does in its own way.

    Attributes:
        cast: who sits there.
        failures: the answers so far with which a server admitted that it broke.
        addresses: of each place, where it was met last: what going back leads to.
        code: the code for mObywatel that the screen showed last.
        begun_before: how many logins this computer began before the walk.
    """

    begun_before = 0

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.failures: list[str] = []
        self.addresses: dict[str, str] = {}
        self.code = ""

    @property
    @abstractmethod
    def address(self) -> str:
        """Of the page on the screen."""

    @property
    @abstractmethod
    def source(self) -> str:
        """Of the page on the screen."""

    @abstractmethod
    def data(self) -> httpx.Response:
        """What the account's data endpoint tells this browser."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address."""

    @abstractmethod
    def press(self, action: str) -> None:
        """Do an act of the table that is done on the page itself."""

    @abstractmethod
    def notice(self) -> None:
        """Let a page that watches what happens elsewhere see it."""

    @abstractmethod
    def expect(self, place: Place, tells: str) -> None:
        """The screen shows this place, and says this."""

    @abstractmethod
    def read_code(self) -> str:
        """The code for mObywatel on the screen."""

    def arrive(self, place: str, tells: str) -> None:
        """The screen shows this place of the table, and says this; what later acts need of it is kept."""
        self.expect(PLACES[place], tells)
        self.addresses[place] = self.address
        if place == "code_shown":
            self.code = self.read_code()
