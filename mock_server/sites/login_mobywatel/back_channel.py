"""What the phone app may ask login.mobywatel, over the back channel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.responses import Response

from ...web.back_channel import back_channel_message
from ...web.rules import flow_is_unused
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .state import CodeState, LoginCode, QrLogin, QrLogins


@dataclass(frozen=True)
class _Found:
    flow: QrLogin
    code: LoginCode
    pesel: str


def add_to(site: Site) -> None:
    """Add the app's routes."""

    @site.post("/back/read")
    async def read_code(visit: Visit) -> Response:
        """The app read a code: who asks, and for what."""
        found = _find(visit, await back_channel_message(visit), rules.code_is_live)
        if isinstance(found, str):
            return visit.json({"result": found})
        if not rules.code_can_be_read(found.code.state):
            return visit.json({"result": "used"})
        found.code.state, found.code.reader = CodeState.READ, found.pesel
        visit.world.changed.notify(found.flow.id)
        return visit.json({"result": "read", "service": found.flow.ask.service})

    @site.post("/back/decide")
    async def decide(visit: Visit) -> Response:
        """The person approved or declined."""
        message = await back_channel_message(visit)
        found = _find(visit, message, rules.answer_is_in_time)
        if isinstance(found, str):
            return visit.json({"result": found})
        if not (rules.code_can_be_answered(found.code.state) and rules.reader_answers(found.code.reader, found.pesel)):
            return visit.json({"result": "used"})
        found.code.state = CodeState.APPROVED if message["approve"] else CodeState.DECLINED
        visit.world.changed.notify(found.flow.id)
        return visit.json({"result": found.code.state.value})


def _find(visit: Visit, message: dict[str, Any], in_time: Callable[[datetime, datetime], bool]) -> _Found | str:
    known = visit.world.state(QrLogins).by_code.get(message["code"])
    if known is None:
        return "unknown"
    flow, code = known
    if not in_time(code.expires_at, visit.now):
        return "expired"
    return _Found(flow, code, message["pesel"]) if flow_is_unused(flow.done) else "used"
