"""What every login of a check has at hand, and a login's first half: from the service to the form that comes back."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from ..visitor.asked import Asked
from ..visitor.fetching import Answered, Fetcher
from ..visitor.page import Form, Page
from ..visitor.visitor import Visitor
from ..visitor.visitors import Visitors
from ..visitor.way_back import be_identified
from ..visitor.way_in import ask_hub, way_out
from .mock import Mock
from .people import Cast, Shown
from .probe import Doorman


@dataclass
class Scene:
    """The service under check, and the mock.

    Attributes:
        start: where a login begins.
        clicks: what is pressed on the way to the hub.
        doorman: tells who is in.
        logout: what the button or link says that logs out.
        then: what is pressed after a login, where it is there.
        fills: what is typed there, by names of fields.
        visitors: makes the browsers, with a screen or without.
    """

    fetcher: Fetcher
    mock: Mock
    start: str
    clicks: tuple[str, ...]
    doorman: Doorman
    logout: str | None = None
    then: tuple[str, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)
    visitors: Visitors = field(default_factory=Visitors)

    def visitor(self) -> Visitor:
        """A browser that has been nowhere; for as long as the people of a cast are needed."""
        return self.visitors.visitor(self.fetcher, self.then, self.fills)

    @asynccontextmanager
    async def cast(self) -> AsyncIterator[Cast]:
        """Two people, for as long as they are needed."""
        cast = await self.mock.make_cast()
        try:
            async with self.visitors.together():
                yield cast
        finally:
            await self.mock.dismiss(cast)

    async def begin(self, visitor: Visitor) -> Asked:
        """Let a browser ask for a login.

        Raises:
            Trouble: no way leads to the hub.
        """
        return await ask_hub(visitor, self.start, self.clicks)

    async def identified(self, visitor: Visitor, asked: Asked, person: Shown) -> Form:
        """Let the hub identify a person.

        Raises:
            Trouble: it does not.
        """
        return await be_identified(visitor, asked, person.pesel, self.mock.token)

    async def logout_button(self, visitor: Visitor) -> Form | None:
        """What logs out, on the page of the probe or else on the one after the login; None where nothing says so."""
        after = visitor.page
        visitor.page = await visitor.open(self.doorman.probe.address)
        button = way_out(visitor.page, self.logout)
        if button is None and after is not None:
            visitor.page, button = after, way_out(after, self.logout)
        return button

    async def bring_back(self, visitor: Visitor, form: Form) -> Page:
        """Post the hub's form to the service.

        Raises:
            Trouble: the service gives no page in answer.
        """
        return await visitor.come_back(form)

    async def log_in(self, visitor: Visitor, person: Shown) -> Asked:
        """A whole login with nothing special.

        Raises:
            Trouble: it leads nowhere.
        """
        asked = await self.begin(visitor)
        await self.bring_back(visitor, await self.identified(visitor, asked, person))
        return asked


def own_answers(trail: list[Answered], fetcher: Fetcher, since: int = 0) -> tuple[Answered, ...]:
    """What the service itself answered, since a moment of the trail."""
    return tuple(one for one in trail[since:] if fetcher.reach.is_service(one.address))
