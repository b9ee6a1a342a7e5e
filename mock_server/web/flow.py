"""A flow: one person's way through one site, bound to the browser in which it began."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from ..kernel.recent import Recent
from ..kernel.rules import seam
from ..kernel.secret import opaque_id
from . import rules
from .refusal import Refused, not_found
from .visit import Visit


@dataclass
class Flow:
    """Begun by a browser; a site adds what it must remember on the way."""

    browser: str
    opened_at: datetime
    done: bool = field(default=False, kw_only=True)
    id: str = field(default_factory=opaque_id, kw_only=True)


F = TypeVar("F", bound=Flow)

_BEGIN_AGAIN = "Zacznij logowanie od początku w serwisie, do którego się logujesz."


class Flows(Generic[F]):
    """The flows of one site in one world."""

    def __init__(self) -> None:
        self._by_id: Recent[str, F] = Recent("unfinished login", missed=lambda flow: not flow.done)

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

    def named(self, visit: Visit, id: str) -> F:  # noqa: A002
        """The flow of this id, if this visit may go on with it.

        Raises:
            Refused: as for ``of``.
        """
        flow = self._by_id.get(id)
        if flow is None:
            raise self.missing(id)
        if not rules.flow_belongs_to_browser(flow.browser, visit.known_browser):
            raise Refused(403, "To nie jest Twoje logowanie", "Zacznij logowanie od początku w tej przeglądarce.")
        if not rules.flow_is_unused(flow.done):
            raise Refused(410, "Ten proces logowania został już użyty", _BEGIN_AGAIN)
        if not rules.flow_in_time(flow.opened_at, visit.now):
            raise Refused(410, "Czas na logowanie minął", _BEGIN_AGAIN)
        return flow

    @seam
    def missing(self, flow_id: str) -> Refused:
        """Why there is no flow of this id: others pushed it out, or it never was."""
        if self._by_id.made_room(flow_id):
            return Refused(410, "Zbyt wiele logowań naraz", f"To logowanie ustąpiło nowszym. {_BEGIN_AGAIN}")
        return not_found()
