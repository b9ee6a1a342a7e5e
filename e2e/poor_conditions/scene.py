"""What a walk through poor conditions is given."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import CDPSession, Page

from fixtures.account import Account
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.network import Network
from fixtures.people import IdCard, Person
from fixtures.phone import Phone
from fixtures.world import WorldControl


@dataclass
class Scene:
    """One person, one screen, and what happens elsewhere.

    Attributes:
        page: the screen.
        phone: whose camera looks at that screen.
        network: the way of the screen's bytes, where the condition spoils it.
        new_app: makes a phone's app without a screen.
        has_scripts: whether the browser runs any.
    """

    page: Page
    world: WorldControl
    person: Person
    phone: Phone
    account: Account
    network: Network
    new_app: Callable[[], HttpBrowser]
    has_scripts: bool

    @cached_property
    def mobywatel(self) -> ControlPhone:
        """The person's mObywatel, opened."""
        return ControlPhone(self.world, self.person)

    @cached_property
    def edo_app(self) -> HttpBrowser:
        """The person's eDO App."""
        return self.new_app()

    @cached_property
    def cdp(self) -> CDPSession:
        """The screen's own line to Chromium."""
        return self.page.context.new_cdp_session(self.page)

    @property
    def card(self) -> IdCard:
        """The person's e-dowód."""
        assert self.person.id_card
        return self.person.id_card
