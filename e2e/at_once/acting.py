"""A login with mObywatel, acted by browsers without a screen."""

from dataclasses import dataclass
from typing import Any

from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl


@dataclass
class Actor:
    """A person with a computer and a phone."""

    world: WorldControl
    person: Person
    computer: HttpBrowser
    handset: HttpBrowser

    def show_code(self) -> str:
        """Choose mObywatel at the computer: the code on the page."""
        self.computer.open(self.world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")
        return self.computer.text_of("//output[@id='code']")

    def open_app(self) -> None:
        """Open the app on the phone."""
        assert self.person.mobywatel
        self.handset.open(self.world.url("mobywatel", f"/telefon/{self.person.phone}"))
        self.handset.submit("/zaloguj", password=self.person.mobywatel.password)

    def read(self, code: str) -> None:
        """Type a code into the app."""
        self.handset.open(self.world.url("mobywatel", "/kod-qr/wpisz")).submit("/wpisz", code=code)

    def approve(self) -> None:
        """Share the data."""
        address, fields = self.consent_form()
        self.handset.post(address, **fields, decision="approve")

    def enter(self) -> None:
        """Let the computer look what became of the code, and go on into the account."""
        self.computer.open(self.computer.address)
        if "/regulamin/" in self.computer.address:
            self.computer.submit(self.computer.address.rpartition("/")[2], zgoda="tak")

    def approve_login(self) -> None:
        """Show a code, read and approve it; the computer has not looked yet."""
        code = self.show_code()
        self.open_app()
        self.read(code)
        self.approve()

    def log_in(self) -> None:
        """From the outside into the account."""
        self.approve_login()
        self.enter()

    @property
    def host(self) -> str:
        """Under which the computer keeps the account's cookies."""
        return self.world.url("ikp").partition("//")[2].rstrip("/")

    def consent_form(self) -> tuple[str, dict[str, str]]:
        """The form of the consent on the phone's screen."""
        return self.handset.form(f"/zgoda/{self.handset.address.rpartition('/')[2]}")

    def data(self) -> dict[str, Any]:
        """What the account's data endpoint tells this computer."""
        answer = self.computer.read(self.world.url("ikp", "/api/konto"))
        content: dict[str, Any] = answer.json()
        return content
