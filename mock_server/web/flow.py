"""A flow: one person's way through one site, bound to the browser in which it began."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Generic, TypeVar

from ..kernel.open_things import Kind, OpenThing
from ..kernel.recent import Recent
from ..kernel.rules import seam
from ..kernel.secret import opaque_id
from ..kernel.translation import Text
from . import rules
from .refusal import Onward, Refused, not_found, of_another_browser
from .visit import Visit


@dataclass
class Flow:
    """Begun by a browser; a site adds what it must remember on the way."""

    browser: str
    opened_at: datetime
    done: bool = field(default=False, kw_only=True)
    id: str = field(default_factory=opaque_id, kw_only=True)

    @property
    def over_at(self) -> datetime:
        """The first moment at which it lies too long."""
        return self.opened_at + rules.FLOW_LIFE

    @property
    def onward(self) -> Onward | None:
        """Where the person was going, for who cannot go on with it; None leads to the site's own start."""
        return None

    @property
    def goes_on_as(self) -> str | None:
        """PESEL of the person as whom this browser goes on without another proof, if it has come so far."""
        return None

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """What is open in it while it has not ended: itself, and what a site adds."""
        yield OpenThing(Kind.LOGIN, site, pesel=self.goes_on_as, browser=self.browser, until=self.over_at)


F = TypeVar("F", bound=Flow)

_BEGIN_AGAIN = Text("Zacznij logowanie od początku w serwisie, do którego się logujesz.")


class Flows(Generic[F]):
    """The flows of one site in one world. A subclass names the site."""

    site: ClassVar[str]

    def __init__(self) -> None:
        self._by_id: Recent[str, F] = Recent("unfinished login", missed=lambda flow: not flow.done)

    def __iter__(self) -> Iterator[F]:
        return iter(self._by_id.values())

    def unfinished(self) -> list[F]:
        """Every flow that has not ended."""
        return [flow for flow in self if not flow.done]

    @seam
    def end_in_browser(self, browser: str | None) -> list[F]:
        """End every flow that began in this browser; returns what ended."""
        ended = [flow for flow in self.unfinished() if flow.browser == browser]
        for flow in ended:
            flow.done = True
        return ended

    def open_things(self) -> Iterator[OpenThing]:
        """What is open in every flow that has not ended."""
        for flow in self.unfinished():
            yield from flow.open_things(self.site)

    def begin(self, flow: F) -> F:
        """Remember a flow from now on."""
        self._by_id[flow.id] = flow
        return flow

    def of(self, visit: Visit) -> F:
        """The flow that the address names, if this visit may go on with it.

        Raises:
            Refused: 404 unknown, 403 another browser's, 410 used already, left lying too long or pushed out by others.
        """
        return self.named(visit, visit.param("flow"))

    @seam
    def named(self, visit: Visit, id: str) -> F:  # noqa: A002
        """The flow of this id, if this visit may go on with it.

        Raises:
            Refused: as for ``of``.
        """
        flow = self._by_id.get(id)
        if flow is None:
            raise self.missing(id)
        if not rules.flow_belongs_to_browser(flow.browser, visit.known_browser):
            raise of_another_browser()
        if not rules.flow_is_unused(flow.done):
            raise Refused(410, Text("Ten proces logowania został już użyty"), _BEGIN_AGAIN, onward=flow.onward)
        if not rules.flow_in_time(flow.opened_at, visit.now):
            raise Refused(410, Text("Czas na logowanie minął"), _BEGIN_AGAIN, onward=flow.onward)
        return flow

    @seam
    def missing(self, flow_id: str) -> Refused:
        """Why there is no flow of this id: others pushed it out, or it never was."""
        if self._by_id.made_room(flow_id):
            return Refused(
                410,
                Text("Zbyt wiele logowań naraz"),
                Text(
                    "To logowanie ustąpiło nowszym. Zacznij logowanie od początku w serwisie, do którego się logujesz."
                ),
            )
        return not_found()
