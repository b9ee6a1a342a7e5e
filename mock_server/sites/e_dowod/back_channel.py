"""What the eDO App may ask e-dowód, over the back channel."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from ...shared.id_card.card import problem_of
from ...web import lockout
from ...web.back_channel import back_channel_message
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .state import CardLogin, CardLogins, Code, CodeState, Guesses

SENT = ("Imię", "Nazwisko", "PESEL", "Data urodzenia")
"""What e-dowód tells the service, exactly (``web.delegation.Identity``)."""


@dataclass(frozen=True)
class _Found:
    flow: CardLogin
    code: Code


def add_to(site: Site) -> None:
    """Add the app's routes."""

    @site.post("/back/read")
    async def read(visit: Visit) -> Response:
        """The app scanned a code or was given a number: who asks, and for what."""
        message = await back_channel_message(visit)
        app = str(message["app"])
        found = _by_number(visit, app, message["number"]) if "number" in message else _by_code(visit, message["code"])
        if isinstance(found, str):
            return visit.json({"result": found})
        code = found.code
        if not rules.code_can_be_read(code.state, code.app, app):
            return visit.json({"result": "used"})
        code.state, code.app = CodeState.READ, app
        visit.world.changed.notify(found.flow.id)
        service, asked_at = found.flow.ask.service, found.flow.opened_at.isoformat()
        return visit.json({"result": "read", "code": code.id, "service": service, "data": SENT, "asked_at": asked_at})

    @site.post("/back/decline")
    async def decline(visit: Visit) -> Response:
        """The person said no."""
        message = await back_channel_message(visit)
        found = _answerable(visit, message)
        if isinstance(found, str):
            return visit.json({"result": found})
        found.code.state = CodeState.DECLINED
        visit.world.changed.notify(found.flow.id)
        return visit.json({"result": "declined"})

    @site.post("/back/approve")
    async def approve(visit: Visit) -> Response:
        """The person's card said yes; its certificate is checked here once more."""
        message = await back_channel_message(visit)
        found = _answerable(visit, message)
        if isinstance(found, str):
            return visit.json({"result": found})
        person = visit.world.people.by_card(str(message["card"]))
        if person is None or person.id_card is None or problem_of(person.id_card, visit.now):
            return visit.json({"result": "card"})
        found.code.state, found.code.pesel = CodeState.APPROVED, person.pesel
        lockout.record(visit.world.state(Guesses).of(str(message["app"])), right=True, now=visit.now)
        visit.world.changed.notify(found.flow.id)
        return visit.json({"result": "approved"})


def _by_number(visit: Visit, app: str, number: str) -> _Found | str:
    guesses = visit.world.state(Guesses).of(app)
    if lockout.is_locked(guesses, visit.now):
        return "blocked"
    known = visit.world.state(CardLogins).by_number.get(number)
    if known:
        return _live(visit, *known)
    lockout.record(guesses, right=False, now=visit.now)
    return "blocked" if lockout.is_locked(guesses, visit.now) else "unknown"


def _by_code(visit: Visit, code: str) -> _Found | str:
    known = visit.world.state(CardLogins).by_code.get(code)
    return _live(visit, *known) if known else "unknown"


def _live(visit: Visit, flow: CardLogin, code: Code) -> _Found | str:
    if not rules.code_is_current(code.state):
        return "replaced"
    if flow.done:
        return "used"
    return _Found(flow, code) if rules.code_is_live(code.issued_at, visit.now) else "expired"


def _answerable(visit: Visit, message: dict[str, Any]) -> _Found | str:
    found = _by_code(visit, message["code"])
    if isinstance(found, str):
        return found
    code = found.code
    answerable = rules.code_can_be_answered(code.state) and rules.reader_answers(code.app, message["app"])
    return found if answerable else "used"
